package cn.quality.credit.enterprise;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A branch as its parent's readers see it. It has a code, a region and a record of its own. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "分支机构 (a branch)")
record Branch(
        @Schema(examples = "91371199MA3RH00187") String uscc,
        @Schema(examples = "日照示例海洋食品有限公司岚山分公司") String name,
        @Schema(examples = "371103") String region,
        EnterpriseStatus status,
        @Nullable LocalDate registeredOn,
        @Nullable LocalDate closedOn,
        boolean fictional) {}

package cn.quality.credit.enterprise;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whom a branch is a part of. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ParentEnterprise", description = "所属企业 (the enterprise a branch is a part of)")
record Parent(
        @Schema(examples = "91371199MA3RH00187") String uscc,
        @Schema(examples = "日照示例海洋食品有限公司") String name,
        EnterpriseStatus status,
        @Nullable LocalDate closedOn) {}

package cn.quality.credit.enterprise;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The names of an enterprise and its end, as departments see them.
 *
 * @param nameSince first day of the present name; absent while it has never had another
 * @param formerNames in the order in which it had them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "企业名称沿革与存续状态 (names of an enterprise, and its end)")
record EnterpriseHistory(
        UUID id,
        long version,
        @Schema(examples = "91371199MA3RH00187") String uscc,
        @Schema(examples = "日照示例远洋食品有限公司") String name,
        @Schema(examples = "2026-03-02") @Nullable LocalDate nameSince,
        List<FormerName> formerNames,
        EnterpriseStatus status,
        @Nullable LocalDate closedOn,
        @Nullable String closureReason) {}

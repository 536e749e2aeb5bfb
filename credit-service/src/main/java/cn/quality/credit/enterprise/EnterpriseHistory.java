package cn.quality.credit.enterprise;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of an enterprise, as departments see it.
 *
 * @param irregularReason why the code is on file although it does not check; absent for a code that checks
 * @param nameSince first day of the present name; absent while it has never had another
 * @param formerNames in the order in which it had them
 * @param regionSince first day in the present region; absent while it has never been in another
 * @param formerParticulars industry, fields, address and parent before each amendment, in order
 * @param parent of a branch: whom it is a part of, and whether that still exists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "企业沿革与存续状态 (what became of an enterprise)")
record EnterpriseHistory(
        UUID id,
        long version,
        @Schema(examples = "91371199MA3RH00187") String uscc,
        @Schema(examples = "证照原件所载即为此代码") @Nullable String irregularReason,
        @Schema(examples = "日照示例远洋食品有限公司") String name,
        @Schema(examples = "2026-03-02") @Nullable LocalDate nameSince,
        List<FormerName> formerNames,
        @Schema(examples = "371103") String region,
        @Schema(examples = "2026-03-02") @Nullable LocalDate regionSince,
        List<FormerRegion> formerRegions,
        @Schema(examples = "C13") @Nullable String industry,
        List<ActivityField> fields,
        @Schema(examples = "日照市岚山区示例路1号") @Nullable String address,
        List<FormerParticulars> formerParticulars,
        @Nullable Parent parent,
        EnterpriseStatus status,
        @Nullable LocalDate closedOn,
        @Nullable String closureReason) {}

package cn.quality.credit.listing;

import cn.quality.credit.enterprise.ActivityField;
import cn.quality.credit.rules.Severity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A proposed entry.
 *
 * @param ground why, in the words of the basis
 * @param legalBasis code in the catalogue of legal bases
 * @param severity class of the misconduct: decides for how long a black entry is shown and when it can be repaired
 * @param conductEndedOn last day of the misconduct: from it the outer bound of any adverse record is counted
 * @param banUntil last day of a statutory ban that keeps a serious entry on the list for longer
 * @param validUntil an earlier last day, if the decision sets one
 * @param safetyField field in which whatever is not minor is serious, if it is one
 * @param violationKind kind of the violation: a new penalty of the same kind stands against repair
 * @param penalties what the decision imposes; the class is checked against them
 */
@Schema(description = "拟列入的条目 (a proposed list entry)")
record NewListing(
        @NotNull @Size(max = 40) @Schema(examples = "91371199MA3RH00187")
        String uscc,

        @NotNull ListKind kind,

        @NotNull ActivityField field,

        @NotBlank @Size(max = 500) @Schema(examples = "示例：性质恶劣、情节严重并受到较重行政处罚")
        String ground,

        @NotBlank @Size(max = 40) @Schema(examples = "SAMR-44")
        String legalBasis,

        @Schema(description = "黑榜条目必填 (required on the black list)") @Nullable
        Severity severity,

        @Schema(examples = "2026-01-15", description = "黑榜条目必填 (required on the black list)") @Nullable
        LocalDate conductEndedOn,

        @Schema(examples = "2030-01-15") @Nullable LocalDate banUntil,

        @Valid @Nullable DecisionDocument decision,

        @Schema(examples = "2029-03-01") @Nullable LocalDate validUntil,

        @Schema(description = "食品、药品等领域，非轻微即严重 (field in which whatever is not minor is serious)") @Nullable
        SafetyField safetyField,

        @Size(min = 1, max = 200) @Schema(examples = "生产销售不合格产品", description = "违法行为类型 (kind of violation)") @Nullable
        String violationKind,

        @Size(min = 1, max = 20) @Schema(description = "决定给予的处罚 (penalties that the decision imposes)") @Nullable
        List<@NotNull @Valid Penalty> penalties)
        implements ActContent {

    @Override
    public ListingAct act() {
        return ListingAct.REVISE;
    }

    @Override
    public Optional<DecisionDocument> broughtDecision() {
        return Optional.ofNullable(decision);
    }

    @Override
    public ListingEvent applyTo(Listing entry, DecisionContext now) {
        return entry.revise(this, now);
    }
}

package cn.quality.credit.listing;

import cn.quality.credit.enterprise.ActivityField;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A proposed entry.
 *
 * @param ground why, in the words of the basis
 * @param legalBasis code in the catalogue of legal bases
 * @param validUntil last day on which it may be shown
 */
@Schema(description = "拟列入的条目 (a proposed list entry)")
record NewListing(
        @NotNull @Size(max = 40) @Schema(examples = "91371199MA3RH00187")
        String uscc,

        @NotNull ListingKind kind,

        @NotNull ActivityField field,

        @NotBlank @Size(max = 500) @Schema(examples = "示例：性质恶劣、情节严重并受到较重行政处罚")
        String ground,

        @NotBlank @Size(max = 40) @Schema(examples = "SAMR-44")
        String legalBasis,

        @Valid @Nullable DecisionDocument decision,

        @Schema(examples = "2029-03-01") @Nullable LocalDate validUntil) {}

package cn.quality.standards.check;

import cn.quality.standards.catalogue.StandardRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a check.
 *
 * @param valid whether the number may be executed today; an enterprise's own number is valid while it is declared
 * @param standard absent for one that the catalogue does not hold
 * @param successors of one that is not in force
 * @param enterpriseName absent while it is not known
 * @param declarations by which the seller has declared it, for this product if one was asked about
 */
@Schema(name = "Check")
record CheckView(
        @Schema(required = true, examples = "GB/T 18108-2019", description = "统一写法 The one spelling")
        String number,

        @Schema(required = true) boolean valid,

        @Nullable StandardRef standard,

        @Schema(required = true) List<StandardRef> successors,

        @Schema(required = true, examples = "91371199MA3RH00187")
        String uscc,

        @Nullable String enterpriseName,
        @Nullable String product,

        @Schema(required = true) Verdict verdict,

        @Schema(required = true) String explanation,

        @Schema(required = true) List<Match> declarations) {

    /** A declaration that answers the question. */
    @Schema(name = "CheckedDeclaration")
    record Match(
            @Schema(required = true) UUID id,

            @Schema(required = true, examples = "Q/RZSL 001-2024")
            String number,

            @Schema(required = true, examples = "冷冻烤鳗") String title,

            @Schema(required = true) Instant declaredAt) {}
}

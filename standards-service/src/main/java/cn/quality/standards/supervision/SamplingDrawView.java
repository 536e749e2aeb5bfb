package cn.quality.standards.supervision;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A drawn list, and all it takes to draw it again.
 *
 * @param population how many were drawn from
 * @param populationDigest SHA-256 of their ids, one a line
 * @param items who is on the list; absent in a list of lists
 */
@Schema(name = "SamplingDraw")
record SamplingDrawView(
        @Schema(required = true) UUID id,

        @Schema(required = true) String title,

        @Schema(required = true, examples = "371102") String region,

        @Schema(required = true) int size,

        @Schema(required = true) List<String> inspectors,

        @Schema(required = true, description = "随机种子 The seed")
        String seed,

        @Schema(required = true) int population,

        @Schema(required = true) String populationDigest,

        @Schema(required = true) String drawnBy,

        @Schema(required = true) Instant drawnAt,

        @Nullable List<Item> items) {

    @Schema(name = "SampledDeclaration")
    record Item(
            @Schema(required = true) int position,

            @Schema(required = true) UUID declaration,

            @Schema(required = true, examples = "Q/RZSL 001-2024")
            String number,

            @Schema(required = true) String title,

            @Schema(required = true, examples = "91371199MA3RH00187")
            String uscc,

            @Schema(examples = "日照示例海洋食品有限公司") @Nullable String enterpriseName,

            @Schema(required = true) List<String> inspectors) {}
}

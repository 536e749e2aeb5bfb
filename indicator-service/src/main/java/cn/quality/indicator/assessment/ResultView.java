package cn.quality.indicator.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What came of an area, as it is shown.
 *
 * @param score rounded as the scheme declares; absent when not one indicator applies
 * @param rank equal ones share it: 1, 1, 3
 * @param reported rows it has reported, of those that are applicable
 * @param applicable rows that concern it
 * @param notReported rows it has not reported, which scored nothing
 * @param vetoes rows with an event that decides the grade
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ResultView(
        @Schema(examples = "371102") String area,
        @Schema(examples = "91") @Nullable BigDecimal score,
        @Schema(examples = "A") @Nullable String grade,
        @Schema(examples = "1") @Nullable Integer rank,
        @Schema(examples = "12") int reported,
        @Schema(examples = "12") int applicable,
        List<String> notReported,
        List<String> vetoes) {

    static ResultView of(AreaResult result) {
        return new ResultView(
                result.area(),
                result.score().orElse(null),
                result.grade().orElse(null),
                result.rank().orElse(null),
                result.reported(),
                result.applicable(),
                result.notReported(),
                result.vetoes());
    }
}

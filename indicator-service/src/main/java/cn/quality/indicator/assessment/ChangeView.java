package cn.quality.indicator.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a correction has changed for an area. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChangeView(
        @Schema(examples = "371102") String area,
        @Nullable String gradeBefore,
        @Nullable String gradeAfter,
        @Nullable BigDecimal scoreBefore,
        @Nullable BigDecimal scoreAfter) {

    static ChangeView of(AssessmentBundle.Changed changed) {
        return new ChangeView(
                changed.area(),
                changed.gradeBefore().orElse(null),
                changed.gradeAfter().orElse(null),
                changed.scoreBefore().orElse(null),
                changed.scoreAfter().orElse(null));
    }
}

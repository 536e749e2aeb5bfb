package cn.quality.indicator.progress;

import cn.quality.indicator.catalogue.Qualifier;
import cn.quality.indicator.observation.ObservationStatus;
import cn.quality.indicator.observation.ObservationView;
import cn.quality.indicator.observation.Period;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The published figure that is judged.
 *
 * @param level of an ordered scale, in place of a value
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Actual(
        Period period,
        @Schema(examples = "140") @Nullable BigDecimal value,
        @Nullable Qualifier qualifier,
        @Schema(examples = "比较满意") @Nullable String level,
        ObservationStatus status) {

    static Actual of(ObservationView figure) {
        return new Actual(figure.period(), figure.value(), figure.qualifier(), figure.level(), figure.status());
    }

    boolean isMissing() {
        return value == null && level == null;
    }
}

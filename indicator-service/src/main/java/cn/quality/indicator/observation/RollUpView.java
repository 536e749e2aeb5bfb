package cn.quality.indicator.observation;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.area.AreaCode;
import cn.quality.platform.problem.Text;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A figure of an area made of the figures of the areas within it.
 *
 * @param value in the unit of the indicator; absent where nothing could be rolled up
 * @param parts what it is made of
 * @param missing areas within it that reported nothing that could be used
 * @param note what a reader must know not to misread it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RollUpView(
        IndicatorCode indicator,
        @Schema(examples = "1") int definition,
        AreaCode area,
        Period period,
        Method method,
        @Schema(examples = "97.6190476190") @Nullable BigDecimal value,
        @Schema(examples = "1025") @Nullable BigDecimal numerator,
        @Schema(examples = "1050") @Nullable BigDecimal denominator,
        ObservationStatus status,
        List<ObservationView> parts,
        List<AreaCode> missing,
        @Nullable Text note) {

    /** How figures of an indicator are rolled up. */
    public enum Method {
        /** Sum of the numerators over sum of the denominators. */
        RATIO,
        SUM,
        /** An index, a level, or done and not done: the whole is not made of its parts. */
        NONE
    }
}

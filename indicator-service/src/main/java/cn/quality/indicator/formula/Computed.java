package cn.quality.indicator.formula;

import cn.quality.indicator.BilingualText;
import cn.quality.indicator.observation.ObservationStatus;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A figure of an input, or a result.
 *
 * @param value absent when missing
 * @param status M when missing; of a result the worst of its inputs'
 * @param reason why there is no value, or why it is only estimated
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Computed(
        @Schema(examples = "97.6190") @Nullable BigDecimal value,
        ObservationStatus status,
        @Nullable BilingualText reason) {

    static Computed missing(String zh, String en) {
        return new Computed(null, ObservationStatus.M, new BilingualText(zh, en));
    }
}

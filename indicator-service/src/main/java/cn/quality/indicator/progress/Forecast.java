package cn.quality.indicator.progress;

import cn.quality.indicator.BilingualText;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a series would be on a day if it went on as it has.
 *
 * @param method how it is reckoned; {@code OLS} is the straight line of least squares
 * @param points figures it is reckoned from
 * @param value absent when there are too few
 * @param low with {@code high} the interval in which the figure lies in 95 of 100 cases
 * @param whyNone why there is no value
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Forecast(
        LocalDate on,
        @Schema(examples = "OLS") String method,
        @Schema(examples = "4") int points,
        @Schema(examples = "226.5") @Nullable BigDecimal value,
        @Schema(examples = "201.3") @Nullable BigDecimal low,
        @Schema(examples = "250") @Nullable BigDecimal high,
        @Nullable BilingualText whyNone) {}

package cn.quality.indicator.warning;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that a warning stands on. They were compared unrounded, and are written with as many digits as tell one from
 * the other.
 *
 * @param actual the figure
 * @param numerator with the denominator, of a rate
 * @param expected where the trajectory was at the end of the period; without one what was promised
 * @param border what it was compared with: the edge of what is off track, a floor, a ceiling; of a change the most usual one
 * @param low with {@code high} the interval of a rate at 95 %
 * @param before the figure before, of a sudden change
 * @param change how much it changed by
 * @param due the last day of a report
 * @param zh what was found, in words
 */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "WarningEvidence", description = "预警依据 (the numbers a warning stands on)")
record Evidence(
        @Schema(examples = "94.2") @Nullable BigDecimal actual,
        @Schema(examples = "942") @Nullable BigDecimal numerator,
        @Schema(examples = "1000") @Nullable BigDecimal denominator,
        @Schema(examples = "98") @Nullable BigDecimal expected,
        @Schema(examples = "98") @Nullable BigDecimal border,
        @Schema(examples = "92.58") @Nullable BigDecimal low,
        @Schema(examples = "95.49") @Nullable BigDecimal high,
        @Nullable BigDecimal before,
        @Nullable BigDecimal change,
        @Nullable LocalDate due,
        @Schema(examples = "2019年为94.2%，目标要求不低于98%，进度滞后") String zh,

        @Schema(examples = "2019: 94.2%; the target asks for at least 98%: off track")
        String en) {

    /** The same in numbers, however they are written. */
    boolean saysAs(Evidence other) {
        return zh.equals(other.zh) && en.equals(other.en);
    }
}

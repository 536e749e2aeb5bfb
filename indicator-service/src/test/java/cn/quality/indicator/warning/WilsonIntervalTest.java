package cn.quality.indicator.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.indicator.catalogue.Qualifier;
import cn.quality.indicator.progress.Limit;
import cn.quality.indicator.warning.WilsonInterval.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonIntervalTest {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @ParameterizedTest
    @CsvSource({
        "19,   20,   76.39, 99.11",
        "950,  1000, 93.47, 96.19",
        "960,  1000, 94.60, 97.05",
        "10,   10,   72.25, 100.00",
        "0,    10,   0.00,  27.75",
        "1,    1,    20.65, 100.00",
        "2.5,  5,    17.04, 82.96",
    })
    void inNinetyFiveOfAHundredCases(BigDecimal numerator, BigDecimal denominator, BigDecimal low, BigDecimal high) {
        var interval = WilsonInterval.of(numerator, denominator, HUNDRED).orElseThrow();
        assertThat(interval.low().setScale(2, RoundingMode.HALF_EVEN)).isEqualTo(low);
        assertThat(interval.high().setScale(2, RoundingMode.HALF_EVEN)).isEqualTo(high);
        assertThat(interval.high()).isLessThanOrEqualTo(HUNDRED);
        assertThat(interval.low()).isNotNegative();
    }

    /** Floors and ceilings; a limit inside the interval decides nothing, one at its end is inside. */
    @ParameterizedTest
    @CsvSource({
        "19,   20,   GE, 97,    NOT_ENOUGH_DATA",
        "950,  1000, GE, 97,    OFF",
        "960,  1000, GE, 97,    NOT_ENOUGH_DATA",
        "990,  1000, GE, 97,    OK",
        "10,   10,   GE, 100,   NOT_ENOUGH_DATA",
        "10,   10,   GE, 72,    OK",
        "1,    1000, LE, 2,     OK",
        "30,   1000, LE, 2,     OFF",
        "25,   1000, LE, 2,     NOT_ENOUGH_DATA",
        "0,    20,   LT, 0,     NOT_ENOUGH_DATA",
        "500,  1000, EQ, 90,    OFF",
        "500,  1000, EQ, 50,    NOT_ENOUGH_DATA",
    })
    void aLimitInsideTheIntervalDecidesNothing(
            BigDecimal numerator, BigDecimal denominator, Qualifier qualifier, BigDecimal limit, Verdict verdict) {
        assertThat(WilsonInterval.of(numerator, denominator, HUNDRED)
                        .orElseThrow()
                        .against(new Limit(qualifier, limit)))
                .isEqualTo(verdict);
    }

    /** Rounded to two digits the interval of 960 out of 1000 ends at 97.05; the limit is compared with what it is. */
    @Test
    void nothingIsRoundedBeforeItIsCompared() {
        var interval = WilsonInterval.of(BigDecimal.valueOf(960), BigDecimal.valueOf(1000), HUNDRED)
                .orElseThrow();
        var above = interval.high().add(new BigDecimal("1E-20"));
        assertThat(interval.against(new Limit(Qualifier.GE, interval.high()))).isEqualTo(Verdict.NOT_ENOUGH_DATA);
        assertThat(interval.against(new Limit(Qualifier.GE, above))).isEqualTo(Verdict.OFF);
    }

    @Test
    void outOfNothingThereIsNoValue() {
        assertThat(WilsonInterval.of(BigDecimal.ZERO, BigDecimal.ZERO, HUNDRED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1, 10", "11, 10", "0, -1", "1, 0"})
    void whatIsNoPartOfAWholeIsRefused(BigDecimal numerator, BigDecimal denominator) {
        assertThatThrownBy(() -> WilsonInterval.of(numerator, denominator, HUNDRED))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

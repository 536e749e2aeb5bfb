package cn.quality.indicator.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuddenChangeTest {

    private static final BigDecimal THREE_TIMES = BigDecimal.valueOf(3);

    /** The changes of 90 91 93 94 94.5 are 1 2 1 0.5: their median is 1. */
    @ParameterizedTest
    @CsvSource({
        "90 91 93 94 94.5,    97.5,   false",
        "90 91 93 94 94.5,    97.51,  true",
        "90 91 93 94 94.5,    91.5,   false",
        "90 91 93 94 94.5,    91.49,  true",
        "90 91 93 94,         10,     false",
        "98 98 98 98 98,      98.01,  true",
        "98 98 98 98 98,      98.0,   false",
        "90 91 93 94 94.5 96, 98,     false",
    })
    void beyondThreeTimesTheMedianOfAtLeastFivePoints(String history, BigDecimal now, boolean sudden) {
        var before = Stream.of(history.split(" ", -1)).map(BigDecimal::new).toList();
        assertThat(SuddenChange.of(before, now, new SuddenChangeLimits.Limits(THREE_TIMES, 5))
                        .isPresent())
                .isEqualTo(sudden);
    }
}

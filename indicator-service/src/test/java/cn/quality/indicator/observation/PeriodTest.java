package cn.quality.indicator.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2018,    A, 2018-01-01, 2018-12-31, 2019",
        "2018-S2, S, 2018-07-01, 2018-12-31, 2019-S1",
        "2018-Q1, Q, 2018-01-01, 2018-03-31, 2018-Q2",
        "2018-Q4, Q, 2018-10-01, 2018-12-31, 2019-Q1",
        "2018-07, M, 2018-07-01, 2018-07-31, 2018-08",
        "2020-02, M, 2020-02-01, 2020-02-29, 2020-03",
        "2018-12, M, 2018-12-01, 2018-12-31, 2019-01"
    })
    void whatIsWrittenIsReadAndWrittenAgain(
            String written, Frequency frequency, LocalDate first, LocalDate last, String next) {
        var period = Period.parse(written).orElseThrow();
        assertThat(period.frequency()).isEqualTo(frequency);
        assertThat(period.first()).isEqualTo(first);
        assertThat(period.last()).isEqualTo(last);
        assertThat(period).hasToString(written);
        assertThat(period.next()).hasToString(next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "18", "2018-", "2018-Q5", "2018-Q0", "2018-S3", "2018-13", "2018-00", "2018-1", "1948", "2101",
                "２０１８", "2018-q1", " 2018", "2018\n"
            })
    void whatIsNoPeriodIsNotRead(String written) {
        assertThat(Period.parse(written)).isEmpty();
    }

    @Test
    void noPeriodBeginsInItsMiddle() {
        assertThatThrownBy(() -> new Period(Frequency.Q, LocalDate.of(2018, 2, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

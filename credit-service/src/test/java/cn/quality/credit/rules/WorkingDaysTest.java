package cn.quality.credit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {

    /** Spring Festival of 2026: off from 15 to 23 February, worked on the Saturdays before and after. */
    private static final WorkingDays DAYS = new WorkingDays(List.of(
            new WorkingCalendar(
                    2026,
                    1,
                    "国务院办公厅关于2026年部分节假日安排的通知",
                    Certainty.D,
                    LocalDate.of(2026, 2, 15)
                            .datesUntil(LocalDate.of(2026, 2, 24))
                            .map(day -> new WorkingCalendar.Holiday(day, "春节"))
                            .toList(),
                    List.of(LocalDate.of(2026, 2, 14), LocalDate.of(2026, 2, 28))),
            new WorkingCalendar(2027, 1, "无安排", Certainty.U, List.of(), List.of())));

    @Test
    void skipsTheHolidayAndCountsTheWorkedWeekend() {
        // Friday 13 + 1 is the worked Saturday, + 2 is Tuesday after the holiday.
        assertThat(DAYS.plus(LocalDate.of(2026, 2, 13), 1)).isEqualTo("2026-02-14");
        assertThat(DAYS.plus(LocalDate.of(2026, 2, 13), 2)).isEqualTo("2026-02-24");
        assertThat(DAYS.plus(LocalDate.of(2026, 2, 24), 4)).isEqualTo("2026-02-28");
    }

    @Test
    void doesNotGuessAYearItDoesNotKnow() {
        assertThatThrownBy(() -> DAYS.plus(LocalDate.of(2027, 12, 30), 5)).isInstanceOf(IllegalStateException.class);
    }

    @Property
    void theTermHasExactlyThatManyWorkingDays(
            @ForAll("daysOf2026") LocalDate start, @ForAll @IntRange(max = 60) int days) {
        var end = DAYS.plus(start, days);
        var counted = start.plusDays(1)
                .datesUntil(end.plusDays(1))
                .filter(DAYS::isWorkingDay)
                .count();
        assertThat(counted).isEqualTo(days);
        assertThat(days == 0 || DAYS.isWorkingDay(end)).isTrue();
    }

    @Property
    void twoTermsInARowAreTheirSum(
            @ForAll("daysOf2026") LocalDate start,
            @ForAll @IntRange(max = 30) int first,
            @ForAll @IntRange(max = 30) int second) {
        assertThat(DAYS.plus(DAYS.plus(start, first), second)).isEqualTo(DAYS.plus(start, first + second));
    }

    @Provide
    Arbitrary<LocalDate> daysOf2026() {
        return Arbitraries.integers().between(1, 365).map(day -> LocalDate.ofYearDay(2026, day));
    }
}

package cn.quality.credit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import cn.quality.platform.problem.Problem;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On the rule packs and calendars of the seeds. */
@CreditTest
class DeadlineCalculatorTest {

    @Inject
    DeadlineCalculator deadlines;

    @BeforeEach
    void law() {
        Credit.storeLaw();
    }

    @Test
    void workingDaysSkipTheNationalHolidayAndCountTheWeekendWorkedForIt() {
        var defence = deadlines.deadline("STATEMENT_AND_DEFENCE", LocalDate.of(2026, 9, 29));

        assertThat(defence.due()).isEqualTo(LocalDate.of(2026, 10, 12));
        assertThat(defence.rulePack()).startsWith("credit-2026-04-15@");
        assertThat(defence.calendars()).startsWith("2026@");
    }

    @Test
    void theDayDecidesWhichPackApplies() {
        assertThat(deadlines
                        .deadline("REPAIR_DECISION", LocalDate.of(2025, 12, 24))
                        .rulePack())
                .startsWith("credit-2021-09-01@");
        assertThat(deadlines
                        .deadline("REPAIR_DECISION", LocalDate.of(2025, 12, 25))
                        .rulePack())
                .startsWith("credit-2025-12-25@");
        assertThat(deadlines
                        .deadline("GENERAL_STOPS_AFTER", LocalDate.of(2026, 1, 31))
                        .due())
                .isEqualTo(LocalDate.of(2027, 1, 31));
    }

    @Test
    void nothingIsGuessed() {
        assertThatThrownBy(() -> deadlines.deadline("REPAIR_DECISION", LocalDate.of(2019, 1, 1)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(RulesInForce.NO_RULE));
        assertThatThrownBy(() -> deadlines.deadline("STATEMENT_AND_DEFENCE", LocalDate.of(2027, 12, 30)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(RulesInForce.NO_CALENDAR));
    }
}

package cn.quality.credit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.platform.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a deadline is counted, on rules made by hand. */
class RulesInForceTest {

    /** A Friday. */
    private static final LocalDate START = LocalDate.of(2026, 1, 30);

    @ParameterizedTest
    @CsvSource({
        "WORKING_DAYS, 3, 2026-02-04, '2026@2'",
        "WORKING_DAYS, 0, 2026-01-30, '2026@2'",
        "DAYS, 3, 2026-02-02, ''",
        "MONTHS, 1, 2026-02-28, ''",
        "YEARS, 2, 2028-01-30, ''"
    })
    void eachUnitIsCountedFromTheDayAfter(RulePack.Unit unit, int value, LocalDate due, String calendars) {
        var rules = HandMadeRules.none().value("SOME_PERIOD", value, unit).inForce();

        assertThat(rules.deadline("SOME_PERIOD", START))
                .isEqualTo(new Deadline(due, "SOME_PERIOD", "by-hand@2", calendars));
    }

    @Test
    void aDeadlineAcrossTheYearNamesBothCalendars() {
        var rules = HandMadeRules.none().workingDays("SOME_PERIOD", 3).inForce();

        assertThat(rules.deadline("SOME_PERIOD", LocalDate.of(2026, 12, 31)).calendars())
                .isEqualTo("2026@2,2027@2");
    }

    @Test
    void itIsOverTheDayAfterAndNotBefore() {
        var deadline = new Deadline(START, "", "", "");

        assertThat(deadline.isOver(START.minusDays(1))).isFalse();
        assertThat(deadline.isOver(START)).isFalse();
        assertThat(deadline.isOver(START.plusDays(1))).isTrue();
    }

    @Test
    void aFlagIsSetByAnythingButNought() {
        var rules = HandMadeRules.none()
                .flag("YES", true)
                .flag("NO", false)
                .value("TWO", 2, RulePack.Unit.COUNT)
                .inForce();

        assertThat(rules.flag("YES", START)).isTrue();
        assertThat(rules.flag("NO", START)).isFalse();
        assertThat(rules.flag("TWO", START)).isTrue();
        assertThatThrownBy(() -> rules.deadline("YES", START)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rules.deadline("TWO", START)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hoursAreCountedFromTheMomentThroughNightsAndHolidays() {
        var rules = HandMadeRules.none()
                .value("FIRST_REPORT", 36, RulePack.Unit.HOURS)
                .workingDays("PERIOD", 1)
                .inForce();
        var fridayNight = Instant.parse("2026-01-30T15:30:00Z");

        assertThat(rules.latest("FIRST_REPORT", fridayNight)).isEqualTo("2026-02-01T03:30:00Z");
        assertThatThrownBy(() -> rules.latest("PERIOD", fridayNight)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rules.deadline("FIRST_REPORT", START)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The pack in force is that of the legal day, and in Shanghai it is the next day already. */
    @Test
    void hoursFollowThePackOfTheLegalDay() {
        var change = LocalDate.of(2026, 1, 31);
        var rules = new RulesInForce(
                List.of(
                        HandMadeRules.versioned(HandMadeRules.none()
                                .value("REPORT", 48, RulePack.Unit.HOURS)
                                .pack("former", START.minusYears(1), change)),
                        HandMadeRules.versioned(HandMadeRules.none()
                                .value("REPORT", 24, RulePack.Unit.HOURS)
                                .pack("present", change, null))),
                List.of());

        assertThat(rules.latest("REPORT", Instant.parse("2026-01-30T16:00:00Z")))
                .isEqualTo("2026-01-31T16:00:00Z");
        assertThat(rules.latest("REPORT", Instant.parse("2026-01-30T15:59:59Z")))
                .isEqualTo("2026-02-01T15:59:59Z");
    }

    @Test
    void aQuantityIsReadAsItStands() {
        var rules = HandMadeRules.none()
                .value("INSPECTORS", 2, RulePack.Unit.COUNT)
                .flag("YES", true)
                .inForce();

        assertThat(rules.count("INSPECTORS", START)).isEqualTo(2);
        assertThatThrownBy(() -> rules.count("YES", START)).isInstanceOf(IllegalArgumentException.class);
    }

    /** A case of the time before an order is not judged by it. */
    @Test
    void aRuleThatCameLaterDoesNotApplyBefore() {
        var change = LocalDate.of(2026, 1, 1);
        var rules = new RulesInForce(
                List.of(
                        HandMadeRules.versioned(
                                HandMadeRules.none().flag("OLD", true).pack("former", change.minusYears(1), change)),
                        HandMadeRules.versioned(HandMadeRules.none()
                                .flag("NEW", true)
                                .flag("OFF", false)
                                .pack("present", change, null))),
                List.of());

        assertThat(rules.has("NEW", change.minusDays(1))).isFalse();
        assertThat(rules.applies("NEW", change.minusDays(1))).isFalse();
        assertThat(rules.applies("NEW", change)).isTrue();
        assertThat(rules.has("OFF", change)).isTrue();
        assertThat(rules.applies("OFF", change)).isFalse();
    }

    @Test
    void theDayWhoseRulesApplyChoosesThePackAndTheDayItBeginsIsCountedFrom() {
        var change = LocalDate.of(2026, 1, 1);
        var former =
                HandMadeRules.none().value("PERIOD", 10, RulePack.Unit.DAYS).flag("ONLY_FORMER", true);
        var present = HandMadeRules.none().value("PERIOD", 20, RulePack.Unit.DAYS);
        var rules = new RulesInForce(
                List.of(
                        HandMadeRules.versioned(former.pack("former", LocalDate.of(2020, 1, 1), change)),
                        HandMadeRules.versioned(present.pack("present", change, null))),
                List.of());

        assertThat(rules.deadline("PERIOD", START))
                .isEqualTo(new Deadline(START.plusDays(20), "PERIOD", "present@2", ""));
        assertThat(rules.deadline("PERIOD", START, change.minusDays(1)))
                .isEqualTo(new Deadline(START.plusDays(10), "PERIOD", "former@2", ""));
        assertThat(rules.flag("ONLY_FORMER", change.minusDays(1))).isTrue();
        refused(() -> rules.flag("ONLY_FORMER", change), RulesInForce.NO_RULE.code(), "2026-01-01", "ONLY_FORMER");
        refused(() -> rules.flag("ONLY_FORMER", LocalDate.of(2019, 12, 31)), RulesInForce.NO_RULE.code(), "2019-12-31");
    }

    @Test
    void ofTwoPacksInForceTheLaterOneCounts() {
        var older = HandMadeRules.none().value("PERIOD", 10, RulePack.Unit.DAYS).value("ELSE", 1, RulePack.Unit.DAYS);
        var newer = HandMadeRules.none().value("PERIOD", 20, RulePack.Unit.DAYS);
        var rules = new RulesInForce(
                List.of(
                        HandMadeRules.versioned(older.pack("older", LocalDate.of(2020, 1, 1), null)),
                        HandMadeRules.versioned(newer.pack("newer", LocalDate.of(2025, 1, 1), null))),
                List.of());

        assertThat(rules.deadline("PERIOD", START).rulePack()).isEqualTo("newer@2");
        assertThat(rules.deadline("ELSE", START).rulePack()).isEqualTo("older@2");
    }

    @Test
    void aMissingCalendarIsARefusalAndNoGuess() {
        var rules = new RulesInForce(
                List.of(HandMadeRules.versioned(
                        HandMadeRules.none().workingDays("PERIOD", 5).pack("pack", START, null))),
                HandMadeRules.calendars(2026, 2026));

        refused(() -> rules.deadline("PERIOD", LocalDate.of(2026, 12, 30)), RulesInForce.NO_CALENDAR.code(), "2027");
    }

    private static void refused(ThrowingCallable asked, String code, String... named) {
        assertThatThrownBy(asked).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type().code()).isEqualTo(code);
            assertThat(problem.type().status()).isEqualTo(409);
            assertThat(problem.detail().en()).contains(named);
        });
    }
}

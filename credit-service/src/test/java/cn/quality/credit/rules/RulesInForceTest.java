package cn.quality.credit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.version.Versioned;
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
                .isEqualTo(new Deadline(due, "SOME_PERIOD", "by-hand@2", calendars, Certainty.T));
    }

    @Test
    void aDeadlineAcrossTheYearNamesBothCalendars() {
        var rules = HandMadeRules.none().workingDays("SOME_PERIOD", 3).inForce();

        assertThat(rules.deadline("SOME_PERIOD", LocalDate.of(2026, 12, 31)).calendars())
                .isEqualTo("2026@2,2027@2");
    }

    @Test
    void itIsOverTheDayAfterAndNotBefore() {
        var deadline = new Deadline(START, "", "", "", Certainty.T);

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
                .isEqualTo(new Deadline(START.plusDays(20), "PERIOD", "present@2", "", Certainty.T));
        assertThat(rules.deadline("PERIOD", START, change.minusDays(1)))
                .isEqualTo(new Deadline(START.plusDays(10), "PERIOD", "former@2", "", Certainty.T));
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
        assertThatThrownBy(() -> rules.deadline("PERIOD", LocalDate.of(2026, 12, 30)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.detail().zh()).isEqualTo("尚无 2027 年的工作日历，无法计算期限"));
    }

    /** 总局令第121号 art. 45: the Spring Festival is off until the 23rd of February, and Saturday the 14th is worked for it. */
    @ParameterizedTest
    @CsvSource({
        "DAYS, 3, 2026-02-09, 2026-02-12",
        "DAYS, 6, 2026-02-09, 2026-02-24",
        "DAYS, 19, 2026-02-09, 2026-03-02",
        "MONTHS, 1, 2026-01-18, 2026-02-24",
        "YEARS, 1, 2025-02-14, 2026-02-14",
        "WORKING_DAYS, 6, 2026-02-09, 2026-02-24"
    })
    void whereThePackSaysSoALastDayThatIsOffGivesWayToTheNextWorkingDay(
            RulePack.Unit unit, int value, LocalDate start, LocalDate due) {
        var rolls = festival(HandMadeRules.none().value("PERIOD", value, unit).flag("TERM_ROLLS_OVER_HOLIDAY", true));
        var stays = festival(HandMadeRules.none().value("PERIOD", value, unit).flag("TERM_ROLLS_OVER_HOLIDAY", false));
        var silent = festival(HandMadeRules.none().value("PERIOD", value, unit));

        assertThat(rolls.proceduralDeadline("PERIOD", start, start, List.of()).due())
                .isEqualTo(due);
        for (var rules : List.of(stays, silent)) {
            assertThat(rules.proceduralDeadline("PERIOD", start, start, List.of()))
                    .isEqualTo(rules.deadline("PERIOD", start));
        }
        // A period of display ends on its day whatever the pack says.
        assertThat(rolls.deadline("PERIOD", start)).isEqualTo(stays.deadline("PERIOD", start));
    }

    @Test
    void aDayThatRollsOverNamesTheCalendarAndWithoutOneStaysUnsure() {
        var pack = HandMadeRules.none()
                .value("PERIOD", 1, RulePack.Unit.YEARS)
                .flag("TERM_ROLLS_OVER_HOLIDAY", true)
                .pack("pack", START, null);
        var known = new RulesInForce(List.of(HandMadeRules.versioned(pack)), HandMadeRules.calendars(2027, 2027));
        var unknown = new RulesInForce(List.of(HandMadeRules.versioned(pack)), List.of());

        // The 30th of January 2027 is a Saturday.
        assertThat(known.proceduralDeadline("PERIOD", START, START, List.of()))
                .isEqualTo(new Deadline(LocalDate.of(2027, 2, 1), "PERIOD", "pack@2", "2027@2", Certainty.T));
        assertThat(unknown.proceduralDeadline("PERIOD", START, START, List.of()))
                .isEqualTo(new Deadline(LocalDate.of(2027, 2, 1), "PERIOD", "pack@2", "2027@0", Certainty.U));
    }

    /** On the ways off a list a weekend is all that is known of the year to come, until its calendar is there. */
    @Test
    void whatNothingMayBlockIsCountedByWeekendsUntilTheCalendarIsThere() {
        var pack = HandMadeRules.versioned(
                HandMadeRules.none().workingDays("PERIOD", 3).pack("pack", LocalDate.of(2020, 1, 1), null));
        var start = LocalDate.of(2026, 12, 30);
        var without = new RulesInForce(List.of(pack), HandMadeRules.calendars(2026, 2026));
        var with = new RulesInForce(List.of(pack), HandMadeRules.calendars(2026, 2027));

        var provisional = without.provisionalDeadline("PERIOD", start);
        assertThat(provisional)
                .isEqualTo(new Deadline(LocalDate.of(2027, 1, 4), "PERIOD", "pack@2", "2026@2,2027@0", Certainty.U));
        assertThat(new CalendarCorrected(2027).concerns(provisional)).isTrue();
        assertThat(with.recounted(provisional, start, start))
                .contains(new Deadline(LocalDate.of(2027, 1, 4), "PERIOD", "pack@2", "2026@2,2027@2", Certainty.T));
        assertThat(without.recounted(provisional, start, start)).isEmpty();
        refused(() -> without.provisionalDeadline("OTHER", start), RulesInForce.NO_RULE.code(), "OTHER");
    }

    /** From a Tuesday to the Thursday of the week after: nine days, of which seven are worked. */
    @ParameterizedTest
    @CsvSource({"DAYS, 10, 2026-03-21", "WORKING_DAYS, 10, 2026-03-25", "MONTHS, 1, 2026-04-11"})
    void whatWasSuspendedIsNotCounted(RulePack.Unit unit, int value, LocalDate due) {
        var rules = HandMadeRules.none().value("PERIOD", value, unit).inForce();
        var start = LocalDate.of(2026, 3, 2);
        var suspension = new Suspension(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 12));

        assertThat(rules.proceduralDeadline("PERIOD", start, start, List.of(suspension))
                        .due())
                .isEqualTo(due);
    }

    @Test
    void aDeadlineIsNoSurerThanItsRuleAndItsCalendars() {
        var calendars = List.of(
                HandMadeRules.versioned(new WorkingCalendar(2026, 1, "通知", Certainty.T, List.of(), List.of())),
                HandMadeRules.versioned(new WorkingCalendar(2027, 1, "推算", Certainty.U, List.of(), List.of())));
        var rules = new RulesInForce(
                List.of(HandMadeRules.versioned(HandMadeRules.none()
                        .workingDays("SURE", 5)
                        .value("DIGEST", 5, RulePack.Unit.WORKING_DAYS, Certainty.D)
                        .value("GUESS", 5, RulePack.Unit.DAYS, Certainty.U)
                        .pack("pack", START, null))),
                calendars);
        var year = LocalDate.of(2026, 12, 28);

        assertThat(rules.deadline("SURE", START).certainty()).isEqualTo(Certainty.T);
        assertThat(rules.deadline("SURE", year).certainty()).isEqualTo(Certainty.U);
        assertThat(rules.deadline("DIGEST", START).certainty()).isEqualTo(Certainty.D);
        assertThat(rules.deadline("GUESS", START).certainty()).isEqualTo(Certainty.U);
    }

    /** The year begins with a holiday that nobody knew of when the deadline was counted. */
    @Test
    void aDeadlineIsCountedAgainWhenItsCalendarIsCorrected() {
        var pack = HandMadeRules.versioned(
                HandMadeRules.none().workingDays("PERIOD", 3).pack("pack", LocalDate.of(2020, 1, 1), null));
        var start = LocalDate.of(2026, 12, 30);
        var before = new RulesInForce(List.of(pack), HandMadeRules.calendars(2026, 2027)).deadline("PERIOD", start);
        var corrected = new WorkingCalendar(
                2027,
                2,
                "通知",
                Certainty.D,
                List.of(new WorkingCalendar.Holiday(LocalDate.of(2027, 1, 1), "元旦")),
                List.of());
        var rules = new RulesInForce(
                List.of(pack),
                List.of(HandMadeRules.calendars(2026, 2026).getFirst(), new Versioned<>(corrected, 3, Instant.EPOCH)));

        assertThat(before.due()).isEqualTo("2027-01-04");
        var now = rules.recounted(before, start, start).orElseThrow();
        assertThat(now)
                .isEqualTo(new Deadline(
                        LocalDate.of(2027, 1, 5),
                        "PERIOD",
                        "pack@2",
                        "2026@2,2027@3",
                        Certainty.D,
                        LocalDate.of(2027, 1, 4)));
        assertThat(now.described()).isEqualTo("PERIOD 2027-01-04 → 2027-01-05 (2026@2,2027@3)");
        assertThat(rules.recounted(now, start, start)).isEmpty();
        assertThat(new CalendarCorrected(2027).concerns(now)).isTrue();
        assertThat(new CalendarCorrected(2025).concerns(now)).isFalse();
        assertThat(rules.recounted(new Deadline(start, "ELSE", "gone@1", "2027@1", Certainty.T), start, start))
                .isEmpty();
    }

    /** The case begins in January, the law changes in February, today is March. */
    @ParameterizedTest
    @CsvSource({
        "FORMER, T, 10, former@2, T",
        "FORMER, U, 10, former@2, U",
        "THIS, T, 20, present@2, T",
        "THIS, D, 20, present@2, D"
    })
    void aCaseEndsUnderThePackThatTheRuleOfTransitionNames(
            RulePack.Law law, Certainty transition, int days, String pack, Certainty certainty) {
        var rules = changing(law, transition).forCases(RulePack.Cases.COMPLAINT, LocalDate.of(2026, 3, 2));

        assertThat(rules.deadline("PERIOD", LocalDate.of(2026, 3, 2), START))
                .isEqualTo(new Deadline(LocalDate.of(2026, 3, 2).plusDays(days), "PERIOD", pack, "", certainty));
        assertThat(rules.applies("NEW", START)).isEqualTo(law == RulePack.Law.THIS);
        // What begins after the change has nothing to do with it.
        assertThat(rules.deadline("PERIOD", LocalDate.of(2026, 2, 2)))
                .isEqualTo(new Deadline(LocalDate.of(2026, 2, 22), "PERIOD", "present@2", "", Certainty.T));
    }

    @Test
    void aTransitionMattersOnlyOnceItIsThereAndWhereTheTwoLawsDiffer() {
        var rules = changing(RulePack.Law.THIS, Certainty.U);

        assertThat(rules.forCases(RulePack.Cases.COMPLAINT, LocalDate.of(2026, 1, 31))
                        .deadline("PERIOD", START)
                        .rulePack())
                .isEqualTo("former@2");
        assertThat(rules.forCases(RulePack.Cases.COMPLAINT, LocalDate.of(2026, 3, 2))
                        .deadline("UNCHANGED", START)
                        .certainty())
                .isEqualTo(Certainty.T);
        // Without a case there is no transition: the day alone decides.
        assertThat(rules.deadline("PERIOD", START).rulePack()).isEqualTo("former@2");
    }

    @Test
    void whereTheLawIsSilentACaseStaysWhereItBeganAndTheMarkSaysThatNobodyKnows() {
        var rules = changing(RulePack.Law.THIS, Certainty.T).forCases(RulePack.Cases.LISTING, LocalDate.of(2026, 3, 2));

        var deadline = rules.deadline("PERIOD", START);
        assertThat(deadline.rulePack()).isEqualTo("former@2");
        assertThat(deadline.certainty()).isEqualTo(Certainty.U);
    }

    private static RulesInForce changing(RulePack.Law law, Certainty certainty) {
        var change = LocalDate.of(2026, 2, 1);
        return new RulesInForce(
                List.of(
                        HandMadeRules.versioned(HandMadeRules.none()
                                .value("PERIOD", 10, RulePack.Unit.DAYS)
                                .value("UNCHANGED", 7, RulePack.Unit.DAYS)
                                .pack("former", LocalDate.of(2020, 1, 1), change)),
                        HandMadeRules.versioned(HandMadeRules.none()
                                .value("PERIOD", 20, RulePack.Unit.DAYS)
                                .value("UNCHANGED", 7, RulePack.Unit.DAYS)
                                .flag("NEW", true)
                                .pack("present", change, law, certainty))),
                List.of());
    }

    /** Spring Festival of 2026: off from 15 to 23 February, worked on the Saturday before. */
    private static RulesInForce festival(HandMadeRules rules) {
        var calendar = new WorkingCalendar(
                2026,
                1,
                "示例",
                Certainty.T,
                LocalDate.of(2026, 2, 15)
                        .datesUntil(LocalDate.of(2026, 2, 24))
                        .map(day -> new WorkingCalendar.Holiday(day, "春节"))
                        .toList(),
                List.of(LocalDate.of(2026, 2, 14)));
        return new RulesInForce(
                List.of(HandMadeRules.versioned(rules.pack("pack", LocalDate.of(2020, 1, 1), null))),
                List.of(HandMadeRules.versioned(calendar)));
    }

    private static void refused(ThrowingCallable asked, String code, String... named) {
        assertThatThrownBy(asked).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type().code()).isEqualTo(code);
            assertThat(problem.type().status()).isEqualTo(409);
            assertThat(problem.detail().en()).contains(named);
        });
    }
}

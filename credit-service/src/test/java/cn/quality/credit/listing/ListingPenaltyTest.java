package cn.quality.credit.listing;

import static cn.quality.credit.listing.EntryFixture.APPROVER;
import static cn.quality.credit.listing.EntryFixture.BATCH;
import static cn.quality.credit.listing.EntryFixture.FILE;
import static cn.quality.credit.listing.EntryFixture.HANDLER;
import static cn.quality.credit.listing.EntryFixture.OWNER;
import static cn.quality.credit.listing.EntryFixture.PUBLISHER;
import static cn.quality.credit.listing.EntryFixture.fine;
import static cn.quality.credit.listing.EntryFixture.ofClass;
import static cn.quality.credit.listing.EntryFixture.penalty;
import static cn.quality.credit.listing.EntryFixture.refused;
import static cn.quality.credit.listing.EntryFixture.ruling;
import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.credit.archive.PenaltyType;
import cn.quality.credit.rules.Certainty;
import cn.quality.credit.rules.Deadline;
import cn.quality.credit.rules.HandMadeRules;
import cn.quality.credit.rules.RulePack.Unit;
import cn.quality.credit.rules.Severity;
import cn.quality.platform.problem.Violation;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What follows from the penalties of the decision: class, terms, which system shows the entry, and whether it can be repaired. */
class ListingPenaltyTest {

    private final EntryFixture world = new EntryFixture();

    @BeforeEach
    void theMinorClassIsDefined() {
        world.rules
                .value("MINOR_FINE_OPERATOR_UP_TO", 50_000, Unit.COUNT)
                .value("MINOR_FINE_PERSON_UP_TO", 5_000, Unit.COUNT);
    }

    @ParameterizedTest
    @CsvSource({
        // yuan, on a person, with leniency, minor
        "50000, false, true, true",
        "50000.01, false, true, false",
        "50000, false, false, false",
        "5000, true, true, true",
        "5000.01, true, true, false"
    })
    void aLowFineWithLeniencyIsMinor(String yuan, boolean onPerson, boolean mitigated, boolean minor) {
        world.severity = Severity.MINOR;
        world.penalties = List.of(fine(yuan, onPerson, mitigated));

        if (minor) {
            world.draft();
        } else {
            assertThat(refused(world::draft, 422, "class-unsuitable").violations())
                    .extracting(Violation::field)
                    .containsExactly("penalties[0].severity");
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyWarningAndCriticismAreMinorWithoutAnAmount(PenaltyType type) {
        world.severity = Severity.MINOR;
        world.penalties = List.of(penalty(PenaltyType.CRITICISM), penalty(type));

        if (type == PenaltyType.WARNING || type == PenaltyType.CRITICISM) {
            world.draft();
        } else {
            assertThat(refused(world::draft, 422, "class-unsuitable").violations())
                    .extracting(Violation::field)
                    .containsExactly("penalties[1].severity");
        }
    }

    @Test
    void whatIsMinorAloneIsOfNoOtherClass() {
        world.penalties = List.of(penalty(PenaltyType.CRITICISM), fine("100", false, true));
        assertThat(refused(world::draft, 422, "class-unsuitable").violations())
                .extracting(Violation::field)
                .containsExactly("severity");

        // A heavier penalty beside it makes the decision heavier.
        world.penalties = List.of(penalty(PenaltyType.CRITICISM), penalty(PenaltyType.CONFISCATION));
        world.draft();
        world.severity = Severity.MINOR;
        world.penalties = List.of(ofClass(PenaltyType.CRITICISM, Severity.GENERAL));
        refused(world::draft, 422, "class-unsuitable");
    }

    /** The class is checked again when the draft is revised and when it is decided. */
    @Test
    void theClassIsCheckedUntilTheDecision() {
        world.severity = Severity.MINOR;
        var draft = world.draft();
        var entry = world.lapsed();
        world.penalties = List.of(penalty(PenaltyType.CONFISCATION));
        refused(draft, () -> draft.revise(world.proposal(), world.by(HANDLER)), 422, "class-unsuitable");

        world.rules = HandMadeRules.lenient();
        var before = world.lapsed();
        theMinorClassIsDefined();
        refused(before, () -> before.decide(ruling(), world.by(APPROVER)), 422, "class-unsuitable");
        entry.decide(ruling(), world.by(APPROVER));
    }

    /** Before the order the provinces said what a low fine is. */
    @Test
    void withoutTheLimitsTheClassIsAsStated() {
        world.rules = HandMadeRules.lenient();
        world.severity = Severity.MINOR;
        world.penalties = List.of(fine("60000", false, false));
        world.draft();
        world.severity = Severity.GENERAL;
        world.penalties = List.of(penalty(PenaltyType.CRITICISM));
        world.draft();
    }

    @Test
    void whoWasOnlyWarnedIsNotShown() {
        world.severity = Severity.MINOR;
        world.penalties = List.of(penalty(PenaltyType.WARNING), penalty(PenaltyType.WARNING));
        var entry = world.served();

        world.flag("WARNING_ONLY_PUBLISHED", false);
        refused(world::draft, 422, "warning-only");
        refused(entry, () -> entry.publish(BATCH, "", world.by(PUBLISHER)), 422, "warning-only");

        world.penalties = List.of(penalty(PenaltyType.WARNING), penalty(PenaltyType.CRITICISM));
        world.published();
    }

    @Test
    void inTheFieldsOfSafetyWhatIsNotMinorIsSerious() {
        world.safetyField = SafetyField.FOOD;
        world.draft();

        world.flag("SERIOUS_BY_FIELD", true);
        assertThat(refused(world::draft, 422, "class-unsuitable").violations())
                .extracting(Violation::field)
                .containsExactly("severity");
        world.serious().draft();

        // Minor is what is shown to be minor.
        world.severity = Severity.MINOR;
        assertThat(refused(world::draft, 422, "class-unsuitable").violations())
                .extracting(Violation::field)
                .containsExactly("penalties");
        world.penalties = List.of(penalty(PenaltyType.CRITICISM));
        world.draft();

        world.severity = Severity.SERIOUS;
        world.penalties = List.of(penalty(PenaltyType.REVOCATION), ofClass(PenaltyType.CONFISCATION, Severity.GENERAL));
        assertThat(refused(world::draft, 422, "class-unsuitable").violations())
                .extracting(Violation::field)
                .containsExactly("penalties[1].severity");

        world.safetyField = null;
        world.draft();
    }

    /** 总局令第107号 art. 6(2). */
    @ParameterizedTest
    @CsvSource({"false, 2026-04-10, 2026-06-10, MINOR_STOPS_AFTER", "true, 2026-06-10, 2027-03-10, GENERAL_STOPS_AFTER"
    })
    void ofSeveralPenaltiesInOneDecisionTheLongestTermHolds(
            boolean flag, LocalDate repair, LocalDate last, String rule) {
        world.severity = Severity.MINOR;
        world.penalties = List.of(penalty(PenaltyType.CRITICISM), ofClass(PenaltyType.CONFISCATION, Severity.GENERAL));
        world.flag("LONGEST_TERM_OF_SEVERAL", flag);

        var entry = world.published();

        assertThat(deadline(entry, ListingDeadline.DISPLAY).due()).isEqualTo(last);
        assertThat(deadline(entry, ListingDeadline.DISPLAY).ruleCode()).isEqualTo(rule);
        assertThat(deadline(entry, ListingDeadline.REPAIR_POSSIBLE).due()).isEqualTo(repair);
    }

    /** Art. 8(4): not before the ban has ended, and not before a year is over. */
    @ParameterizedTest
    @CsvSource({
        // penalty, ban until, flag, repair from, rule
        "RESTRICTION, 2028-01-15, true, 2028-01-16, RESTRICTION_REPAIR_ONLY_AFTER_BAN",
        "RESTRICTION, 2026-09-15, true, 2027-03-10, SERIOUS_REPAIR_AFTER",
        "SUSPENSION, , true, 2027-03-10, SERIOUS_REPAIR_AFTER",
        "CONFISCATION, 2028-01-15, true, 2028-01-16, RESTRICTION_REPAIR_ONLY_AFTER_BAN",
        "CONFISCATION, , true, 2026-06-10, GENERAL_REPAIR_AFTER",
        "RESTRICTION, 2028-01-15, false, 2026-06-10, GENERAL_REPAIR_AFTER"
    })
    void repairWaitsForTheEndOfABanAndForAYear(
            PenaltyType type, LocalDate ban, boolean flag, LocalDate from, String rule) {
        world.penalties = List.of(penalty(type));
        world.banUntil = ban;
        world.flag("RESTRICTION_REPAIR_ONLY_AFTER_BAN", flag);

        var entry = world.published();

        assertThat(deadline(entry, ListingDeadline.REPAIR_POSSIBLE).due()).isEqualTo(from);
        assertThat(deadline(entry, ListingDeadline.REPAIR_POSSIBLE).ruleCode()).isEqualTo(rule);
        world.on(from.minusDays(1));
        refused(entry, () -> entry.applyForRepair(application(), world.by(OWNER)), 422, "repair-too-early");
    }

    /** Art. 8(5): not even after years. */
    @ParameterizedTest
    @EnumSource
    void whatTakesALicenceAGradeOrTheBusinessAwayIsNotRepaired(PenaltyType type) {
        world.serious().penalties = List.of(penalty(PenaltyType.CONFISCATION), penalty(type));
        world.flag("REVOCATION_REPAIR_ALLOWED", false);
        var barred = List.of(PenaltyType.REVOCATION, PenaltyType.LOWERED_GRADE, PenaltyType.CLOSURE)
                .contains(type);

        var entry = world.published();

        world.on(LocalDate.of(2029, 3, 10));
        assertThat(entry.running(ListingDeadline.REPAIR_POSSIBLE).isEmpty()).isEqualTo(barred);
        if (barred) {
            refused(entry, () -> entry.applyForRepair(application(), world.by(OWNER)), 422, "beyond-repair");
        }
        world.flag("REVOCATION_REPAIR_ALLOWED", true);
        entry.applyForRepair(application(), world.by(OWNER));
    }

    /** 国家发展和改革委员会令第36号 has terms of its own, and before it there was none. */
    @Test
    void creditChinaShowsAnEntryByItsOwnRules() {
        assertThat(world.published().running(ListingDeadline.CREDIT_CHINA_DISPLAY))
                .isEmpty();

        world.rules.value("CREDIT_CHINA_GENERAL_STOPS_AFTER", 6, Unit.MONTHS);
        var entry = world.published();
        var shown = entry.running(ListingDeadline.CREDIT_CHINA_DISPLAY).orElseThrow();
        assertThat(shown.deadline())
                .isEqualTo(new Deadline(
                        LocalDate.of(2026, 9, 10), "CREDIT_CHINA_GENERAL_STOPS_AFTER", "by-hand@2", "", Certainty.T));
        assertThat(shown.getSystem()).isEqualTo(DisplaySystem.CREDIT_CHINA);
        assertThat(entry.running(ListingDeadline.DISPLAY).orElseThrow().getSystem())
                .isEqualTo(DisplaySystem.ENTERPRISE_PUBLICITY);
        assertThat(entry.running(ListingDeadline.REPAIR_POSSIBLE).orElseThrow().getSystem())
                .isNull();
        // The city's list follows the other system.
        assertThat(entry.validUntil()).contains(LocalDate.of(2027, 3, 10));

        world.validUntil = LocalDate.of(2026, 5, 1);
        assertThat(deadline(world.published(), ListingDeadline.CREDIT_CHINA_DISPLAY)
                        .due())
                .isEqualTo("2026-05-01");
    }

    @Test
    void theMinorClassIsShownByOneSystemAndNotByTheOther() {
        world.severity = Severity.MINOR;
        world.penalties = List.of(fine("3000", false, true));
        world.rules.value("CREDIT_CHINA_MINOR_STOPS_AFTER", 3, Unit.MONTHS);
        world.flag("CREDIT_CHINA_MINOR_PUBLISHED", false);

        var entry = world.published();
        assertThat(deadline(entry, ListingDeadline.DISPLAY).due()).isEqualTo("2026-06-10");
        assertThat(entry.running(ListingDeadline.CREDIT_CHINA_DISPLAY)).isEmpty();

        world.flag("CREDIT_CHINA_MINOR_PUBLISHED", true);
        assertThat(deadline(world.published(), ListingDeadline.CREDIT_CHINA_DISPLAY)
                        .due())
                .isEqualTo("2026-06-10");
    }

    private static Deadline deadline(Listing entry, ListingDeadline kind) {
        return entry.running(kind).orElseThrow().deadline();
    }

    private static CaseActs.Repairing application() {
        return new CaseActs.Repairing("示例", "示例", List.of(FILE));
    }
}

package cn.quality.credit.listing;

import static cn.quality.credit.listing.EntryFixture.APPROVER;
import static cn.quality.credit.listing.EntryFixture.HANDLER;
import static cn.quality.credit.listing.EntryFixture.OWNER;
import static cn.quality.credit.listing.EntryFixture.PUBLISHER;
import static cn.quality.credit.listing.EntryFixture.TODAY;
import static cn.quality.credit.listing.EntryFixture.notice;
import static cn.quality.credit.listing.EntryFixture.ruling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.credit.rules.Certainty;
import cn.quality.credit.rules.Deadline;
import cn.quality.credit.rules.RulePack;
import cn.quality.credit.rules.Severity;
import cn.quality.platform.identity.Actor;
import cn.quality.platform.problem.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which deadlines run when, how long, and until when an entry stands on the list. */
class ListingDeadlineTest {

    private final EntryFixture world = new EntryFixture();

    @Test
    void aBlackEntryUntilItIsPublished() {
        assertThat(deadlines(world.published()))
                .containsExactly(
                        "DEFENCE 2026-02-09 STATEMENT_AND_DEFENCE 2026-02-16 ended 2026-03-10",
                        "PUBLICATION 2026-03-02 PUBLISH_AFTER_DECISION 2026-03-30 ended 2026-03-10",
                        "REPAIR_POSSIBLE 2026-03-10 GENERAL_REPAIR_AFTER 2026-06-10 running",
                        "DISPLAY 2026-03-10 GENERAL_STOPS_AFTER 2027-03-10 running");
    }

    @Test
    void aSeriousEntryIsPublishedSooner() {
        assertThat(deadlines(world.serious().decided()))
                .last()
                .isEqualTo("PUBLICATION 2026-03-02 PUBLISH_SERIOUS_LIST 2026-03-16 running");
    }

    @Test
    void anHonourRunsItsNoticeAndStandsUntilTheDayItNames() {
        world.red();
        world.validUntil = LocalDate.of(2028, 3, 9);

        var entry = world.published();

        assertThat(deadlines(entry))
                .containsExactly(
                        "PUBLIC_NOTICE 2026-02-24 RED_PUBLIC_NOTICE 2026-03-04 ended 2026-03-10",
                        "DISPLAY 2026-03-10 NAMED_BY_THE_DECISION 2028-03-09 running");
        assertThat(entry.validUntil()).contains(LocalDate.of(2028, 3, 9));

        world.validUntil = null;
        assertThat(world.published().validUntil()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"MINOR, 2026-04-10, 2026-06-10", "GENERAL, 2026-06-10, 2027-03-10", "SERIOUS, 2027-03-10, 2029-03-10"})
    void eachClassHasItsOwn(Severity severity, LocalDate repair, LocalDate last) {
        world.severity = severity;

        var entry = world.published();

        assertThat(due(entry, ListingDeadline.REPAIR_POSSIBLE)).isEqualTo(repair);
        assertThat(due(entry, ListingDeadline.DISPLAY)).isEqualTo(last);
        assertThat(entry.validUntil()).contains(last);
    }

    @ParameterizedTest
    @CsvSource({
        // class, flag, ban until, last day, rule
        "SERIOUS, true, 2030-01-15, 2030-01-15, SERIOUS_EXTENDED_BY_BAN",
        "SERIOUS, false, 2030-01-15, 2029-03-10, SERIOUS_STOPS_AFTER",
        "SERIOUS, true, 2029-03-10, 2029-03-10, SERIOUS_STOPS_AFTER",
        "SERIOUS, true, 2029-03-11, 2029-03-11, SERIOUS_EXTENDED_BY_BAN",
        "SERIOUS, true, 2028-01-15, 2029-03-10, SERIOUS_STOPS_AFTER",
        "GENERAL, true, 2030-01-15, 2027-03-10, GENERAL_STOPS_AFTER",
        // The outer bound, five years from the end of the conduct, does not shorten a longer ban.
        "SERIOUS, true, 2033-01-15, 2033-01-15, SERIOUS_EXTENDED_BY_BAN"
    })
    void aBanExtendsASeriousEntryWhereTheRulesSaySo(
            Severity severity, boolean flag, LocalDate ban, LocalDate last, String rule) {
        world.severity = severity;
        world.banUntil = ban;
        world.flag("SERIOUS_EXTENDED_BY_BAN", flag);

        var display =
                world.published().running(ListingDeadline.DISPLAY).orElseThrow().deadline();

        assertThat(display.due()).isEqualTo(last);
        assertThat(display.ruleCode()).isEqualTo(rule);
        assertThat(display.rulePack()).isEqualTo("by-hand@2");
        assertThat(display.calendars()).isEmpty();
    }

    /** The bound is for the class's period alone, so a ban that ends within the period is not cut either. */
    @ParameterizedTest
    @CsvSource({
        // end of the conduct, ban until, last day, rule
        "2022-06-01, , 2027-06-01, ADVERSE_OUTER_BOUND",
        "2022-06-01, 2027-05-31, 2027-06-01, ADVERSE_OUTER_BOUND",
        "2022-06-01, 2028-01-15, 2028-01-15, SERIOUS_EXTENDED_BY_BAN"
    })
    void theOuterBoundShortensThePeriodAndNoBan(LocalDate conductEnded, LocalDate ban, LocalDate last, String rule) {
        world.serious().flag("SERIOUS_EXTENDED_BY_BAN", true);
        world.conductEndedOn = conductEnded;
        world.banUntil = ban;

        var display =
                world.published().running(ListingDeadline.DISPLAY).orElseThrow().deadline();

        assertThat(display.due()).isEqualTo(last);
        assertThat(display.ruleCode()).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({
        // end of the conduct, named by the decision, last day, rule
        "2021-06-01, , 2026-06-01, ADVERSE_OUTER_BOUND",
        "2025-12-01, 2026-12-31, 2026-12-31, NAMED_BY_THE_DECISION",
        "2025-12-01, 2028-12-31, 2027-03-10, GENERAL_STOPS_AFTER"
    })
    void noAdverseRecordOutlivesTheOuterBoundOrTheDayThatTheDecisionNames(
            LocalDate conductEnded, LocalDate named, LocalDate last, String rule) {
        world.conductEndedOn = conductEnded;
        world.validUntil = named;

        var entry = world.published();

        assertThat(entry.running(ListingDeadline.DISPLAY)
                        .map(RunningDeadline::deadline)
                        .map(Deadline::ruleCode))
                .contains(rule);
        assertThat(entry.validUntil()).contains(last);
    }

    @Test
    void anObjectionRunsLongerFromTheSameDayWhenItIsReferred() {
        var entry = world.objected();
        assertThat(due(entry, ListingDeadline.OBJECTION)).isEqualTo(LocalDate.of(2026, 3, 13));
        assertThat(entry.isObjectionReferred()).isFalse();

        world.on(TODAY.plusDays(1));
        entry.referObjection("示例局", world.by(HANDLER));

        assertThat(deadlines(entry))
                .endsWith(
                        "OBJECTION 2026-03-10 OBJECTION_OWN_DATA 2026-03-13 ended 2026-03-11",
                        "OBJECTION 2026-03-10 OBJECTION_OTHER_UNIT 2026-03-19 running");
        assertThat(entry.isObjectionReferred()).isTrue();

        entry.answerObjection(new CaseActs.ObjectionAnswer(false, "不成立"), world.by(APPROVER));
        assertThat(entry.running(ListingDeadline.OBJECTION)).isEmpty();
        assertThat(entry.latest(ListingDeadline.OBJECTION)).isPresent();
        // The next objection is no referred one.
        assertThat(entry.isObjectionReferred()).isFalse();
    }

    @Test
    void aRepairIsTakenUpAndDecidedInTime() {
        var entry = world.applied();
        assertThat(due(entry, ListingDeadline.REPAIR_ACCEPTANCE)).isEqualTo(LocalDate.of(2026, 6, 12));

        entry.takeUpRepair(new CaseActs.RepairAcceptance(true, "示例"), world.by(HANDLER));
        assertThat(entry.running(ListingDeadline.REPAIR_ACCEPTANCE)).isEmpty();
        assertThat(due(entry, ListingDeadline.REPAIR_DECISION)).isEqualTo(LocalDate.of(2026, 6, 22));

        entry.decideRepair(new CaseActs.RepairRuling(true, "示例"), world.by(APPROVER));
        assertThat(running(entry)).containsExactly(ListingDeadline.LIFTING);
        assertThat(due(entry, ListingDeadline.LIFTING)).isEqualTo(LocalDate.of(2026, 6, 23));
    }

    /** It runs from the day on which the decision was due, whenever it was put off. */
    @Test
    void aDecisionOnARepairThatIsPutOffIsDueLater() {
        world.rules.workingDays("REPAIR_DECISION_EXTENSION", 10);
        var entry = world.accepted();
        world.on(LocalDate.of(2026, 6, 15));

        entry.extendRepair(new CaseActs.RepairExtension("示例批1号", "示例"), world.by(APPROVER));

        assertThat(deadlines(entry))
                .endsWith(
                        "REPAIR_DECISION 2026-06-10 REPAIR_DECISION 2026-06-22 ended 2026-06-15",
                        "REPAIR_DECISION_EXTENDED 2026-06-22 REPAIR_DECISION_EXTENSION 2026-07-06 running");
        assertThat(entry.newestPaper().orElseThrow().number()).isEqualTo("示例批1号");
        entry.decideRepair(new CaseActs.RepairRuling(false, "示例"), world.by(APPROVER));
        assertThat(running(entry)).containsExactly(ListingDeadline.REPAIR_POSSIBLE, ListingDeadline.DISPLAY);
    }

    @Test
    void whatHasLostItsBasisIsWithdrawnInTimeCountedFromTheAnnulment() {
        var entry = world.published();
        world.on(LocalDate.of(2026, 3, 20));

        entry.revokeBasis(new CaseActs.Annulment("市政府", "示例1号", LocalDate.of(2026, 3, 18)), world.by(APPROVER));

        assertThat(running(entry)).containsExactly(ListingDeadline.WITHDRAWAL);
        assertThat(due(entry, ListingDeadline.WITHDRAWAL)).isEqualTo(LocalDate.of(2026, 3, 24));
        entry.withdraw("示例", world.by(PUBLISHER));
        assertThat(running(entry)).containsExactly(ListingDeadline.LIFTING);
    }

    @Test
    void anHonourLeavesNothingToLift() {
        world.red();
        assertThat(running(world.withdrawn())).isEmpty();
    }

    /** The calendars end with 2040; what reaches beyond is counted all the same, and nobody is sure of it. */
    @Test
    void noMissingCalendarPreventsAnEntryFromLeavingTheList() {
        world.rules.value("OBJECTION_OWN_DATA", 9999, RulePack.Unit.WORKING_DAYS);
        world.rules.value("WITHDRAW_AFTER_ANNULMENT", 9999, RulePack.Unit.WORKING_DAYS);
        world.rules.value("STOP_AFTER_REPAIR", 9999, RulePack.Unit.WORKING_DAYS);

        var entry = world.objected();
        assertThat(running(entry)).contains(ListingDeadline.OBJECTION);
        entry.revokeBasis(new CaseActs.Annulment("示例市人民政府", "示例复决1号", TODAY), world.by(APPROVER));
        assertThat(running(entry)).containsExactly(ListingDeadline.WITHDRAWAL);
        entry.withdraw("示例", world.by(PUBLISHER));

        assertThat(entry.state()).isEqualTo(ListingState.WITHDRAWN);
        assertThat(running(entry)).containsExactly(ListingDeadline.LIFTING);
        assertThat(entry.latest(ListingDeadline.LIFTING).orElseThrow().deadline())
                .satisfies(lifting -> {
                    assertThat(lifting.certainty()).isEqualTo(Certainty.U);
                    assertThat(lifting.calendars()).contains("2040@2", "2041@0");
                });
    }

    @Test
    void thePeriodsOfARestoredEntryStartAnewUnderTheRulesOfItsDecision() {
        var entry = world.repaired();
        world.on(LocalDate.of(2026, 7, 1));

        entry.restore(new CaseActs.FraudFinding("示例1号", LocalDate.of(2026, 6, 30), "伪造"), world.by(APPROVER));
        assertThat(running(entry)).containsExactly(ListingDeadline.PUBLICATION);
        assertThat(due(entry, ListingDeadline.PUBLICATION)).isEqualTo(LocalDate.of(2026, 7, 29));
        entry.publish(EntryFixture.BATCH, "", world.by(PUBLISHER));

        assertThat(running(entry)).containsExactly(ListingDeadline.REPAIR_POSSIBLE, ListingDeadline.DISPLAY);
        assertThat(due(entry, ListingDeadline.REPAIR_POSSIBLE)).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(due(entry, ListingDeadline.DISPLAY)).isEqualTo(LocalDate.of(2027, 7, 1));
    }

    /**
     * 总局令第107号 art. 23(2): the term starts again, nobody applies for three years, and that it was fraud is public for three
     * years, also when the entry has ended by itself.
     */
    @Test
    void afterFraudNobodyAppliesForThreeYears() {
        world.rules
                .value("FRAUD_NO_REAPPLY", 3, RulePack.Unit.YEARS)
                .value("FRAUD_DECISION_PUBLISHED", 2, RulePack.Unit.YEARS);
        var entry = world.repaired();
        world.on(LocalDate.of(2026, 7, 1));

        entry.restore(new CaseActs.FraudFinding("示例1号", LocalDate.of(2026, 7, 1), "伪造"), world.by(APPROVER));
        entry.publish(EntryFixture.BATCH, "", world.by(PUBLISHER));

        assertThat(due(entry, ListingDeadline.REPAIR_POSSIBLE)).isEqualTo("2029-07-01");
        assertThat(due(entry, ListingDeadline.DISPLAY)).isEqualTo("2027-07-01");
        assertThat(due(entry, ListingDeadline.FRAUD_DECISION_DISPLAY)).isEqualTo("2028-07-01");
        world.on(LocalDate.of(2027, 7, 2));
        entry.expire(world.by(Actor.SYSTEM));
        assertThat(running(entry)).containsExactly(ListingDeadline.FRAUD_DECISION_DISPLAY, ListingDeadline.LIFTING);
    }

    /** What should never have stood there leaves nothing behind. */
    @Test
    void nothingIsShownOfTheFraudOnceTheEntryIsWithdrawn() {
        world.rules.value("FRAUD_DECISION_PUBLISHED", 3, RulePack.Unit.YEARS);
        var entry = world.repaired();
        entry.restore(new CaseActs.FraudFinding("示例1号", world.by(APPROVER).today(), "伪造"), world.by(APPROVER));
        entry.publish(EntryFixture.BATCH, "", world.by(PUBLISHER));

        entry.withdraw("示例", world.by(PUBLISHER));

        assertThat(running(entry)).containsExactly(ListingDeadline.LIFTING);
    }

    /** 总局令第107号 art. 22: the term runs on while the plan is carried out, and the entry is shown for what is left of it. */
    @Test
    void theTermRunsOnDuringAReorganisation() {
        var entry = world.published();
        entry.fileCourtRuling(EntryFixture.courtRuling(TODAY), world.by(OWNER));
        assertThat(due(entry, ListingDeadline.TEMPORARY_REPAIR)).isEqualTo("2026-03-18");

        entry.decideTemporaryRepair(new CaseActs.TemporaryRepairRuling(true, "准予"), world.by(APPROVER));
        assertThat(running(entry))
                .containsExactly(ListingDeadline.REPAIR_POSSIBLE, ListingDeadline.DISPLAY, ListingDeadline.LIFTING);
        world.on(LocalDate.of(2026, 9, 1));
        entry.resumeDisplay(EntryFixture.termination(LocalDate.of(2026, 8, 31)), world.by(PUBLISHER));

        assertThat(running(entry)).containsExactly(ListingDeadline.REPAIR_POSSIBLE, ListingDeadline.DISPLAY);
        assertThat(entry.validUntil()).contains(LocalDate.of(2027, 3, 10));
    }

    /** Its measures are owed from the day on which it was taken off, and nothing else runs on. */
    @Test
    void onlyTheMeasuresAreLeftOfAReorganisationThatSucceeded() {
        var entry = world.temporarilyRepaired();
        world.on(LocalDate.of(2026, 9, 1));
        entry.confirmReorganisation(EntryFixture.completion(LocalDate.of(2026, 8, 31)), world.by(APPROVER));

        assertThat(running(entry)).containsExactly(ListingDeadline.LIFTING);
        assertThat(due(entry, ListingDeadline.LIFTING)).isEqualTo("2026-03-23");
    }

    /** What was lifted while the plan was carried out is not owed again, or nobody could ever be done with it. */
    @Test
    void measuresLiftedDuringAReorganisationAreNotOwedAgain() {
        var entry = world.temporarilyRepaired();
        entry.liftMeasures(EntryFixture.lifting(TODAY), world.by(HANDLER));
        assertThatThrownBy(() -> entry.liftMeasures(EntryFixture.lifting(TODAY), world.by(HANDLER)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        refusal -> assertThat(refusal.type().code()).isEqualTo("measures-lifted"));
        entry.revokeBasis(new CaseActs.Annulment("市政府", "撤1号", TODAY), world.by(APPROVER));
        assertThat(running(entry)).containsExactly(ListingDeadline.WITHDRAWAL);
        entry.withdraw("示例", world.by(PUBLISHER));
        assertThat(running(entry)).isEmpty();
    }

    /** The measures have been owed since the entry was taken off, and are owed once. */
    @Test
    void measuresAreOwedOnceAlsoWhenTheBasisFallsDuringAReorganisation() {
        var entry = world.temporarilyRepaired();
        world.on(LocalDate.of(2026, 9, 1));
        entry.revokeBasis(new CaseActs.Annulment("市政府", "撤1号", LocalDate.of(2026, 9, 1)), world.by(APPROVER));
        entry.withdraw("示例", world.by(PUBLISHER));
        assertThat(running(entry)).containsExactly(ListingDeadline.LIFTING);
        assertThat(due(entry, ListingDeadline.LIFTING)).isEqualTo("2026-03-23");
    }

    /** The day of the decision is the day of its law; without one the day of the act. */
    @Test
    void theLawOfAnEntryIsThatOfItsDecision() {
        assertThat(world.draft().lawDay(TODAY)).isEqualTo(EntryFixture.DECIDED);
        assertThat(world.draft().lawDay()).isEqualTo(EntryFixture.DECIDED);
        world.decision = null;
        assertThat(world.draft().lawDay(TODAY)).isEqualTo(TODAY);
    }

    @Test
    void whatTheOfficeOwesCanBeOverdue() {
        assertThat(Stream.of(ListingDeadline.values()).filter(ListingDeadline::isWork))
                .containsExactly(
                        ListingDeadline.PUBLICATION,
                        ListingDeadline.OBJECTION,
                        ListingDeadline.REPAIR_ACCEPTANCE,
                        ListingDeadline.REPAIR_DECISION,
                        ListingDeadline.REPAIR_DECISION_EXTENDED,
                        ListingDeadline.TEMPORARY_REPAIR,
                        ListingDeadline.WITHDRAWAL,
                        ListingDeadline.LIFTING);
        assertThat(ListingDeadline.OBJECTION.zh()).isEqualTo("异议处理");
    }

    @Test
    void theDeadlineForTheDefenceEndsWithTheRejection() {
        var entry = world.submitted();
        entry.serveNotice(notice(TODAY), world.by(APPROVER));
        entry.reject("示例", world.by(APPROVER));
        assertThat(running(entry)).isEmpty();

        var decided = world.lapsed();
        decided.decide(ruling(), world.by(APPROVER));
        decided.reject("示例", world.by(APPROVER));
        assertThat(running(decided)).isEmpty();
    }

    /** What the office and the enterprise see of them, by the name before and by the present one. */
    @Test
    void theEnterpriseSeesWhatRunsNow() {
        var view = world.objected().view();

        var filed = Filed.of(view);

        assertThat(filed.deadlines())
                .extracting(RunningDeadline::kind)
                .containsExactly(ListingDeadline.REPAIR_POSSIBLE, ListingDeadline.DISPLAY, ListingDeadline.OBJECTION);
        assertThat(filed.clocks()).isEqualTo(ListingView.Clock.of(filed.deadlines()));
        assertThat(filed.clocks()).extracting(ListingView.Clock::clock).last().isEqualTo(ListingDeadline.OBJECTION);
        assertThat(view.clocks()).hasSameSizeAs(view.deadlines());
        assertThat(filed.id()).isEqualTo(view.id());
        assertThat(filed.state()).isEqualTo(ListingState.OBJECTION_OPEN);
    }

    private static LocalDate due(Listing entry, ListingDeadline kind) {
        return entry.running(kind).orElseThrow().deadline().due();
    }

    private static List<ListingDeadline> running(Listing entry) {
        return entry.view().deadlines().stream()
                .filter(RunningDeadline::isRunning)
                .map(RunningDeadline::kind)
                .toList();
    }

    private static List<String> deadlines(Listing entry) {
        return entry.view().deadlines().stream()
                .map(one -> "%s %s %s %s %s"
                        .formatted(
                                one.kind(),
                                one.startedOn(),
                                one.deadline().ruleCode(),
                                one.deadline().due(),
                                one.endedOn() == null ? "running" : "ended " + one.endedOn()))
                .toList();
    }
}

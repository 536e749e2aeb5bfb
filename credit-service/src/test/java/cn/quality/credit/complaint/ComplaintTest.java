package cn.quality.credit.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.credit.enterprise.ActivityField;
import cn.quality.credit.enterprise.EnterpriseStatus;
import cn.quality.credit.enterprise.EnterpriseView;
import cn.quality.credit.enterprise.SubjectType;
import cn.quality.credit.rules.CalendarCorrected;
import cn.quality.credit.rules.Certainty;
import cn.quality.credit.rules.Deadline;
import cn.quality.credit.rules.HandMadeRules;
import cn.quality.credit.rules.RulePack.Unit;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.digest.ReceiptSecret;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identity.Actor;
import cn.quality.platform.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each policy of a complaint one by one, its deadlines by rules made by hand, and what each act leaves behind. */
class ComplaintTest {

    private static final String USCC = "91371199MA3RH00187";

    /** A Monday. */
    private static final LocalDate FILED = LocalDate.of(2026, 3, 9);

    private static final Actor SUN = official("sun", "371102");
    private static final Actor QIAN = official("qian", "371102");
    private static final Actor ZHENG = official("zheng", "371100");

    private LocalDate today = FILED;
    private LocalDate happenedOn = LocalDate.of(2026, 3, 2);
    private @Nullable LocalDate knownOn;
    private boolean named = true;
    private HandMadeRules rules = Complaints.sevenDaysEach();

    @Nullable
    private EnterpriseView subject = enterprise(USCC, "日照示例海鲜店");

    @ParameterizedTest
    @CsvSource({"371102, true", "371100, true", "371103, false", "372500, false"})
    void ownRegion(String region, boolean competent) {
        var complaint = filed(ComplaintKind.COMPLAINT);
        var official = official("wu", region);

        if (competent) {
            complaint.move(ComplaintAct.ACCEPT, "示例", by(official, CaseRole.HANDLER));
        } else {
            var refusal = refused(
                    complaint,
                    () -> complaint.move(ComplaintAct.ACCEPT, "示例", by(official, CaseRole.HANDLER)),
                    403,
                    "foreign-region");
            assertThat(refusal.detail().en()).contains("371102");
        }
    }

    @Test
    void onlyTheAssignedHandlerGoesOn() {
        var complaint = accepted();
        refused(complaint, () -> handled(complaint, QIAN, ComplaintAct.HANDLE), 403, "not-assigned");

        handled(complaint, QIAN, ComplaintAct.TAKE_OVER);
        assertThat(complaint.view().handler()).isEqualTo("qian");
        refused(complaint, () -> handled(complaint, SUN, ComplaintAct.HANDLE), 403, "not-assigned");
        handled(complaint, QIAN, ComplaintAct.HANDLE);
        assertThat(complaint.isInTheHandsOf("qian")).isTrue();
        assertThat(complaint.isInTheHandsOf("sun")).isFalse();
    }

    @Test
    void noPersonConfirmsWhatTheSamePersonHandled() {
        var complaint = answered(Finding.SUBSTANTIATED);
        var alsoApprover = official("sun", "371100");

        refused(complaint, () -> complaint.confirm("示例", by(alsoApprover, CaseRole.APPROVER)), 403, "same-person");
        complaint.confirm("示例", by(ZHENG, CaseRole.APPROVER));
        assertThat(complaint.wasHandledBy("sun")).isTrue();
        // An approver has handled nothing.
        assertThat(complaint.wasHandledBy("zheng")).isFalse();
        assertThat(complaint.wasHandledBy("nobody")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNSUBSTANTIATED", "SETTLED", "UNSETTLED"})
    void onlyASubstantiatedFindingIsConfirmedAndOnlyThatMustBe(Finding finding) {
        var complaint = answered(finding);
        refused(complaint, () -> complaint.confirm("示例", by(ZHENG, CaseRole.APPROVER)), 409, "not-substantiated");
        handled(complaint, SUN, ComplaintAct.CLOSE);

        var substantiated = answered(Finding.SUBSTANTIATED);
        refused(substantiated, () -> handled(substantiated, SUN, ComplaintAct.CLOSE), 409, "awaits-confirmation");
    }

    @Test
    void aVerificationIsExtendedOnceFromItsLastDay() {
        var report = filed(ComplaintKind.REPORT);
        handled(report, SUN, ComplaintAct.CHECK);
        today = FILED.plusDays(3);

        report.move(ComplaintAct.EXTEND, "示例", by(ZHENG, CaseRole.APPROVER));

        assertThat(report.view().deadlines())
                .containsExactly(
                        new RunningDeadline(deadline("REPORT_CHECK", FILED), FILED, today),
                        new RunningDeadline(
                                deadline("REPORT_CHECK_EXTENSION", FILED.plusDays(7)), FILED.plusDays(7), null));
        refused(
                report,
                () -> report.move(ComplaintAct.EXTEND, "示例", by(ZHENG, CaseRole.APPROVER)),
                409,
                "already-extended");
    }

    @Test
    void aComplaintIsRatedOnce() {
        var complaint = answered(Finding.SETTLED);
        complaint.rate(4, " 满意，电话 13812345678 ", complainant());

        assertThat(complaint.view().stars()).isEqualTo(4);
        assertThat(complaint.view().ratingWords()).startsWith("满意").doesNotContain("13812345678");
        refused(complaint, () -> complaint.rate(1, null, complainant()), 409, "already-rated");
    }

    @Test
    void anActBelongsToItsRole() {
        var complaint = filed(ComplaintKind.COMPLAINT);

        var refusal = refused(
                complaint,
                () -> complaint.move(ComplaintAct.ACCEPT, "示例", by(SUN, CaseRole.APPROVER)),
                403,
                "forbidden");
        assertThat(refusal.detail().en()).isEqualTo("ACCEPT belongs to the HANDLER");
    }

    @Test
    void theDeadlinesOfADispute() {
        var complaint = filed(ComplaintKind.COMPLAINT);
        assertThat(complaint.running())
                .contains(new RunningDeadline(deadline("COMPLAINT_ACCEPTANCE", FILED), FILED, null));

        today = FILED.plusDays(1);
        handled(complaint, SUN, ComplaintAct.ACCEPT);
        assertThat(complaint.view().deadlines())
                .containsExactly(
                        new RunningDeadline(deadline("COMPLAINT_ACCEPTANCE", FILED), FILED, today),
                        new RunningDeadline(deadline("COMPLAINT_MEDIATION", today), today, null));
        assertThat(complaint.view().terms()).isEqualTo(complaint.view().deadlines());
        assertThat(complaint.view().handler()).isEqualTo("sun");

        handled(complaint, SUN, ComplaintAct.HANDLE);
        today = FILED.plusDays(2);
        complaint.answer(Finding.SETTLED, " 已退款 ", "不用", by(SUN, CaseRole.HANDLER));
        assertThat(complaint.running()).isEmpty();
        assertThat(complaint.view().answer()).isEqualTo("已退款");
        assertThat(complaint.view().conclusion()).isNull();
    }

    /** 总局令第121号 art. 22: the time of an appraisal is not counted. */
    @Test
    void anAppraisalSuspendsTheMediation() {
        var complaint = handling();
        today = FILED.plusDays(2);
        handled(complaint, SUN, ComplaintAct.BEGIN_APPRAISAL);

        var suspended = complaint.running().orElseThrow();
        assertThat(suspended.suspendedOn()).isEqualTo(today);
        assertThat(suspended.isLate(FILED.plusDays(90))).isFalse();
        refused(complaint, () -> handled(complaint, SUN, ComplaintAct.BEGIN_APPRAISAL), 409, "appraisal-goes-on");
        refused(complaint, () -> handled(complaint, QIAN, ComplaintAct.END_APPRAISAL), 403, "not-assigned");

        today = FILED.plusDays(12);
        handled(complaint, SUN, ComplaintAct.END_APPRAISAL);
        assertThat(complaint.running())
                .contains(new RunningDeadline(
                        new Deadline(FILED.plusDays(17), "COMPLAINT_MEDIATION", "by-hand@2", "", Certainty.T),
                        FILED,
                        null));
        refused(complaint, () -> handled(complaint, SUN, ComplaintAct.END_APPRAISAL), 409, "no-appraisal");

        // A second one comes on top.
        handled(complaint, SUN, ComplaintAct.BEGIN_APPRAISAL);
        today = FILED.plusDays(15);
        handled(complaint, SUN, ComplaintAct.END_APPRAISAL);
        assertThat(complaint.running().orElseThrow().deadline().due()).isEqualTo(FILED.plusDays(20));
    }

    @Test
    void whatIsAgreedDuringAnAppraisalEndsItToo() {
        var complaint = handling();
        today = FILED.plusDays(1);
        handled(complaint, SUN, ComplaintAct.BEGIN_APPRAISAL);
        today = FILED.plusDays(30);
        complaint.answer(Finding.SETTLED, "示例", null, by(SUN, CaseRole.HANDLER));

        assertThat(complaint.isAppraised()).isFalse();
        var mediation = complaint.view().deadlines().getLast();
        assertThat(mediation.metOn()).isEqualTo(today);
        assertThat(mediation.deadline().due()).isEqualTo(FILED.plusDays(36));
        assertThat(mediation.isLate(today)).isFalse();
    }

    /** 总局令第121号 art. 23(2): both sides are notified of the end within a period of its own. */
    @Test
    void theEndOfAMediationIsNotified() {
        var complaint = handling();
        today = FILED.plusDays(3);
        handled(complaint, SUN, ComplaintAct.END_MEDIATION);

        assertThat(complaint.state()).isEqualTo(ComplaintState.MEDIATION_ENDED);
        assertThat(complaint.view().deadlines().get(1).metOn()).isEqualTo(today);
        assertThat(complaint.running())
                .contains(new RunningDeadline(deadline("COMPLAINT_TELL_TERMINATION", today), today, null));
        assertThatThrownBy(() -> complaint.answer(Finding.SETTLED, "示例", null, by(SUN, CaseRole.HANDLER)))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.type().code()).isEqualTo("unsuitable-finding"));
    }

    @Test
    void anEndedMediationIsAnsweredAndDoesNotBeginAgain() {
        var complaint = handling();
        handled(complaint, SUN, ComplaintAct.END_MEDIATION);
        complaint.answer(Finding.SUBSTANTIATED, "示例", "示例", by(SUN, CaseRole.HANDLER));
        assertThat(complaint.running()).isEmpty();

        complaint.move(ComplaintAct.RETURN, "示例", by(ZHENG, CaseRole.APPROVER));
        refused(complaint, () -> handled(complaint, SUN, ComplaintAct.END_MEDIATION), 409, "mediation-over");
        refused(complaint, () -> handled(complaint, SUN, ComplaintAct.BEGIN_APPRAISAL), 409, "mediation-over");
        complaint.answer(Finding.UNSETTLED, "示例", null, by(SUN, CaseRole.HANDLER));
        assertThat(complaint.running()).isEmpty();
    }

    /** 总局令第121号 art. 35(2): from the last report on. */
    @ParameterizedTest
    @CsvSource({"true, true, 2", "true, false, 1", "false, true, 1"})
    void aReportWithNewFactsIsVerifiedFromItsLastWordOn(boolean newFacts, boolean restarts, int deadlines) {
        rules = rules.flag("REPORT_SUPPLEMENT_RESTARTS", restarts);
        var report = filed(ComplaintKind.REPORT);
        handled(report, SUN, ComplaintAct.CHECK);
        today = FILED.plusDays(4);

        report.add("示例：又发现一处", newFacts, complainant());

        assertThat(report.view().deadlines()).hasSize(deadlines);
        assertThat(report.running().orElseThrow().deadline().due())
                .isEqualTo((deadlines == 2 ? today : FILED).plusDays(7));
    }

    @Test
    void newFactsChangeNoOtherDeadline() {
        rules = rules.flag("REPORT_SUPPLEMENT_RESTARTS", true);
        var extended = filed(ComplaintKind.REPORT);
        handled(extended, SUN, ComplaintAct.CHECK);
        extended.move(ComplaintAct.EXTEND, "示例", by(ZHENG, CaseRole.APPROVER));
        extended.add("示例", true, complainant());
        assertThat(extended.running().orElseThrow().deadline().ruleCode()).isEqualTo("REPORT_CHECK");

        var opened = filed(ComplaintKind.REPORT);
        handled(opened, SUN, ComplaintAct.CHECK);
        handled(opened, SUN, ComplaintAct.OPEN_CASE);
        opened.add("示例", true, complainant());
        assertThat(opened.running().orElseThrow().deadline().ruleCode()).isEqualTo("REPORT_TELL");

        var dispute = accepted();
        dispute.add("示例", true, complainant());
        assertThat(dispute.running().orElseThrow().deadline().ruleCode()).isEqualTo("COMPLAINT_MEDIATION");
    }

    /** 总局令第121号 art. 16(4). The third year ends on the 9th of March. */
    @ParameterizedTest
    @CsvSource({
        "2023-03-09,           , true",
        "2023-03-08,           , false",
        "2019-01-01, 2023-03-09, true",
        "2019-01-01, 2023-03-08, false"
    })
    void aComplaintAfterTheLimitationIsNotAccepted(LocalDate happened, @Nullable LocalDate known, boolean accepted) {
        rules = rules.value("COMPLAINT_LIMITATION", 3, Unit.YEARS);
        happenedOn = happened;
        knownOn = known;
        var complaint = filed(ComplaintKind.COMPLAINT);
        // How long the office takes does not matter.
        today = FILED.plusDays(6);

        if (accepted) {
            handled(complaint, SUN, ComplaintAct.ACCEPT);
        } else {
            refused(complaint, () -> handled(complaint, SUN, ComplaintAct.ACCEPT), 422, "limitation-over");
            handled(complaint, SUN, ComplaintAct.REFUSE);
        }
    }

    @Test
    void whereNoPackLimitsNothingIsTooLate() {
        happenedOn = LocalDate.of(1999, 1, 1);
        handled(filed(ComplaintKind.COMPLAINT), SUN, ComplaintAct.ACCEPT);
    }

    @Test
    void nobodyIsNotifiedWhoGaveNoName() {
        named = false;
        var report = filed(ComplaintKind.REPORT);
        handled(report, SUN, ComplaintAct.CHECK);
        handled(report, SUN, ComplaintAct.DECLINE_CASE);

        assertThat(report.running()).isEmpty();
    }

    /** 总局令第121号 has no period for it any more; what the city promises binds nobody. */
    @ParameterizedTest
    @CsvSource({"T, false", "D, false", "U, true"})
    void notifyingTheReporterIsOwedOrPromised(Certainty certainty, boolean promise) {
        rules = rules.value("REPORT_TELL", 7, Unit.DAYS, certainty);
        var report = filed(ComplaintKind.REPORT);
        handled(report, SUN, ComplaintAct.CHECK);
        handled(report, SUN, ComplaintAct.OPEN_CASE);

        var telling = report.running().orElseThrow();
        assertThat(telling.promise()).isEqualTo(promise);
        assertThat(telling.isLate(FILED.plusDays(8))).isEqualTo(!promise);
        assertThat(telling.met(FILED.plusDays(8)).isLate(FILED.plusDays(8))).isEqualTo(!promise);
    }

    @Test
    void anythingElseThatIsUnsureIsOwedNonetheless() {
        rules = rules.value("RECALL_CHECK", 7, Unit.DAYS, Certainty.U);
        assertThat(filed(ComplaintKind.RECALL).running().orElseThrow().promise())
                .isFalse();
    }

    /** The rules by hand know calendars of 2020 to 2040, each in version 2. */
    @Test
    void aCorrectedCalendarMovesWhatRunsAndNothingThatIsOver() {
        rules = rules.workingDays("COMPLAINT_ACCEPTANCE", 5).workingDays("COMPLAINT_MEDIATION", 5);
        var complaint = accepted();
        var friday = LocalDate.of(2026, 3, 13);
        var corrected = rules.holiday(friday).inForce();

        var moved = complaint.recount(new CalendarCorrected(2026), corrected);

        assertThat(moved).extracting(Deadline::due).containsExactly(LocalDate.of(2026, 3, 17));
        assertThat(complaint.running().orElseThrow().deadline().dueBefore()).isEqualTo(LocalDate.of(2026, 3, 16));
        assertThat(complaint.view().deadlines().getFirst().deadline().dueBefore())
                .isNull();
        assertThat(complaint.recount(new CalendarCorrected(2027), corrected)).isEmpty();
    }

    @Test
    void theDeadlinesOfAReport() {
        var report = filed(ComplaintKind.REPORT);
        handled(report, SUN, ComplaintAct.CHECK);
        assertThat(report.running().orElseThrow().deadline().ruleCode()).isEqualTo("REPORT_CHECK");

        handled(report, SUN, ComplaintAct.OPEN_CASE);
        assertThat(report.running().orElseThrow().deadline().ruleCode()).isEqualTo("REPORT_TELL");
    }

    @Test
    void whatIsSentBackRunsToTheDayItAlwaysHad() {
        var complaint = answered(Finding.SUBSTANTIATED);

        complaint.move(ComplaintAct.RETURN, "示例", by(ZHENG, CaseRole.APPROVER));

        assertThat(complaint.state()).isEqualTo(ComplaintState.HANDLING);
        assertThat(complaint.running())
                .contains(new RunningDeadline(deadline("COMPLAINT_MEDIATION", FILED), FILED, null));
    }

    @Test
    void aDeadlineIsLateTheDayAfterWhetherMetOrNot() {
        var deadline = deadline("ANY", FILED);
        var last = FILED.plusDays(7);

        assertThat(new RunningDeadline(deadline, FILED, null).isLate(last)).isFalse();
        assertThat(new RunningDeadline(deadline, FILED, null).isLate(last.plusDays(1)))
                .isTrue();
        assertThat(new RunningDeadline(deadline, FILED, last).isLate(last.plusDays(9)))
                .isFalse();
        assertThat(new RunningDeadline(deadline, FILED, last.plusDays(1)).isLate(last.plusDays(9)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"true, 2", "false, 1"})
    void atAnotherOfficeTheDeadlineGoesOnOrBeginsAnew(boolean restarts, int deadlines) {
        var complaint = filed(ComplaintKind.COMPLAINT);
        today = FILED.plusDays(2);
        var other = new Office("示例市局", "371100");

        complaint.transfer(other, "不属本单位", restarts, by(SUN, CaseRole.HANDLER));

        assertThat(complaint.office()).isEqualTo(other);
        assertThat(complaint.officeRegion()).isEqualTo(new RegionCode("371100"));
        assertThat(complaint.view().handler()).isNull();
        assertThat(complaint.view().acts().getLast().words()).isEqualTo("示例市局：不属本单位");
        assertThat(complaint.view().deadlines()).hasSize(deadlines);
        assertThat(complaint.running().orElseThrow().startedOn()).isEqualTo(restarts ? today : FILED);
        assertThatThrownBy(() -> complaint.transfer(other, "示例", false, by(ZHENG, CaseRole.HANDLER)))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.type().code()).isEqualTo("conflict"));
    }

    @Test
    void aTransferTakesAReportOutOfTheHandlersHands() {
        var report = filed(ComplaintKind.REPORT);
        handled(report, SUN, ComplaintAct.CHECK);
        report.transfer(new Office("示例市局", "371100"), "示例", false, by(SUN, CaseRole.HANDLER));
        assertThat(report.isInTheHandsOf("sun")).isFalse();
    }

    @Test
    void whatIsSubstantiatedNamesAnEnterpriseAndAConclusion() {
        subject = null;
        var complaint = handling();
        assertThatThrownBy(() -> complaint.answer(Finding.SUBSTANTIATED, "示例", "结论", by(SUN, CaseRole.HANDLER)))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.type().code()).isEqualTo("enterprise-not-identified"));

        var other = handling();
        other.identify(enterprise(USCC, "日照示例海鲜店有限公司"), by(SUN, CaseRole.HANDLER));
        assertThat(other.view().uscc()).isEqualTo(USCC);
        assertThat(other.view().enterpriseName()).isEqualTo("日照示例海鲜店有限公司");
        assertThat(other.requireSubject()).isEqualTo(USCC);
        for (var conclusion : new String[] {null, " "}) {
            var unfounded = handling();
            unfounded.identify(enterprise(USCC, "日照示例海鲜店"), by(SUN, CaseRole.HANDLER));
            assertThatThrownBy(
                            () -> unfounded.answer(Finding.SUBSTANTIATED, "示例", conclusion, by(SUN, CaseRole.HANDLER)))
                    .isInstanceOfSatisfying(Problem.class, p -> {
                        assertThat(p.type().code()).isEqualTo("invalid-argument");
                        assertThat(p.violations()).extracting("field").containsExactly("conclusion");
                    });
        }
        other.answer(Finding.SUBSTANTIATED, "示例", " 不合格，联系 13812345678 ", by(SUN, CaseRole.HANDLER));
        assertThat(other.conclusion().orElseThrow()).startsWith("不合格").doesNotContain("13812345678");
        assertThat(other.isFoundSubstantiated()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLAINT, HANDLING, SETTLED, true",
        "COMPLAINT, HANDLING, UNSETTLED, true",
        "COMPLAINT, HANDLING, SUBSTANTIATED, true",
        "REPORT, CASE_OPENED, SUBSTANTIATED, true",
        "REPORT, CASE_OPENED, SETTLED, false",
        "REPORT, CASE_NOT_OPENED, SUBSTANTIATED, false",
        "REPORT, CASE_NOT_OPENED, UNSUBSTANTIATED, true",
        "RECALL, CHECKING, UNSETTLED, false",
        "RECALL, CHECKING, UNSUBSTANTIATED, true"
    })
    void aFindingFitsItsWay(ComplaintKind kind, ComplaintState state, Finding finding, boolean fits) {
        assertThat(finding.fits(kind, state)).isEqualTo(fits);
        if (kind == ComplaintKind.REPORT && !fits) {
            var report = filed(kind);
            handled(report, SUN, ComplaintAct.CHECK);
            handled(
                    report,
                    SUN,
                    state == ComplaintState.CASE_OPENED ? ComplaintAct.OPEN_CASE : ComplaintAct.DECLINE_CASE);
            assertThatThrownBy(() -> report.answer(finding, "示例", "示例", by(SUN, CaseRole.HANDLER)))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.type().code()).isEqualTo("unsuitable-finding"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anEndIsSharedWithoutTheStory(boolean open) {
        var complaint = answered(Finding.SUBSTANTIATED);
        complaint.confirm("示例", by(ZHENG, CaseRole.APPROVER));
        var record = UUID.randomUUID();
        complaint.recorded(record, open);
        today = FILED.plusDays(20);
        var event = (ComplaintEvent.Closed) complaint.move(ComplaintAct.CLOSE, "示例", by(SUN, CaseRole.HANDLER));

        assertThat(event.sequence()).isEqualTo(1);
        assertThat(event.complaint())
                .isEqualTo(new ComplaintEvent.Snapshot(
                        complaint.id(),
                        ComplaintKind.COMPLAINT,
                        "371102",
                        ActivityField.SERVICES,
                        Outcome.SUBSTANTIATED,
                        true,
                        today,
                        open ? USCC : null));
        assertThat(event.outbound().type()).isEqualTo("cn.quality.credit.complaint.closed.v1");
        assertThat(event.outbound().subject()).isEqualTo(complaint.id().toString());
        assertThat(complaint.recordId()).contains(record);
        assertThat(complaint.view().endedAt()).isEqualTo(noon(today));
    }

    @Test
    void whatEndsLateSaysSo() {
        var complaint = filed(ComplaintKind.COMPLAINT);
        today = FILED.plusDays(8);

        var event = (ComplaintEvent.Closed) complaint.move(ComplaintAct.WITHDRAW, "", complainant());

        assertThat(event.complaint().outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(event.complaint().inTime()).isFalse();
        assertThat(event.complaint().uscc()).isNull();
    }

    @Test
    void aRefusalIsAnEndAndOtherMovesAreNone() {
        var complaint = filed(ComplaintKind.COMPLAINT);
        assertThat(complaint.add("示例", false, complainant())).isEqualTo(new ComplaintEvent.Moved());
        assertThat(complaint.view().endedAt()).isNull();

        var event = (ComplaintEvent.Closed) complaint.move(ComplaintAct.REFUSE, "示例", by(SUN, CaseRole.HANDLER));

        assertThat(event.complaint().outcome()).isEqualTo(Outcome.NOT_ACCEPTED);
        assertThat(event.complaint().inTime()).isTrue();
        assertThat(complaint.view().handler()).isNull();
    }

    /** The end is the first one: what comes after it, a rating, does not move it. */
    @Test
    void aRatingDoesNotMoveTheEnd() {
        var complaint = answered(Finding.SETTLED);
        handled(complaint, SUN, ComplaintAct.CLOSE);
        var ended = complaint.view().endedAt();
        today = today.plusDays(5);

        assertThat(complaint.rate(5, null, complainant())).isEqualTo(new ComplaintEvent.Moved());

        assertThat(complaint.view().endedAt()).isEqualTo(ended).isNotNull();
        assertThat(complaint.view().ratingWords()).isNull();
    }

    @Test
    void theEnterpriseReadsWhatIsReleasedAndNothingElse() {
        var complaint = accepted();

        complaint.release(" 请核实，来电 13812345678 ", by(SUN, CaseRole.HANDLER));

        assertThat(complaint.view().releasedAt()).isEqualTo(noon(today));
        assertThat(complaint.notice().receipt()).isEqualTo(complaint.receipt().value());
        assertThat(complaint.notice().toString()).contains("请核实").doesNotContain("13812345678", "异味");
        assertThat(complaint.view().acts().getLast().words()).isEmpty();
    }

    @Test
    void theComplainantSeesNoOfficialAndNoFindingThatIsNotFinal() {
        var complaint = answered(Finding.SUBSTANTIATED);
        var followed = complaint.followed();
        assertThat(followed.finding()).isNull();
        assertThat(followed.terms()).isEqualTo(followed.deadlines());
        assertThat(followed.toString()).doesNotContain("sun");
        assertThat(followed.steps().getFirst().act()).isEqualTo(ComplaintAct.FILE);
        assertThat(followed.steps())
                .filteredOn(step -> step.act() == ComplaintAct.ACCEPT)
                .extracting(FollowedComplaint.Step::words)
                .containsExactly("");

        complaint.confirm("示例", by(ZHENG, CaseRole.APPROVER));
        assertThat(complaint.followed().finding()).isEqualTo(Finding.SUBSTANTIATED);
        assertThat(answered(Finding.SETTLED).followed().finding()).isEqualTo(Finding.SETTLED);

        var refused = filed(ComplaintKind.COMPLAINT);
        handled(refused, SUN, ComplaintAct.REFUSE);
        assertThat(refused.followed().steps().getLast().words()).isEqualTo("示例");
        assertThat(refused.followed().steps().getLast().actText()).isEqualTo("不予受理");
    }

    @Test
    void whoActedStandsInTheHistoryButForTheComplainant() {
        var complaint = accepted();

        assertThat(complaint.view().acts())
                .containsExactly(
                        new HistoryEntry(ComplaintAct.FILE, CaseRole.COMPLAINANT, null, noon(FILED), ""),
                        new HistoryEntry(ComplaintAct.ACCEPT, CaseRole.HANDLER, "sun", noon(FILED), "示例"));
        handled(complaint, SUN, ComplaintAct.HANDLE);
        assertThat(complaint.has(ComplaintAct.HANDLE)).isTrue();
        assertThat(complaint.has(ComplaintAct.RATE)).isFalse();
    }

    @Test
    void afterTheRetentionNothingPointsToAPerson() {
        var complaint = answered(Finding.SETTLED);
        complaint.release("示例告知", by(SUN, CaseRole.HANDLER));
        complaint.rate(3, "示例评价", complainant());

        complaint.anonymise(noon(today));

        var view = complaint.view();
        assertThat(view.narrative()).isEqualTo("（保存期满，已匿名）");
        assertThat(view.wish()).isNull();
        assertThat(view.details()).isEqualTo("{}");
        assertThat(view.answer()).isEqualTo("（保存期满，已匿名）");
        assertThat(view.released()).isEqualTo("（保存期满，已匿名）");
        assertThat(view.ratingWords()).isNull();
        assertThat(view.stars()).isEqualTo(3);
        assertThat(view.acts()).extracting(HistoryEntry::words).containsOnly("");
        assertThat(view.acts()).extracting(HistoryEntry::act).contains(ComplaintAct.ACCEPT, ComplaintAct.RATE);

        var unanswered = filed(ComplaintKind.REPORT);
        unanswered.anonymise(noon(today));
        unanswered.anonymise(noon(today.plusDays(1)));
        assertThat(unanswered.view().answer()).isNull();
        assertThat(unanswered.view().released()).isNull();
    }

    @Test
    void aComplaintHoldsWhatWasFiled() {
        var complaint = filed(ComplaintKind.COMPLAINT);
        var view = complaint.view();

        assertThat(view.kind()).isEqualTo(ComplaintKind.COMPLAINT).isEqualTo(complaint.kind());
        assertThat(view.uscc()).isEqualTo(USCC);
        assertThat(view.narrative()).isEqualTo("示例：购买的干贝有异味");
        assertThat(view.wish()).isEqualTo("退款");
        assertThat(view.happenedOn()).isEqualTo("2026-03-02");
        assertThat(view.sameTextAs()).isEqualTo("RZ20260301-000001-1");
        assertThat(view.filedAt()).isEqualTo(noon(FILED));
        assertThat(complaint.region()).isEqualTo(new RegionCode("371102"));
        assertThat(complaint.field()).isEqualTo(ActivityField.SERVICES);
        assertThat(complaint.occurredOn()).isEqualTo("2026-03-02");
        assertThat(complaint.details()).isEqualTo("{\"a\":1}");
        assertThat(complaint.contentDigest()).isEqualTo("digest");
        assertThat(complaint.recordId()).isEmpty();
        assertThat(complaint.version()).isZero();
    }

    @Test
    void namesInTheDecisionLogAndInTheRulePacks() {
        assertThat(ComplaintAct.OPEN_CASE.logged()).isEqualTo("complaint.open_case");
        assertThat(ComplaintKind.REPORT.rule("TRANSFER_RESTARTS")).isEqualTo("REPORT_TRANSFER_RESTARTS");
        assertThat(ComplaintKind.RECALL.zh()).isEqualTo("缺陷产品召回");
        assertThat(ComplaintKind.RECALL.recordKind().name()).isEqualTo("RECALL");
        assertThat(CaseRole.APPROVER.zh()).isEqualTo("审批人");
        assertThat(ComplaintState.CLOSED.zh()).isEqualTo("已办结");
    }

    private Complaint filed(ComplaintKind kind) {
        return Complaint.file(
                new Complaint.Filing(
                        new NewComplaint(
                                kind,
                                null,
                                "日照示例海鲜店",
                                ActivityField.SERVICES,
                                "371102",
                                happenedOn,
                                knownOn,
                                "示例：购买的干贝有异味",
                                "退款",
                                null,
                                null,
                                null,
                                null),
                        named,
                        "日照示例海鲜店",
                        Optional.ofNullable(subject),
                        new Office("示例县局", "371102"),
                        Receipt.of("RZ", FILED, 1),
                        ReceiptSecret.fresh(),
                        "{\"a\":1}",
                        "digest",
                        Optional.of("RZ20260301-000001-1")),
                complainant());
    }

    private Complaint accepted() {
        var complaint = filed(ComplaintKind.COMPLAINT);
        handled(complaint, SUN, ComplaintAct.ACCEPT);
        return complaint;
    }

    private Complaint handling() {
        var complaint = accepted();
        handled(complaint, SUN, ComplaintAct.HANDLE);
        return complaint;
    }

    private Complaint answered(Finding finding) {
        var complaint = handling();
        complaint.answer(finding, "示例答复", "示例结论", by(SUN, CaseRole.HANDLER));
        return complaint;
    }

    private void handled(Complaint complaint, Actor official, ComplaintAct act) {
        complaint.move(act, " 示例 ", by(official, CaseRole.HANDLER));
    }

    private DecisionContext complainant() {
        return by(DecisionContext.COMPLAINANT, CaseRole.COMPLAINANT);
    }

    private DecisionContext by(Actor actor, CaseRole role) {
        return new DecisionContext(actor, role, noon(today), rules.inForce());
    }

    /** Every period is seven days long. */
    private static Deadline deadline(String rule, LocalDate first) {
        return new Deadline(first.plusDays(7), rule, "by-hand@2", "", Certainty.T);
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(LegalDates.ZONE).toInstant();
    }

    private static Actor official(String id, String region) {
        return Actor.official(id, new RegionCode(region));
    }

    private static EnterpriseView enterprise(String uscc, String name) {
        return new EnterpriseView(
                UUID.fromString("01990000-0000-7000-8000-000000000001"),
                uscc,
                name,
                "371102",
                SubjectType.LEGAL_PERSON,
                EnterpriseStatus.ACTIVE,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                true,
                Instant.EPOCH);
    }

    private static Problem refused(Complaint complaint, ThrowingCallable act, int status, String code) {
        var before = complaint.view();
        var refusal = new Problem[1];
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type().code()).isEqualTo(code);
            assertThat(problem.type().status()).isEqualTo(status);
            refusal[0] = problem;
        });
        assertThat(complaint.view()).isEqualTo(before);
        return refusal[0];
    }
}

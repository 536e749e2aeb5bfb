package cn.quality.credit.listing;

import static cn.quality.credit.listing.EntryFixture.APPROVER;
import static cn.quality.credit.listing.EntryFixture.BATCH;
import static cn.quality.credit.listing.EntryFixture.FILE;
import static cn.quality.credit.listing.EntryFixture.HANDLER;
import static cn.quality.credit.listing.EntryFixture.OWNER;
import static cn.quality.credit.listing.EntryFixture.PUBLISHER;
import static cn.quality.credit.listing.EntryFixture.TODAY;
import static cn.quality.credit.listing.EntryFixture.USCC;
import static cn.quality.credit.listing.EntryFixture.lifting;
import static cn.quality.credit.listing.EntryFixture.noon;
import static cn.quality.credit.listing.EntryFixture.notice;
import static cn.quality.credit.listing.EntryFixture.ruling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.credit.enterprise.ActivityField;
import cn.quality.credit.rules.Severity;
import cn.quality.platform.identity.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each act puts on file, what it publishes, and what it leaves behind. */
class ListingLifeTest {

    private final EntryFixture world = new EntryFixture();

    @Test
    void aDraftHoldsWhatWasProposed() {
        world.banUntil = LocalDate.of(2030, 1, 15);
        world.validUntil = LocalDate.of(2029, 1, 1);

        var view = world.draft().view();

        assertThat(view.uscc()).isEqualTo(USCC);
        assertThat(view.enterpriseName()).isEqualTo("日照示例海洋食品有限公司");
        assertThat(view.kind()).isEqualTo(ListKind.BLACK);
        assertThat(view.field()).isEqualTo(ActivityField.INDUSTRIAL_PRODUCTION);
        assertThat(view.ground()).isEqualTo("示例事由");
        assertThat(view.legalBasis()).isEqualTo("TEST-1");
        assertThat(view.severity()).isEqualTo(Severity.GENERAL);
        assertThat(view.conductEndedOn()).isEqualTo("2025-12-01");
        assertThat(view.banUntil()).isEqualTo("2030-01-15");
        assertThat(view.validUntil()).isEqualTo("2029-01-01");
        assertThat(view.region()).isEqualTo("371102");
        assertThat(view.decision()).isEqualTo(world.decision);
        assertThat(view.acts())
                .containsExactly(
                        new HistoryEntry(ListingAct.DRAFT, ListingAct.Duty.PREPARES, HANDLER.id(), noon(TODAY), ""));
        assertThat(view.publishedAt()).isNull();
        assertThat(view.id()).isNotNull();
    }

    @Test
    void aRevisionReplacesAllButTheEnterpriseAndTheList() {
        var entry = world.draft();
        world.serious();
        world.decision = null;

        assertThat(entry.revise(world.proposal(), world.by(HANDLER))).isEqualTo(internal(ListingEvent.Kind.REVISED));

        assertThat(entry.view().severity()).isEqualTo(Severity.SERIOUS);
        assertThat(entry.decision()).isEqualTo(DecisionDocument.NONE);
        assertThat(entry.kind()).isEqualTo(ListKind.BLACK);
        assertThat(entry.uscc().value()).isEqualTo(USCC);
        assertThat(entry.legalBasis()).isEqualTo("TEST-1");
    }

    @Test
    void anEntryRemembersHowAndWhenItEnded() {
        var entry = world.withdrawn();
        assertThat(entry.endedOn()).contains(TODAY);
        assertThat(world.published().endedOn()).isEmpty();

        var revoked = world.published();
        revoked.revokeBasis(new CaseActs.Annulment("市政府", "撤1号", TODAY), world.by(APPROVER));
        world.on(TODAY.plusDays(2));
        revoked.withdraw("示例", world.by(PUBLISHER));
        assertThat(revoked.endedOn()).contains(TODAY);
    }

    @Test
    void thePapersOfABlackEntry() {
        var entry = world.submitted();
        assertThat(entry.serveNotice(notice(EntryFixture.NOTICE), world.by(APPROVER)))
                .isEqualTo(internal(ListingEvent.Kind.NOTICE_SERVED));
        assertThat(entry.lastReason()).isEqualTo("示例告1号");
        assertThat(entry.receiveDefence(
                        new CaseActs.Defence(LocalDate.of(2026, 2, 10), " 示例申辩 ", List.of(FILE)), world.by(HANDLER)))
                .isEqualTo(internal(ListingEvent.Kind.DEFENCE_RECEIVED));
        assertThat(entry.consent(new CaseActs.Consent("省局", "省1号", LocalDate.of(2026, 2, 12)), world.by(APPROVER)))
                .isEqualTo(internal(ListingEvent.Kind.CONSENT_GIVEN));
        assertThat(entry.lastReason()).isEqualTo("省1号");
        assertThat(entry.decide(new CaseActs.Ruling(null, " 不予采纳 ", false, null), world.by(APPROVER)))
                .isEqualTo(internal(ListingEvent.Kind.DECIDED));
        assertThat(entry.serveDecision(EntryFixture.delivery(true), world.by(HANDLER)))
                .isEqualTo(internal(ListingEvent.Kind.DECISION_SERVED));

        var office = "日照市市场监督管理局";
        assertThat(entry.view().documents())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(
                        paper(CaseDocument.Kind.NOTICE, "示例告1号", "2026-02-09", office, "示例送达"),
                        new CaseDocument(
                                CaseDocument.Kind.DEFENCE,
                                null,
                                LocalDate.of(2026, 2, 10),
                                "日照示例海洋食品有限公司",
                                "示例申辩",
                                new UUID[] {FILE}),
                        paper(CaseDocument.Kind.CONSENT, "省1号", "2026-02-12", "省局", null),
                        paper(CaseDocument.Kind.DEFENCE_ANSWER, null, "2026-03-02", office, "不予采纳"),
                        paper(CaseDocument.Kind.REPAIR_NOTICE, null, "2026-03-03", office, "示例"),
                        paper(CaseDocument.Kind.SERVICE, "示例1号", "2026-03-03", office, "示例"));
    }

    /** Before the decision names an authority, the region stands for the office; an answer is dated when it is given. */
    @Test
    void papersBeforeTheDecisionNameTheRegion() {
        world.decision = null;
        var entry = world.noticed();
        assertThat(entry.newestPaper().orElseThrow().author()).isEqualTo("371102");
        assertThat(entry.newestPaper().orElseThrow().evidence()).isEmpty();

        entry.receiveDefence(new CaseActs.Defence(LocalDate.of(2026, 2, 10), "示例", null), world.by(HANDLER));
        entry.decide(
                new CaseActs.Ruling(EntryFixture.decidedOn(EntryFixture.DECIDED), "示例", false, null),
                world.by(APPROVER));
        assertThat(entry.newestPaper().orElseThrow().dated()).isEqualTo(EntryFixture.DECIDED);
    }

    @Test
    void aDefenceOfTheEnterpriseItselfIsOfToday() {
        world.on(LocalDate.of(2026, 2, 11));
        var entry = world.noticed();

        entry.receiveDefence(new CaseActs.Defence(LocalDate.of(2026, 1, 1), "示例", null), world.by(OWNER));

        assertThat(entry.newestPaper().orElseThrow().dated()).isEqualTo("2026-02-11");
    }

    @Test
    void aPublicationSharesTheEntryAsItStands() {
        var entry = world.served();

        var event = (ListingEvent.Published) entry.publish(BATCH, "示例公告", world.by(PUBLISHER));

        assertThat(event.sequence()).isEqualTo(1);
        assertThat(event.listing())
                .isEqualTo(new ListingEvent.Snapshot(
                        entry.id(),
                        USCC,
                        "日照示例海洋食品有限公司",
                        ListKind.BLACK,
                        ActivityField.INDUSTRIAL_PRODUCTION,
                        "示例事由",
                        "TEST-1",
                        "371102",
                        "日照市市场监督管理局",
                        "示例1号",
                        ListingState.PUBLISHED,
                        noon(TODAY),
                        LocalDate.of(2027, 3, 10),
                        null));
        assertThat(event.outbound().type()).isEqualTo("cn.quality.credit.listing.published.v1");
        assertThat(event.outbound().topic()).isEqualTo("quality.credit.listing");
        assertThat(event.outbound().subject()).isEqualTo(entry.id().toString());
        assertThat(event.outbound().sequence()).isEqualTo(1);
        assertThat(event.outbound().data()).isEqualTo(event.listing());
        assertThat(entry.view().batchId()).isEqualTo(BATCH);
        assertThat(entry.view().announcement()).isEqualTo("示例公告");
        assertThat(entry.publishedOn()).contains(TODAY);
        assertThat(entry.lastReason()).isEqualTo("示例公告");
    }

    @Test
    void anEmptyAnnouncementIsNone() {
        var entry = world.served();
        entry.publish(BATCH, " ", world.by(PUBLISHER));
        assertThat(entry.view().announcement()).isNull();
    }

    @Test
    void eachWayOffTheListSaysThatItHasEndedAndNothingElse() {
        assertEnds(
                world.objected(),
                "withdrawn",
                ListingState.WITHDRAWN,
                entry -> entry.answerObjection(new CaseActs.ObjectionAnswer(true, "成立"), world.by(APPROVER)));
        assertEnds(
                world.published(),
                "withdrawn",
                ListingState.WITHDRAWN,
                entry -> entry.withdraw("示例", world.by(PUBLISHER)));
        assertEnds(
                world.published(),
                "withdrawn",
                ListingState.BASIS_REVOKED,
                entry -> entry.revokeBasis(new CaseActs.Annulment("市政府", "示例1号", TODAY), world.by(APPROVER)));
        var expiring = world.published();
        world.on(LocalDate.of(2027, 3, 11));
        assertEnds(expiring, "expired", ListingState.EXPIRED, entry -> entry.expire(world.by(Actor.SYSTEM)));
        var other = new EntryFixture();
        var repairing = other.accepted();
        world.moment = other.moment;
        assertEnds(
                repairing,
                "repaired",
                ListingState.REPAIRED,
                entry -> entry.decideRepair(new CaseActs.RepairRuling(true, "准予"), other.by(APPROVER)));
    }

    private void assertEnds(Listing entry, String type, ListingState state, Function<Listing, ListingEvent> act) {
        var event = (ListingEvent.Shared) act.apply(entry);
        assertThat(event.type()).isEqualTo("cn.quality.credit.listing." + type + ".v1");
        assertThat(event.sequence()).isEqualTo(1);
        assertThat(event.listing())
                .isEqualTo(new ListingEvent.Ended(entry.id(), USCC, ListKind.BLACK, "371102", state, world.moment));
        assertThat(event.listing().listingId()).isEqualTo(entry.id());
        assertThat(entry.state().isDisplayed()).isFalse();
    }

    @Test
    void theSecondStatementTakesThePlaceOfTheFirst() {
        var entry = world.published();
        entry.addStatement(" 第一 ", world.by(OWNER));
        world.on(TODAY.plusDays(1));
        assertThat(entry.addStatement("第二", world.by(OWNER))).isEqualTo(internal(ListingEvent.Kind.STATED));

        assertThat(entry.statement()).contains("第二");
        assertThat(entry.view().statedAt()).isEqualTo(noon(TODAY.plusDays(1)));
        assertThat(entry.state()).isEqualTo(ListingState.PUBLISHED);
    }

    @ParameterizedTest
    @EnumSource(names = {"UPHELD", "DISMISSED"})
    void anObjectionIsAnswered(Objection.Outcome outcome) {
        var entry = world.objected();
        var open = entry.view().objections().getFirst();
        assertThat(open.content()).isEqualTo("示例异议");
        assertThat(open.evidence()).containsExactly(FILE);
        assertThat(open.raisedAt()).isEqualTo(noon(TODAY));
        assertThat(open.outcome()).isNull();

        world.on(TODAY.plusDays(1));
        entry.referObjection("示例局", world.by(HANDLER));
        assertThat(entry.lastReason()).isEqualTo("示例局");
        entry.answerObjection(
                new CaseActs.ObjectionAnswer(outcome == Objection.Outcome.UPHELD, "经核实"), world.by(APPROVER));

        assertThat(entry.view().objections())
                .containsExactly(new Objection.View(
                        open.id(),
                        open.raisedAt(),
                        "示例异议",
                        List.of(FILE),
                        "示例局",
                        outcome,
                        "经核实",
                        noon(TODAY.plusDays(1))));
        assertThat(entry.state())
                .isEqualTo(outcome == Objection.Outcome.UPHELD ? ListingState.WITHDRAWN : ListingState.PUBLISHED);
        assertThat(entry.lastReason()).isEqualTo("经核实");
    }

    @Test
    void whatIsOpenLapsesWhenTheEntryLeavesTheList() {
        var objected = world.objected();
        objected.withdraw("示例", world.by(PUBLISHER));
        var objection = objected.view().objections().getFirst();
        assertThat(objection.outcome()).isEqualTo(Objection.Outcome.LAPSED);
        assertThat(objection.answer()).isNull();
        assertThat(objection.decidedAt()).isEqualTo(world.moment);

        var applied = world.applied();
        applied.withdraw("示例", world.by(PUBLISHER));
        var repair = applied.view().repairs().getFirst();
        assertThat(repair.outcome()).isEqualTo(RepairApplication.Outcome.LAPSED);
        assertThat(repair.decidedAt()).isEqualTo(world.moment);
        assertThat(applied.openRepair()).isEmpty();
    }

    @Test
    void aRepairThatIsNotTakenUpMayBeAppliedForAgain() {
        var entry = world.applied();

        assertThat(entry.takeUpRepair(new CaseActs.RepairAcceptance(false, "材料不全"), world.by(HANDLER)))
                .isEqualTo(internal(ListingEvent.Kind.REPAIR_DECLINED));

        var declined = entry.view().repairs().getFirst();
        assertThat(declined.commitment()).isEqualTo("示例承诺");
        assertThat(declined.correction()).isEqualTo("示例整改");
        assertThat(declined.evidence()).containsExactly(FILE);
        assertThat(declined.appliedAt()).isEqualTo(world.moment);
        assertThat(declined.acceptedAt()).isNull();
        assertThat(declined.outcome()).isEqualTo(RepairApplication.Outcome.DECLINED);
        assertThat(declined.answer()).isEqualTo("材料不全");
        entry.applyForRepair(new CaseActs.Repairing("又", "又", List.of(FILE)), world.by(OWNER));
        assertThat(entry.openRepair().orElseThrow().view().commitment()).isEqualTo("又");
    }

    @ParameterizedTest
    @EnumSource(names = {"GRANTED", "REFUSED"})
    void aRepairIsDecided(RepairApplication.Outcome outcome) {
        var entry = world.accepted();
        boolean granted = outcome == RepairApplication.Outcome.GRANTED;
        world.on(LocalDate.of(2026, 6, 11));

        entry.decideRepair(new CaseActs.RepairRuling(granted, "示例答复"), world.by(APPROVER));

        var repair = entry.view().repairs().getFirst();
        assertThat(repair.acceptedAt()).isEqualTo(noon(LocalDate.of(2026, 6, 10)));
        assertThat(repair.outcome()).isEqualTo(outcome);
        assertThat(repair.answer()).isEqualTo("示例答复");
        assertThat(repair.decidedAt()).isEqualTo(world.moment);
        assertThat(entry.isEndedByRepair()).isEqualTo(granted);
        assertThat(entry.state()).isEqualTo(granted ? ListingState.REPAIRED : ListingState.PUBLISHED);
    }

    @Test
    void aRestoredEntryStandsAgainAsItWasPublishedFirst() {
        var entry = world.repaired();
        entry.liftMeasures(lifting(LocalDate.of(2026, 6, 10)), world.by(HANDLER));
        assertThat(entry.view().measuresLiftedOn()).isEqualTo("2026-06-10");
        assertThat(entry.areMeasuresLifted()).isTrue();
        world.on(LocalDate.of(2026, 7, 1));

        assertThat(entry.restore(new CaseActs.FraudFinding("认1号", LocalDate.of(2026, 6, 30), "伪造"), world.by(APPROVER)))
                .isEqualTo(internal(ListingEvent.Kind.REPAIR_REVOKED));
        assertThat(entry.lastReason()).isEqualTo("认1号");
        assertThat(entry.isEndedByRepair()).isFalse();

        var event = (ListingEvent.Published) entry.publish(BATCH, "示例公告", world.by(PUBLISHER));

        assertThat(event.listing().publishedAt()).isEqualTo(noon(TODAY));
        assertThat(event.listing().validUntil()).isEqualTo("2027-07-01");
        assertThat(entry.view().repairs().getFirst().fraudulent()).isTrue();
        assertThat(entry.view().repairs().getFirst().outcome()).isEqualTo(RepairApplication.Outcome.GRANTED);
        // What followed from the entry follows again, so it is to be lifted again at its end.
        assertThat(entry.view().measuresLiftedOn()).isNull();
        assertThat(entry.areMeasuresLifted()).isFalse();
    }

    @Test
    void onlyTheRepairThatWasGrantedIsTheFraud() {
        var entry = world.applied();
        entry.takeUpRepair(new CaseActs.RepairAcceptance(false, "示例"), world.by(HANDLER));
        entry.applyForRepair(new CaseActs.Repairing("又", "又", List.of(FILE)), world.by(OWNER));
        entry.takeUpRepair(new CaseActs.RepairAcceptance(true, "示例"), world.by(HANDLER));
        entry.decideRepair(new CaseActs.RepairRuling(true, "示例"), world.by(APPROVER));

        entry.restore(new CaseActs.FraudFinding("示例", world.by(HANDLER).today(), "示例"), world.by(APPROVER));

        assertThat(entry.view().repairs())
                .extracting(RepairApplication.View::fraudulent)
                .containsExactly(false, true);
    }

    @Test
    void theOtherPapers() {
        var entry = world.published();
        entry.revokeBasis(new CaseActs.Annulment("市政府", "撤1号", TODAY), world.by(APPROVER));
        assertThat(entry.lastReason()).isEqualTo("撤1号");
        entry.withdraw("示例", world.by(PUBLISHER));
        assertThat(entry.liftMeasures(lifting(TODAY), world.by(HANDLER)))
                .isEqualTo(internal(ListingEvent.Kind.MEASURES_LIFTED));
        assertThat(entry.archive(world.by(PUBLISHER))).isEqualTo(internal(ListingEvent.Kind.ARCHIVED));

        var office = "日照市市场监督管理局";
        assertThat(entry.view().documents())
                .usingRecursiveFieldByFieldElementComparator()
                .endsWith(
                        paper(CaseDocument.Kind.ANNULMENT, "撤1号", TODAY.toString(), "市政府", null),
                        paper(CaseDocument.Kind.LIFTING, null, TODAY.toString(), office, "示例反馈"));
        world.red();
        assertThat(world.announced().view().documents())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(paper(CaseDocument.Kind.PUBLIC_NOTICE, null, "2026-02-24", office, "示例门户"));
    }

    /** A content names its act and takes the verb of it. */
    @Test
    void aContentAppliesItselfToTheEntry() {
        apply(world.draft(), world.proposal(), ListingAct.REVISE, HANDLER);
        apply(world.draft(), CaseActs.bare(ListingAct.SUBMIT), ListingAct.SUBMIT, HANDLER);
        apply(world.submitted(), reason(ListingAct.SEND_BACK), ListingAct.SEND_BACK, APPROVER);
        apply(world.submitted(), reason(ListingAct.REJECT), ListingAct.REJECT, APPROVER);
        apply(world.submitted(), notice(TODAY), ListingAct.SERVE_NOTICE, APPROVER);
        apply(world.noticed(), CaseActs.bare(ListingAct.LAPSE_DEFENCE), ListingAct.LAPSE_DEFENCE, HANDLER);
        apply(
                world.noticed(),
                new CaseActs.Defence(LocalDate.of(2026, 2, 10), "示例", List.of(FILE)),
                ListingAct.RECEIVE_DEFENCE,
                HANDLER);
        apply(world.lapsed(), new CaseActs.Consent("示例", "示例", TODAY), ListingAct.CONSENT, APPROVER);
        apply(world.lapsed(), ruling(), ListingAct.DECIDE, APPROVER);
        apply(world.decided(), EntryFixture.delivery(true), ListingAct.SERVE_DECISION, HANDLER);
        apply(world.published(), new CaseActs.Statement("示例"), ListingAct.ADD_STATEMENT, OWNER);
        apply(world.published(), new CaseActs.Objecting("示例", List.of(FILE)), ListingAct.RAISE_OBJECTION, OWNER);
        apply(world.objected(), new CaseActs.Referral("示例"), ListingAct.REFER_OBJECTION, HANDLER);
        apply(world.objected(), new CaseActs.ObjectionAnswer(true, "示例"), ListingAct.UPHOLD_OBJECTION, APPROVER);
        apply(world.objected(), new CaseActs.ObjectionAnswer(false, "示例"), ListingAct.DISMISS_OBJECTION, APPROVER);
        apply(world.published(), new CaseActs.Annulment("示例", "示例", TODAY), ListingAct.REVOKE_BASIS, APPROVER);
        apply(world.published(), reason(ListingAct.WITHDRAW), ListingAct.WITHDRAW, PUBLISHER);
        apply(world.withdrawn(), lifting(TODAY), ListingAct.LIFT_MEASURES, HANDLER);
        apply(world.served(), reason(ListingAct.CLOSE), ListingAct.CLOSE, APPROVER);
        apply(world.temporarilyRepaired(), EntryFixture.completion(TODAY), ListingAct.CONFIRM_REORGANISATION, APPROVER);
        var honours = new EntryFixture().red();
        honours.displacedWrongly = true;
        var honour = honours.withdrawn();
        reason(ListingAct.REINSTATE).applyTo(honour, honours.by(PUBLISHER));
        assertThat(honour.view().acts().getLast().act()).isEqualTo(ListingAct.REINSTATE);
        var lifted = world.withdrawn();
        lifted.liftMeasures(lifting(TODAY), world.by(HANDLER));
        apply(lifted, CaseActs.bare(ListingAct.ARCHIVE), ListingAct.ARCHIVE, PUBLISHER);
        world.validUntil = TODAY;
        var expiring = world.published();
        world.on(TODAY.plusDays(1));
        apply(expiring, CaseActs.bare(ListingAct.EXPIRE), ListingAct.EXPIRE, Actor.SYSTEM);
    }

    @Test
    void aContentOfARepairAppliesItselfToTheEntry() {
        var entry = world.published();
        world.on(LocalDate.of(2026, 6, 10));
        var application = new CaseActs.Repairing("示例", "示例", List.of(FILE));
        apply(entry, application, ListingAct.APPLY_FOR_REPAIR, OWNER);
        assertThat(application.files()).containsExactly(FILE);
        apply(entry, new CaseActs.RepairAcceptance(false, "示例"), ListingAct.DECLINE_REPAIR, HANDLER);
        apply(entry, application, ListingAct.APPLY_FOR_REPAIR, OWNER);
        apply(entry, new CaseActs.RepairAcceptance(true, "示例"), ListingAct.ACCEPT_REPAIR, HANDLER);
        apply(entry, new CaseActs.RepairRuling(false, "示例"), ListingAct.REFUSE_REPAIR, APPROVER);
        apply(entry, application, ListingAct.APPLY_FOR_REPAIR, OWNER);
        apply(entry, new CaseActs.RepairAcceptance(true, "示例"), ListingAct.ACCEPT_REPAIR, HANDLER);
        world.rules.workingDays("REPAIR_DECISION_EXTENSION", 10);
        apply(entry, new CaseActs.RepairExtension("示例", "示例"), ListingAct.EXTEND_REPAIR, APPROVER);
        apply(entry, new CaseActs.RepairRuling(true, "示例"), ListingAct.GRANT_REPAIR, APPROVER);
        apply(entry, new CaseActs.FraudFinding("示例", LocalDate.of(2026, 6, 10), "示例"), ListingAct.RESTORE, APPROVER);
        world.red();
        world.on(TODAY);
        apply(world.submitted(), new CaseActs.PublicNotice(TODAY, "示例"), ListingAct.ANNOUNCE, APPROVER);
    }

    private void apply(Listing entry, ActContent content, ListingAct act, Actor actor) {
        assertThat(content.act()).isEqualTo(act);
        assertThat(content.applyTo(entry, world.by(actor))).isNotNull();
        assertThat(entry.view().acts().getLast().act()).isEqualTo(act);
        assertThat(entry.view().acts().getLast().official()).isEqualTo(actor.id());
    }

    /** The fingerprint of a request is of what the client sent. */
    @Test
    void whatIsComparedIsWhatCameIn() {
        assertThat(reason(ListingAct.REJECT).compared()).isEqualTo(new CaseActs.Reason("示例"));
        assertThat(CaseActs.bare(ListingAct.SUBMIT).compared()).isNull();
        var statement = new CaseActs.Statement("示例");
        assertThat(statement.compared()).isSameAs(statement);
        assertThat(statement.files()).isEmpty();
        assertThat(new CaseActs.Objecting("示例", null).files()).isEmpty();
        assertThat(new CaseActs.Objecting("示例", List.of(FILE)).files()).containsExactly(FILE);
        assertThat(new CaseActs.Defence(TODAY, "示例", List.of(FILE)).files()).containsExactly(FILE);
    }

    @Test
    void aReasonAloneIsNotEnoughForOtherActs() {
        var entry = world.submitted();
        assertThatThrownBy(() -> reason(ListingAct.SERVE_NOTICE).applyTo(entry, world.by(APPROVER)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CaseActs.bare(ListingAct.DECIDE).applyTo(entry, world.by(APPROVER)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void batchesAreCountedWithinTheYearOfShanghai() {
        var newYear = Instant.parse("2026-12-31T16:30:00Z");

        var batch = PublicationBatch.after(2, ListKind.RED, "371100", "示例公告", newYear);

        assertThat(batch.view())
                .isEqualTo(new PublicationBatch.View(batch.id(), ListKind.RED, "371100", 2027, 3, "示例公告", newYear));
        assertThat(batch.announcement()).isEqualTo("示例公告");
    }

    @Test
    void namesInTheDecisionLog() {
        assertThat(ListingAct.ADD_STATEMENT.logged()).isEqualTo("listing.add-statement");
        assertThat(ListingAct.RAISE_OBJECTION.logged()).isEqualTo("listing.raise-objection");
        assertThat(ListingAct.ADD_STATEMENT.zh()).isEqualTo("发表企业声明");
        assertThat(ListingAct.PUBLISH.roles()).containsExactly("publisher");
        assertThat(ListingAct.EXPIRE.roles()).isEmpty();
        assertThat(ListingAct.PUBLISH.duty()).contains(ListingAct.Duty.PUBLISHES);
        assertThat(ListingAct.EXPIRE.duty()).isEmpty();
        assertThat(ListingState.PUBLISHED.zh()).isEqualTo("已发布");
    }

    private static ActContent reason(ListingAct act) {
        return new CaseActs.Reason("示例").of(act);
    }

    private static CaseDocument paper(
            CaseDocument.Kind kind, @Nullable String number, String dated, String author, @Nullable String content) {
        return CaseDocument.paper(kind, number, LocalDate.parse(dated), author, content);
    }

    private static ListingEvent internal(ListingEvent.Kind kind) {
        return new ListingEvent.Internal(kind);
    }
}

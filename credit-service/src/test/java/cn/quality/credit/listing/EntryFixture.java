package cn.quality.credit.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.credit.archive.NewPenalty;
import cn.quality.credit.archive.PenaltyType;
import cn.quality.credit.enterprise.ActivityField;
import cn.quality.credit.enterprise.EnterpriseStatus;
import cn.quality.credit.enterprise.EnterpriseView;
import cn.quality.credit.enterprise.SubjectType;
import cn.quality.credit.rules.Certainty;
import cn.quality.credit.rules.HandMadeRules;
import cn.quality.credit.rules.LegalBasis;
import cn.quality.credit.rules.Severity;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identity.Actor;
import cn.quality.platform.problem.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/**
 * An entry and the world around it, for tests of rules: by default everything is in order, so that a test sets the one thing
 * it is about.
 */
final class EntryFixture {

    static final String USCC = "91371199MA3RH00187";

    /** A Tuesday. */
    static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    /** A Monday; the deadline for the defence ends a week later. */
    static final LocalDate NOTICE = LocalDate.of(2026, 2, 9);

    static final LocalDate DECIDED = LocalDate.of(2026, 3, 2);
    static final UUID BATCH = new UUID(0, 1);
    static final UUID FILE = new UUID(0, 2);

    static final Actor HANDLER = official("zhang", "371102");
    static final Actor APPROVER = official("wang", "371100");
    static final Actor PUBLISHER = official("li", "371100");
    static final Actor OWNER = Actor.enterprise("owner", USCC);
    static final Actor STRANGER = Actor.enterprise("stranger", "91371199MA3RH00195");

    HandMadeRules rules = HandMadeRules.lenient();
    ListKind kind = ListKind.BLACK;

    @Nullable
    Severity severity = Severity.GENERAL;

    @Nullable
    LocalDate conductEndedOn = LocalDate.of(2025, 12, 1);

    @Nullable
    LocalDate banUntil;

    @Nullable
    LocalDate validUntil;

    @Nullable
    SafetyField safetyField;

    @Nullable
    String violationKind;

    @Nullable
    List<Penalty> penalties;

    @Nullable
    DecisionDocument decision = decidedOn(DECIDED);

    SubjectType subjectType = SubjectType.LEGAL_PERSON;
    List<LegalBasis.Use> supports = List.of(LegalBasis.Use.BLACK, LegalBasis.Use.RED);

    @Nullable
    LocalDate basisEnds;

    boolean basisKnown = true;

    /** Classes of misconduct that the basis carries; all of them while there is none. */
    Set<Severity> severities = Set.of();

    @Nullable
    UUID sameDecision;

    @Nullable
    LocalDate closedOn;

    String ground = " 示例事由 ";
    boolean blackListed;
    boolean noticeObjectionOpen;
    boolean noticeObjectionUpheld;
    boolean displacedWrongly;
    List<NewPenalty> newPenalties = List.of();
    boolean sharingStopped = true;
    long listVersion = 7;
    Instant moment = noon(TODAY);

    static Actor official(String id, String region) {
        return Actor.official(id, new RegionCode(region));
    }

    static Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(LegalDates.ZONE).toInstant();
    }

    static DecisionDocument decidedOn(LocalDate day) {
        return new DecisionDocument(
                "示例1号", day, "日照市市场监督管理局", "示例事实", "示例措施", "满一年可申请修复", "可申请行政复议", "示例办法第五条", "提交申请书");
    }

    EntryFixture on(LocalDate day) {
        moment = noon(day);
        return this;
    }

    EntryFixture red() {
        kind = ListKind.RED;
        severity = null;
        conductEndedOn = null;
        return this;
    }

    EntryFixture serious() {
        severity = Severity.SERIOUS;
        return this;
    }

    EntryFixture flag(String code, boolean set) {
        rules.flag(code, set);
        return this;
    }

    DecisionContext by(Actor actor) {
        return new DecisionContext(
                actor,
                moment,
                rules.inForce(),
                basisKnown ? Optional.of(basis()) : Optional.empty(),
                Optional.ofNullable(sameDecision),
                Optional.ofNullable(closedOn),
                blackListed,
                noticeObjectionOpen,
                noticeObjectionUpheld,
                displacedWrongly,
                newPenalties,
                sharingStopped,
                listVersion);
    }

    private LegalBasis basis() {
        return new LegalBasis(
                "TEST-1",
                "示例",
                null,
                "示例机关",
                null,
                LegalBasis.Level.DEPARTMENT_RULE,
                Set.copyOf(supports),
                severities,
                LocalDate.of(2021, 9, 1),
                basisEnds,
                Certainty.U,
                "示例");
    }

    NewListing proposal() {
        return new NewListing(
                USCC,
                kind,
                ActivityField.INDUSTRIAL_PRODUCTION,
                ground,
                "TEST-1",
                severity,
                conductEndedOn,
                banUntil,
                decision,
                validUntil,
                safetyField,
                violationKind,
                penalties);
    }

    static Penalty penalty(PenaltyType type) {
        return new Penalty(type, null, false, false, null);
    }

    static Penalty fine(String yuan, boolean onPerson, boolean mitigated) {
        return new Penalty(PenaltyType.FINE, new BigDecimal(yuan), onPerson, mitigated, null);
    }

    static Penalty ofClass(PenaltyType type, Severity severity) {
        return new Penalty(type, null, false, false, severity);
    }

    EnterpriseView enterprise() {
        return new EnterpriseView(
                UUID.fromString("01990000-0000-7000-8000-000000000001"),
                USCC,
                "日照示例海洋食品有限公司",
                "371102",
                subjectType,
                EnterpriseStatus.ACTIVE,
                "C13",
                List.of(ActivityField.INDUSTRIAL_PRODUCTION),
                null,
                null,
                null,
                null,
                true,
                moment);
    }

    static CaseActs.Notice notice(LocalDate servedOn) {
        return new CaseActs.Notice("示例告1号", servedOn, "示例送达");
    }

    static CaseActs.Ruling ruling() {
        return new CaseActs.Ruling(null, null, false, null);
    }

    static CaseActs.DecisionDelivery delivery(boolean withRepairNotice) {
        return new CaseActs.DecisionDelivery(LocalDate.of(2026, 3, 3), "示例", withRepairNotice);
    }

    Listing draft() {
        return Listing.draft(proposal(), enterprise(), by(HANDLER));
    }

    Listing submitted() {
        var entry = draft();
        entry.submit(by(HANDLER));
        return entry;
    }

    Listing noticed() {
        var entry = submitted();
        entry.serveNotice(notice(NOTICE), by(APPROVER));
        return entry;
    }

    /** The enterprise did not answer. */
    Listing lapsed() {
        var entry = noticed();
        entry.lapseDefence(by(HANDLER));
        return entry;
    }

    Listing decided() {
        var entry = lapsed();
        entry.decide(ruling(), by(APPROVER));
        return entry;
    }

    Listing served() {
        var entry = decided();
        entry.serveDecision(delivery(true), by(HANDLER));
        return entry;
    }

    Listing announced() {
        var entry = submitted();
        entry.announce(new CaseActs.PublicNotice(LocalDate.of(2026, 2, 24), "示例门户"), by(APPROVER));
        return entry;
    }

    Listing published() {
        var entry = kind == ListKind.BLACK ? served() : announced();
        entry.publish(BATCH, "示例公告", by(PUBLISHER));
        return entry;
    }

    Listing objected() {
        var entry = published();
        entry.raiseObjection(new CaseActs.Objecting(" 示例异议 ", List.of(FILE)), by(OWNER));
        return entry;
    }

    /** Three months after its publication. */
    Listing applied() {
        var entry = published();
        on(LocalDate.of(2026, 6, 10));
        entry.applyForRepair(new CaseActs.Repairing(" 示例承诺 ", " 示例整改 ", List.of(FILE)), by(OWNER));
        return entry;
    }

    Listing accepted() {
        var entry = applied();
        entry.takeUpRepair(new CaseActs.RepairAcceptance(true, "材料齐全"), by(HANDLER));
        return entry;
    }

    Listing repaired() {
        var entry = accepted();
        entry.decideRepair(new CaseActs.RepairRuling(true, "准予修复"), by(APPROVER));
        return entry;
    }

    /** A court has approved a plan of reorganisation, and the entry is not shown while it is carried out. */
    Listing temporarilyRepaired() {
        var entry = published();
        entry.fileCourtRuling(courtRuling(TODAY), by(OWNER));
        entry.decideTemporaryRepair(new CaseActs.TemporaryRepairRuling(true, "准予临时修复"), by(APPROVER));
        return entry;
    }

    static CaseActs.CourtRuling courtRuling(LocalDate day) {
        return new CaseActs.CourtRuling("示例法院", "示例破1号", day, List.of(FILE));
    }

    static CaseActs.PlanCompletion completion(LocalDate day) {
        return new CaseActs.PlanCompletion("示例法院", "示例破3号", day);
    }

    static CaseActs.PlanTermination termination(LocalDate day) {
        return new CaseActs.PlanTermination("示例法院", "示例破2号", day);
    }

    /** Its repair was obtained by fraud. */
    Listing revoked() {
        var entry = repaired();
        entry.restore(fraud(by(APPROVER).today()), by(APPROVER));
        return entry;
    }

    static CaseActs.FraudFinding fraud(LocalDate day) {
        return new CaseActs.FraudFinding("认1号", day, "伪造");
    }

    Listing withdrawn() {
        var entry = published();
        entry.withdraw("示例撤下", by(PUBLISHER));
        return entry;
    }

    static CaseActs.Lifting lifting(LocalDate day) {
        return new CaseActs.Lifting(day, "示例反馈");
    }

    /** It is refused for this reason, and the entry is as it was; a verb may have put its paper on file first. */
    static Problem refused(Listing entry, ThrowingCallable act, int status, String code) {
        var before = entry.state();
        var acts = entry.view().acts();
        var problem = refused(act, status, code);
        assertThat(entry.state()).isEqualTo(before);
        assertThat(entry.view().acts()).isEqualTo(acts);
        return problem;
    }

    static Problem refused(ThrowingCallable act, int status, String code) {
        var refusal = new Problem[1];
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type().code()).isEqualTo(code);
            assertThat(problem.type().status()).isEqualTo(status);
            refusal[0] = problem;
        });
        return refusal[0];
    }
}

package cn.quality.credit.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.credit.enterprise.ActivityField;
import cn.quality.credit.enterprise.EnterpriseStatus;
import cn.quality.credit.enterprise.EnterpriseView;
import cn.quality.credit.enterprise.SubjectType;
import cn.quality.credit.rules.Certainty;
import cn.quality.credit.rules.LegalBasis;
import cn.quality.credit.rules.RulesInForce;
import cn.quality.credit.rules.Seeds;
import cn.quality.credit.rules.Severity;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identity.Actor;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.Violation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules of an entry, without a database. */
class ListingTest {

    private static final RulesInForce RULES = Seeds.rules();
    private static final Instant NOON = Instant.parse("2026-03-10T04:00:00Z");
    private static final LegalBasis ORDER_44 = basis(LegalBasis.Use.BLACK, null);
    private static final LegalBasis AWARD = basis(LegalBasis.Use.RED, null);
    private static final DecisionDocument COMPLETE = new DecisionDocument(
            "示例1号", LocalDate.of(2026, 3, 2), "日照市市场监督管理局", "示例事实", "示例措施", "满一年可申请修复", "可申请行政复议", "示例办法第五条", "提交申请书");
    private static final UUID BATCH = new UUID(0, 1);

    private static final Actor ZHANG = official("zhang", "371102");
    private static final Actor WANG = official("wang", "371100");
    private static final Actor LI = official("li", "371100");

    @Test
    void aDraftIsNothingThatAnybodyOutsideHearsOf() {
        var entry = black(COMPLETE, null);

        assertThat(entry.state()).isEqualTo(ListingState.DRAFT);
        assertThat(entry.view().publishedAt()).isNull();
        assertThat(entry.submit(by(ZHANG))).isEqualTo(new ListingEvent.Internal(ListingEvent.Kind.SUBMITTED));
    }

    @Test
    void aPublicationTellsTheWholeEntryAndAnEndTellsNothingOfIt() {
        var entry = served(COMPLETE, null);

        var published = (ListingEvent.Published) entry.publish(BATCH, "第一批", by(LI));
        assertThat(published.sequence()).isEqualTo(1);
        assertThat(published.listing().state()).isEqualTo(ListingState.PUBLISHED);
        assertThat(published.listing().publishedAt()).isEqualTo(NOON);
        assertThat(published.listing().validUntil()).isEqualTo(LocalDate.of(2027, 3, 10));

        var withdrawn = (ListingEvent.Withdrawn) entry.withdraw("原决定被撤销", by(LI));
        assertThat(withdrawn.listing())
                .isEqualTo(new ListingEvent.Ended(
                        entry.id(), "91371199MA3RH00187", ListKind.BLACK, "371102", ListingState.WITHDRAWN, NOON));
        assertThat(entry.view().acts().getLast().reason()).isEqualTo("原决定被撤销");
    }

    @Test
    void noPersonHoldsTwoDutiesOnOneEntry() {
        var entry = served(COMPLETE, null);
        refused(() -> entry.publish(BATCH, "", by(official("zhang", "371100"))), 403, "same-person");
        refused(() -> entry.publish(BATCH, "", by(official("wang", "371100"))), 403, "same-person");
        assertThat(entry.state()).isEqualTo(ListingState.SERVED);

        var draft = black(COMPLETE, null);
        refused(() -> draft.reject("示例", by(official("zhang", "371100"))), 403, "same-person");
    }

    @Test
    void countiesActAtHome() {
        var entry = served(COMPLETE, null);
        refused(() -> entry.publish(BATCH, "", by(official("sun", "371103"))), 403, "foreign-region");
        refused(() -> entry.publish(BATCH, "", by(Actor.official("sun", null))), 403, "foreign-region");
    }

    @Test
    void theBasisCarriesTheEntryWhenItIsDecidedAndWhenItIsPublished() {
        var entry = served(COMPLETE, null);
        var ended = basis(LegalBasis.Use.BLACK, LocalDate.of(2026, 3, 2));

        refused(() -> entry.publish(BATCH, "", by(LI, null, false)), 422, "unknown-legal-basis");
        refused(() -> entry.publish(BATCH, "", by(LI, AWARD, false)), 422, "legal-basis-unsuitable");
        refused(() -> entry.publish(BATCH, "", by(LI, ended, false)), 422, "legal-basis-not-in-force");
    }

    @Test
    void aDecisionNamesEveryPartItLacks() {
        var entry = heard(null, null);

        var problem = refused(
                () -> entry.decide(new CaseActs.Ruling(null, null, false, null), by(WANG)), 422, "missing-decision");

        assertThat(problem.violations())
                .extracting(Violation::field)
                .containsExactly(
                        "decision.documentNumber",
                        "decision.decidedOn",
                        "decision.authority",
                        "decision.facts",
                        "decision.measures",
                        "decision.removal",
                        "decision.remedies",
                        "decision.basis",
                        "decision.removalProcedure");
    }

    @Test
    void aBlackEntryStatesItsClassAndTheEndOfTheConduct() {
        var unclassed = new NewListing(
                "91371199MA3RH00187",
                ListKind.BLACK,
                ActivityField.INDUSTRIAL_PRODUCTION,
                "示例事由",
                "TEST-1",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);

        var problem = refused(() -> Listing.draft(unclassed, enterprise(), by(ZHANG)), 422, "conduct-not-classed");
        assertThat(problem.violations()).extracting(Violation::field).containsExactly("severity", "conductEndedOn");
    }

    @Test
    void anHonourOwesNoWayOut() {
        var decision =
                new DecisionDocument("示例2号", LocalDate.of(2026, 3, 2), "示例机关", "示例", null, null, null, null, null);
        var entry = announced(decision);

        assertThat(entry.publish(BATCH, "", by(LI, AWARD, false))).isInstanceOf(ListingEvent.Published.class);
    }

    @Test
    void aDecisionDatedTomorrowIsNoneYet() {
        var tomorrow = new DecisionDocument("示例3号", LocalDate.of(2026, 3, 11), "示例机关", "示例", "示", "示", "示", "示", "示");
        var entry = heard(tomorrow, null);

        refused(() -> entry.decide(new CaseActs.Ruling(null, null, false, null), by(WANG)), 422, "missing-decision");
    }

    @Test
    void theLegalDateIsThatOfShanghai() {
        // In Shanghai it is already the 11th.
        var lateEvening = at(Instant.parse("2026-03-10T16:30:00Z"), WANG);
        var today = new DecisionDocument("示例3号", LocalDate.of(2026, 3, 11), "示例机关", "示例", "示", "示", "示", "示", "示");
        var entry = heard(today, null);

        assertThat(entry.decide(new CaseActs.Ruling(null, null, false, null), lateEvening))
                .isNotNull();
    }

    @Test
    void whatHasExpiredDoesNotBegin() {
        refused(() -> black(COMPLETE, LocalDate.of(2026, 3, 9)), 422, "term-over");

        var entry = served(COMPLETE, LocalDate.of(2026, 3, 10));
        refused(() -> entry.publish(BATCH, "", at(NOON.plus(Duration.ofDays(1)), LI)), 422, "term-over");
    }

    @Test
    void aBlackListedEnterpriseGetsNoHonour() {
        refused(() -> red(COMPLETE, by(ZHANG, AWARD, true)), 409, "black-listed");
        var entry = announced(COMPLETE);
        refused(() -> entry.publish(BATCH, "", by(LI, AWARD, true)), 409, "black-listed");
    }

    @Test
    void nobodyIsPublishedWhoNoLongerExists() {
        var today = LegalDates.on(NOON);
        var entry = served(COMPLETE, null);

        refused(() -> entry.publish(BATCH, "", closedOn(today, LI)), 409, "enterprise-closed");
        entry.publish(BATCH, "", closedOn(today.plusDays(1), LI));
    }

    @Test
    void anEnterpriseSpeaksOnlyForItself() {
        var entry = served(COMPLETE, null);
        entry.publish(BATCH, "", by(LI));
        var other = Actor.enterprise("other", "91371199MA3RH00195");
        var own = Actor.enterprise("own", "91371199MA3RH00187");

        refused(() -> entry.addStatement("示例", by(other)), 403, "foreign-enterprise");
        refused(() -> entry.raiseObjection(new CaseActs.Objecting("示例", null), by(other)), 403, "foreign-enterprise");
        assertThat(entry.addStatement("示例", by(own))).isEqualTo(new ListingEvent.Internal(ListingEvent.Kind.STATED));
    }

    @Test
    void everyDeadlineNamesThePackAndTheCalendarsItWasCountedBy() {
        var entry = served(COMPLETE, null);
        entry.publish(BATCH, "", by(LI));

        assertThat(entry.view().deadlines())
                .extracting(one -> one.kind() + " " + one.deadline().due() + " "
                        + one.deadline().rulePack() + " " + one.deadline().calendars())
                .containsExactly(
                        "DEFENCE 2026-02-14 credit-2025-12-25@1 2026@1",
                        "PUBLICATION 2026-03-30 credit-2025-12-25@1 2026@1",
                        "REPAIR_POSSIBLE 2026-06-10 credit-2025-12-25@1 ",
                        "DISPLAY 2027-03-10 credit-2025-12-25@1 ");
    }

    private static Listing black(@Nullable DecisionDocument decision, @Nullable LocalDate until) {
        return Listing.draft(proposal(ListKind.BLACK, decision, until), enterprise(), by(ZHANG));
    }

    private static Listing red(@Nullable DecisionDocument decision, DecisionContext now) {
        return Listing.draft(proposal(ListKind.RED, decision, null), enterprise(), now);
    }

    /** The enterprise was told before the Spring Festival and did not answer. */
    private static Listing heard(@Nullable DecisionDocument decision, @Nullable LocalDate until) {
        var entry = black(decision, until);
        entry.submit(by(ZHANG));
        entry.serveNotice(new CaseActs.Notice("示例告1号", LocalDate.of(2026, 2, 9), "示例"), by(WANG));
        entry.lapseDefence(by(ZHANG));
        return entry;
    }

    private static Listing served(DecisionDocument decision, @Nullable LocalDate until) {
        var entry = heard(decision, until);
        entry.decide(new CaseActs.Ruling(null, null, false, null), by(WANG));
        entry.serveDecision(new CaseActs.DecisionDelivery(LocalDate.of(2026, 3, 3), "示例", true), by(ZHANG));
        return entry;
    }

    private static Listing announced(DecisionDocument decision) {
        var entry = red(decision, by(ZHANG, AWARD, false));
        entry.submit(by(ZHANG, AWARD, false));
        entry.announce(new CaseActs.PublicNotice(LocalDate.of(2026, 3, 2), "示例"), by(WANG, AWARD, false));
        return entry;
    }

    private static Problem refused(ThrowingCallable act, int status, String code) {
        var refusal = new Problem[1];
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type().code()).isEqualTo(code);
            assertThat(problem.type().status()).isEqualTo(status);
            refusal[0] = problem;
        });
        return refusal[0];
    }

    private static DecisionContext by(Actor actor) {
        return by(actor, ORDER_44, false);
    }

    private static DecisionContext by(Actor actor, @Nullable LegalBasis basis, boolean blackListed) {
        return new DecisionContext(
                actor,
                NOON,
                RULES,
                Optional.ofNullable(basis),
                Optional.empty(),
                Optional.empty(),
                blackListed,
                false,
                false,
                false,
                List.of(),
                true,
                7);
    }

    private static DecisionContext at(Instant moment, Actor actor) {
        return new DecisionContext(
                actor,
                moment,
                RULES,
                Optional.of(ORDER_44),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                false,
                false,
                List.of(),
                true,
                7);
    }

    private static DecisionContext closedOn(LocalDate day, Actor actor) {
        return new DecisionContext(
                actor,
                NOON,
                RULES,
                Optional.of(ORDER_44),
                Optional.empty(),
                Optional.of(day),
                false,
                false,
                false,
                false,
                List.of(),
                true,
                7);
    }

    private static Actor official(String id, String region) {
        return Actor.official(id, new RegionCode(region));
    }

    private static NewListing proposal(
            ListKind kind, @Nullable DecisionDocument decision, @Nullable LocalDate validUntil) {
        boolean black = kind == ListKind.BLACK;
        return new NewListing(
                "91371199MA3RH00187",
                kind,
                ActivityField.INDUSTRIAL_PRODUCTION,
                "示例事由",
                "TEST-1",
                black ? Severity.GENERAL : null,
                black ? LocalDate.of(2025, 12, 1) : null,
                null,
                decision,
                validUntil,
                null,
                null,
                null);
    }

    private static EnterpriseView enterprise() {
        return new EnterpriseView(
                UUID.fromString("01990000-0000-7000-8000-000000000001"),
                "91371199MA3RH00187",
                "日照示例海洋食品有限公司",
                "371102",
                SubjectType.LEGAL_PERSON,
                EnterpriseStatus.ACTIVE,
                "C13",
                List.of(ActivityField.INDUSTRIAL_PRODUCTION),
                null,
                null,
                null,
                null,
                true,
                NOON);
    }

    private static LegalBasis basis(LegalBasis.Use use, @Nullable LocalDate effectiveTo) {
        return new LegalBasis(
                "TEST-1",
                "示例",
                null,
                "示例机关",
                null,
                LegalBasis.Level.DEPARTMENT_RULE,
                Set.of(use),
                null,
                LocalDate.of(2021, 9, 1),
                effectiveTo,
                Certainty.U,
                "示例");
    }
}

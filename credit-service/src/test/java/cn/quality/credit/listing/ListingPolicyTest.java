package cn.quality.credit.listing;

import static cn.quality.credit.listing.EntryFixture.APPROVER;
import static cn.quality.credit.listing.EntryFixture.BATCH;
import static cn.quality.credit.listing.EntryFixture.FILE;
import static cn.quality.credit.listing.EntryFixture.HANDLER;
import static cn.quality.credit.listing.EntryFixture.NOTICE;
import static cn.quality.credit.listing.EntryFixture.OWNER;
import static cn.quality.credit.listing.EntryFixture.PUBLISHER;
import static cn.quality.credit.listing.EntryFixture.STRANGER;
import static cn.quality.credit.listing.EntryFixture.TODAY;
import static cn.quality.credit.listing.EntryFixture.decidedOn;
import static cn.quality.credit.listing.EntryFixture.delivery;
import static cn.quality.credit.listing.EntryFixture.fraud;
import static cn.quality.credit.listing.EntryFixture.lifting;
import static cn.quality.credit.listing.EntryFixture.notice;
import static cn.quality.credit.listing.EntryFixture.official;
import static cn.quality.credit.listing.EntryFixture.refused;
import static cn.quality.credit.listing.EntryFixture.ruling;
import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.credit.archive.NewPenalty;
import cn.quality.credit.archive.PenaltyType;
import cn.quality.credit.enterprise.SubjectType;
import cn.quality.credit.rules.LegalBasis;
import cn.quality.credit.rules.RulePack;
import cn.quality.credit.rules.Severity;
import cn.quality.platform.identifiers.FictionalCodes;
import cn.quality.platform.identity.Actor;
import cn.quality.platform.problem.Violation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each policy and each flag of the rule packs, one by one: when it refuses, and when it has nothing against the act. */
class ListingPolicyTest {

    private final EntryFixture world = new EntryFixture();

    @Test
    void ownRegion() {
        var entry = world.submitted();

        var refusal =
                refused(entry, () -> entry.sendBack("示例", world.by(official("sun", "371103"))), 403, "foreign-region");
        assertThat(refusal.detail().en()).contains("371102");
        refused(entry, () -> entry.sendBack("示例", world.by(Actor.official("sun", null))), 403, "foreign-region");
        entry.sendBack("示例", world.by(official("sun", "371102")));
    }

    @Test
    void ownEntry() {
        var entry = world.published();

        refused(entry, () -> entry.addStatement("示例", world.by(STRANGER)), 403, "foreign-enterprise");
        refused(entry, () -> entry.addStatement("示例", world.by(HANDLER)), 403, "foreign-enterprise");
        entry.addStatement("示例", world.by(OWNER));
    }

    @Test
    void aDefenceComesFromTheEnterpriseItselfOrThroughItsOffice() {
        world.on(NOTICE.plusDays(1));
        var defence = new CaseActs.Defence(NOTICE.plusDays(1), "示例", null);

        var entry = world.noticed();
        refused(entry, () -> entry.receiveDefence(defence, world.by(STRANGER)), 403, "foreign-enterprise");
        refused(entry, () -> entry.receiveDefence(defence, world.by(official("sun", "371103"))), 403, "foreign-region");
        entry.receiveDefence(defence, world.by(OWNER));
        world.noticed().receiveDefence(defence, world.by(HANDLER));
    }

    @Test
    void fourEyes() {
        var entry = world.served();

        // Prepared it, though in another office by now; decided on it.
        for (var other : List.of("zhang", "wang")) {
            var refusal = refused(
                    entry, () -> entry.publish(BATCH, "", world.by(official(other, "371100"))), 403, "same-person");
            assertThat(refusal.detail().en()).contains(other);
        }
        entry.publish(BATCH, "", world.by(PUBLISHER));
        // The same duty again is no second one, and an act of no duty neither.
        entry.withdraw("示例", world.by(HANDLER));
        entry.liftMeasures(lifting(TODAY), world.by(HANDLER));
    }

    @Test
    void enterpriseExists() {
        var entry = world.served();
        world.closedOn = TODAY;
        refused(entry, () -> entry.publish(BATCH, "", world.by(PUBLISHER)), 409, "enterprise-closed");
        refused(world::draft, 409, "enterprise-closed");

        world.closedOn = TODAY.plusDays(1);
        entry.publish(BATCH, "", world.by(PUBLISHER));
    }

    @Test
    void legalBasisKnown() {
        var entry = world.lapsed();
        world.basisKnown = false;
        refused(entry, () -> entry.decide(ruling(), world.by(APPROVER)), 422, "unknown-legal-basis");
    }

    @Test
    void legalBasisInForceOnTheDayOfTheDecision() {
        var entry = world.lapsed();
        world.basisEnds = EntryFixture.DECIDED;
        refused(entry, () -> entry.decide(ruling(), world.by(APPROVER)), 422, "legal-basis-not-in-force");

        world.basisEnds = EntryFixture.DECIDED.plusDays(1);
        entry.decide(ruling(), world.by(APPROVER));
    }

    @Test
    void legalBasisInForceTodayWhileThereIsNoDecision() {
        world.decision = null;
        world.basisEnds = TODAY;
        refused(world::draft, 422, "legal-basis-not-in-force");

        world.basisEnds = TODAY.plusDays(1);
        world.draft();
    }

    @ParameterizedTest
    @EnumSource
    void legalBasisSupportsTheList(ListKind kind) {
        if (kind == ListKind.RED) {
            world.red();
        }
        world.supports = List.of(kind == ListKind.RED ? LegalBasis.Use.BLACK : LegalBasis.Use.RED);
        refused(world::draft, 422, "legal-basis-unsuitable");

        world.supports = List.of(LegalBasis.Use.valueOf(kind.name()));
        world.draft();
    }

    @Test
    void conductClassed() {
        world.severity = null;
        assertThat(refused(world::draft, 422, "conduct-not-classed").violations())
                .extracting(Violation::field)
                .containsExactly("severity");

        world.severity = Severity.MINOR;
        world.conductEndedOn = null;
        assertThat(refused(world::draft, 422, "conduct-not-classed").violations())
                .extracting(Violation::field)
                .containsExactly("conductEndedOn");

        world.red().draft();
    }

    @Test
    void theBasisSaysWhichClassesItCarries() {
        var entry = world.served();
        world.severities = Set.of(Severity.SERIOUS);

        assertThat(refused(world::draft, 422, "severity-unsuitable").violations())
                .extracting(Violation::field)
                .containsExactly("severity");
        refused(entry, () -> entry.revise(world.proposal(), world.by(HANDLER)), 409, "illegal-transition");
        refused(entry, () -> entry.publish(BATCH, "", world.by(PUBLISHER)), 422, "severity-unsuitable");
        world.serious().draft();

        // Honours have no class.
        world.red();
        world.draft();
    }

    @Test
    void whatNeedsTheConsentOfTheNextLevelFollowsFromTheBasis() {
        world.severities = Set.of(Severity.SERIOUS);
        world.flag("UPPER_CONSENT_REQUIRED", true).flag("SERIOUS_NAMES_RESPONSIBLE", true);
        var entry = world.serious().lapsed();

        refused(entry, () -> entry.decide(ruling(), world.by(APPROVER)), 422, "consent-missing");
        entry.consent(new CaseActs.Consent("示例省局", "示例〔2026〕1号", LocalDate.of(2026, 2, 20)), world.by(APPROVER));
        refused(entry, () -> entry.decide(ruling(), world.by(APPROVER)), 422, "responsible-person-missing");
    }

    /** The list, and not the class, needs it: a penalty of the serious class that is only shown stands on no list. */
    @ParameterizedTest
    @CsvSource({
        // the basis carries serious cases only, a penalty is stated, the city asks for shown penalties too, needed
        "true, true, false, true",
        "true, false, false, true",
        "false, false, false, true",
        "false, true, false, false",
        "false, true, true, true"
    })
    void theConsentOfTheNextLevelIsForTheSeriousList(
            boolean seriousOnly, boolean penalty, boolean shownToo, boolean needed) {
        world.severities = seriousOnly ? Set.of(Severity.SERIOUS) : Set.of(Severity.SERIOUS, Severity.GENERAL);
        world.penalties = penalty ? List.of(EntryFixture.penalty(PenaltyType.CONFISCATION)) : null;
        var entry = world.serious().lapsed();
        world.flag("UPPER_CONSENT_REQUIRED", true).flag("SERIOUS_PENALTY_UPPER_CONSENT", shownToo);

        if (needed) {
            refused(entry, () -> entry.decide(ruling(), world.by(APPROVER)), 422, "consent-missing");
        } else {
            entry.decide(ruling(), world.by(APPROVER));
        }
    }

    /** Only what is serious stands on the list, whatever a city asks for. */
    @Test
    void whatIsNotSeriousNeedsNoConsent() {
        world.penalties = List.of(EntryFixture.penalty(PenaltyType.CONFISCATION));
        world.flag("UPPER_CONSENT_REQUIRED", true).flag("SERIOUS_PENALTY_UPPER_CONSENT", true);
        world.decided();
    }

    @Test
    void theAuthorityThatDecidesDoesNotConsentToIt() {
        var entry = world.lapsed();
        var own = new CaseActs.Consent("日照市市场监督管理局", "示例〔2026〕1号", LocalDate.of(2026, 2, 20));
        assertThat(refused(entry, () -> entry.consent(own, world.by(APPROVER)), 422, "consent-not-from-above")
                        .violations())
                .extracting(Violation::field)
                .containsExactly("authority");

        // The draft does not say who decides; the decision does.
        world.decision = null;
        var undecided = world.lapsed();
        undecided.consent(own, world.by(APPROVER));
        var ruling = new CaseActs.Ruling(decidedOn(EntryFixture.DECIDED), null, false, null);
        refused(undecided, () -> undecided.decide(ruling, world.by(APPROVER)), 422, "consent-not-from-above");
    }

    @Test
    void oneDecisionMakesOneEntry() {
        var drafted = world.draft();
        var lapsed = world.lapsed();
        var served = world.served();
        world.sameDecision = new UUID(4, 2);

        assertThat(refused(world::draft, 409, "decision-in-use").detail().en()).contains(world.sameDecision.toString());
        refused(drafted, () -> drafted.revise(world.proposal(), world.by(HANDLER)), 409, "decision-in-use");
        refused(lapsed, () -> lapsed.decide(ruling(), world.by(APPROVER)), 409, "decision-in-use");
        refused(served, () -> served.publish(BATCH, "", world.by(PUBLISHER)), 409, "decision-in-use");
    }

    @Test
    void whomADraftIsAboutAndOnWhichListStays() {
        var entry = world.draft();
        var proposal = world.proposal();
        world.red();
        var other = new NewListing(
                FictionalCodes.fictional(77),
                ListKind.RED,
                proposal.field(),
                proposal.ground(),
                proposal.legalBasis(),
                null,
                null,
                null,
                proposal.decision(),
                null,
                null,
                null,
                null);

        assertThat(refused(entry, () -> entry.revise(other, world.by(HANDLER)), 422, "unchangeable")
                        .violations())
                .extracting(Violation::field)
                .containsExactly("uscc", "kind");
        assertThat(entry.kind()).isEqualTo(ListKind.BLACK);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-16, true", "2026-02-17, false"})
    void aDefenceComesInUntilTheLastDay(LocalDate day, boolean inTime) {
        world.on(day);
        var entry = world.noticed();
        var defence = new CaseActs.Defence(day, "示例", null);

        if (inTime) {
            entry.receiveDefence(defence, world.by(HANDLER));
        } else {
            var refusal =
                    refused(entry, () -> entry.receiveDefence(defence, world.by(HANDLER)), 422, "defence-term-over");
            assertThat(refusal.detail().en()).contains("2026-02-16");
        }
    }

    /** On paper it counts when it came in, online when it is sent. */
    @Test
    void aDefenceOnPaperCountsFromTheDayItCameIn() {
        var defence = new CaseActs.Defence(LocalDate.of(2026, 2, 16), "示例", null);
        var late = world.noticed();
        refused(late, () -> late.receiveDefence(defence, world.by(OWNER)), 422, "defence-term-over");

        world.noticed().receiveDefence(defence, world.by(HANDLER));
    }

    @ParameterizedTest
    @CsvSource({"2026-02-16, false", "2026-02-17, true"})
    void theEnterpriseHasTheWholeOfItsLastDay(LocalDate day, boolean over) {
        world.on(day);
        world.decision = decidedOn(day);
        var entry = world.noticed();
        var other = world.noticed();

        if (over) {
            entry.lapseDefence(world.by(HANDLER));
            other.decide(ruling(), world.by(APPROVER));
        } else {
            var refusal = refused(entry, () -> entry.lapseDefence(world.by(HANDLER)), 422, "defence-term-running");
            assertThat(refusal.detail().en()).contains("2026-02-16");
            refused(other, () -> other.decide(ruling(), world.by(APPROVER)), 422, "defence-term-running");
        }
    }

    @Test
    void aDefenceIsAnswered() {
        var entry = world.noticed();
        entry.receiveDefence(new CaseActs.Defence(LocalDate.of(2026, 2, 10), "示例", null), world.by(HANDLER));

        var refusal = refused(entry, () -> entry.decide(ruling(), world.by(APPROVER)), 422, "defence-unanswered");
        assertThat(refusal.violations()).extracting(Violation::field).containsExactly("defenceAnswer");
        entry.decide(new CaseActs.Ruling(null, " 不予采纳 ", false, null), world.by(APPROVER));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoLacksIntentIsNotListedWhereTheRulesSaySo(boolean flag) {
        world.flag("NO_INTENT_NOT_LISTED", flag);
        var disproved = new CaseActs.Ruling(null, null, true, null);
        var entry = world.lapsed();

        if (flag) {
            refused(entry, () -> entry.decide(disproved, world.by(APPROVER)), 422, "no-intent");
            entry.decide(ruling(), world.by(APPROVER));
        } else {
            entry.decide(disproved, world.by(APPROVER));
        }
    }

    @Test
    void aSeriousEntryNeedsTheNextLevelsConsentWhereTheRulesSaySo() {
        world.serious().decided();

        world.flag("UPPER_CONSENT_REQUIRED", true);
        var entry = world.lapsed();
        refused(entry, () -> entry.decide(ruling(), world.by(APPROVER)), 422, "consent-missing");
        entry.consent(new CaseActs.Consent("示例省局", "示例〔2026〕1号", LocalDate.of(2026, 2, 20)), world.by(APPROVER));
        entry.decide(ruling(), world.by(APPROVER));

        world.severity = Severity.GENERAL;
        world.decided();
    }

    @ParameterizedTest
    @CsvSource({"2026-02-16, false", "2026-02-17, true"})
    void noDecisionIsOlderThanTheDeadlineForTheDefence(LocalDate decidedOn, boolean allowed) {
        world.decision = decidedOn(decidedOn);
        var entry = world.lapsed();

        if (allowed) {
            entry.decide(ruling(), world.by(APPROVER));
        } else {
            var refusal = refused(entry, () -> entry.decide(ruling(), world.by(APPROVER)), 422, "unsuitable-date");
            assertThat(refusal.detail().en()).contains("2026-02-16", "2026-02-17");
        }
    }

    @Test
    void noDecisionIsOlderThanTheDefenceOrTheConsent() {
        world.decision = decidedOn(LocalDate.of(2026, 2, 11));
        var heard = world.noticed();
        heard.receiveDefence(new CaseActs.Defence(LocalDate.of(2026, 2, 12), "示例", null), world.by(HANDLER));
        var refusal = refused(
                heard,
                () -> heard.decide(new CaseActs.Ruling(null, "示例", false, null), world.by(APPROVER)),
                422,
                "unsuitable-date");
        assertThat(refusal.detail().en()).contains("2026-02-12");

        // Who has answered early may be decided on before the deadline.
        world.decision = decidedOn(LocalDate.of(2026, 2, 12));
        var early = world.noticed();
        early.receiveDefence(new CaseActs.Defence(LocalDate.of(2026, 2, 12), "示例", null), world.by(HANDLER));
        early.decide(new CaseActs.Ruling(null, "示例", false, null), world.by(APPROVER));
    }

    @Test
    void aSeriousEntryOfALegalPersonNamesWhoIsResponsibleWhereTheRulesSaySo() {
        world.serious().decided();

        world.flag("SERIOUS_NAMES_RESPONSIBLE", true);
        var entry = world.lapsed();
        var refusal =
                refused(entry, () -> entry.decide(ruling(), world.by(APPROVER)), 422, "responsible-person-missing");
        assertThat(refusal.violations()).extracting(Violation::field).containsExactly("responsible");
        var named = List.of(new ResponsiblePerson("示例某", ResponsiblePerson.Role.LEGAL_REPRESENTATIVE));
        entry.decide(new CaseActs.Ruling(null, null, false, named), world.by(APPROVER));
        assertThat(entry.view().responsible()).isEqualTo(named);

        world.subjectType = SubjectType.SOLE_TRADER;
        world.decided();
        world.subjectType = SubjectType.LEGAL_PERSON;
        world.severity = Severity.GENERAL;
        world.decided();
    }

    @Test
    void theRepairNoticeIsDeliveredWithTheDecisionWhereTheRulesSaySo() {
        world.decided().serveDecision(delivery(false), world.by(HANDLER));

        world.flag("DECISION_WITH_REPAIR_NOTICE", true);
        var entry = world.decided();
        refused(entry, () -> entry.serveDecision(delivery(false), world.by(HANDLER)), 422, "repair-notice-missing");
        world.decided().serveDecision(delivery(true), world.by(HANDLER));
    }

    /** It is known before anybody has worked on it, and is said then. */
    @ParameterizedTest
    @EnumSource
    void aClassIsPublishedWhereTheRulesSaySo(Severity severity) {
        world.severity = severity;
        world.published();
        var lapsed = world.lapsed();
        var entry = world.served();

        world.flag(severity + "_PUBLISHED", false);
        refused(world::draft, 422, "class-not-published");
        refused(lapsed, () -> lapsed.decide(ruling(), world.by(APPROVER)), 422, "class-not-published");
        refused(entry, () -> entry.publish(BATCH, "", world.by(PUBLISHER)), 422, "class-not-published");
    }

    @ParameterizedTest
    @EnumSource
    void aSoleTraderIsPublishedWhereTheRulesSaySo(ListKind kind) {
        if (kind == ListKind.RED) {
            world.red();
        }
        world.subjectType = SubjectType.SOLE_TRADER;
        world.published();
        var entry = kind == ListKind.RED ? world.announced() : world.served();

        world.flag("SOLE_TRADER_PUBLISHED", false);
        refused(world::draft, 422, "subject-not-published");
        refused(entry, () -> entry.publish(BATCH, "", world.by(PUBLISHER)), 422, "subject-not-published");

        world.subjectType = SubjectType.LEGAL_PERSON;
        world.published();
    }

    @ParameterizedTest
    @CsvSource({"2026-03-04, false", "2026-03-05, true"})
    void anHonourIsPublishedAfterItsPublicNotice(LocalDate day, boolean over) {
        world.red();
        var entry = world.announced();
        world.on(day);

        if (over) {
            entry.publish(BATCH, "", world.by(PUBLISHER));
        } else {
            var refusal =
                    refused(entry, () -> entry.publish(BATCH, "", world.by(PUBLISHER)), 422, "public-notice-running");
            assertThat(refusal.detail().en()).contains("2026-03-04");
        }
    }

    @Test
    void whoeverObjectsToAnHonourIsAnsweredFirst() {
        world.red();
        var entry = world.announced();
        world.noticeObjectionOpen = true;
        refused(entry, () -> entry.publish(BATCH, "", world.by(PUBLISHER)), 422, "notice-objection-open");

        var answer = new NoticeObjectionAnswer(FILE, false, " 示例：不成立 ");
        refused(
                entry,
                () -> entry.answerNoticeObjection(answer, world.by(official("chen", "371103"))),
                403,
                "foreign-region");
        refused(
                entry,
                () -> entry.answerNoticeObjection(answer, world.by(official("zhang", "371100"))),
                403,
                "same-person");
        entry.answerNoticeObjection(answer, world.by(APPROVER));
        assertThat(entry.state()).isEqualTo(ListingState.PUBLIC_NOTICE);
        assertThat(entry.lastReason()).isEqualTo("示例：不成立");

        world.noticeObjectionOpen = false;
        entry.publish(BATCH, "", world.by(PUBLISHER));
        assertThat(entry.state()).isEqualTo(ListingState.PUBLISHED);
    }

    @Test
    void whoeverIsRightToObjectToAnHonourPreventsIt() {
        world.red();
        var entry = world.announced();
        world.noticeObjectionUpheld = true;
        refused(entry, () -> entry.publish(BATCH, "", world.by(PUBLISHER)), 422, "notice-objection-upheld");
        entry.reject("示例：公示异议成立", world.by(APPROVER));
        assertThat(entry.state()).isEqualTo(ListingState.REJECTED);
    }

    @Test
    void aDecisionIsWholeAndTaken() {
        world.decision = decidedOn(TODAY.plusDays(1));
        var entry = world.lapsed();
        assertThat(refused(entry, () -> entry.decide(ruling(), world.by(APPROVER)), 422, "missing-decision")
                        .violations())
                .extracting(Violation::field)
                .containsExactly("decision.decidedOn");

        world.decision = new DecisionDocument("示例1号", TODAY, "示例机关", " ", "示例", "示例", null, "示例", "示例");
        var incomplete = world.lapsed();
        assertThat(refused(incomplete, () -> incomplete.decide(ruling(), world.by(APPROVER)), 422, "missing-decision")
                        .violations())
                .extracting(Violation::field)
                .containsExactly("decision.facts", "decision.remedies");

        // The decision itself brings the document.
        incomplete.decide(new CaseActs.Ruling(decidedOn(TODAY), null, false, null), world.by(APPROVER));
    }

    /** 总局令第44号 art. 13: cause, basis, measures, conditions and procedure of removal, remedies. */
    @ParameterizedTest
    @CsvSource({
        "' ', 示例, 示例, 示例, 示例, 示例, decision.facts",
        "示例, ' ', 示例, 示例, 示例, 示例, decision.measures",
        "示例, 示例, , 示例, 示例, 示例, decision.removal",
        "示例, 示例, 示例, , 示例, 示例, decision.remedies",
        "示例, 示例, 示例, 示例, ' ', 示例, decision.basis",
        "示例, 示例, 示例, 示例, , 示例, decision.basis",
        "示例, 示例, 示例, 示例, 示例, , decision.removalProcedure"
    })
    void aDecisionStatesWhyWhatFollowsAndTheWaysOut(
            String facts,
            String measures,
            @Nullable String removal,
            @Nullable String remedies,
            @Nullable String basis,
            @Nullable String procedure,
            String missing) {
        world.decision =
                new DecisionDocument("示例1号", TODAY, "示例机关", facts, measures, removal, remedies, basis, procedure);
        var entry = world.lapsed();

        assertThat(refused(entry, () -> entry.decide(ruling(), world.by(APPROVER)), 422, "missing-decision")
                        .violations())
                .extracting(Violation::field)
                .containsExactly(missing);
    }

    @Test
    void whatOrder44AsksForIsAskedOnTheDayOfTheDecisionAndOfNoHonour() {
        var before = new DecisionDocument("示例1号", TODAY, "示例机关", "示例", "示例", "示例", "示例", null, null);

        assertThat(before.missingWhenDecided(ListKind.BLACK)).containsExactly("basis", "removalProcedure");
        assertThat(before.missingFor(ListKind.BLACK)).isEmpty();
        assertThat(before.missingWhenDecided(ListKind.RED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-03-11, false", "2026-03-12, true"})
    void whatIsOverIsNotPublished(LocalDate until, boolean allowed) {
        world.validUntil = until;
        var entry = world.served();
        world.on(TODAY.plusDays(2));

        if (allowed) {
            entry.publish(BATCH, "", world.by(PUBLISHER));
        } else {
            var refusal = refused(entry, () -> entry.publish(BATCH, "", world.by(PUBLISHER)), 422, "term-over");
            assertThat(refusal.detail().en()).contains("2026-03-11");
            refused(world::draft, 422, "term-over");
        }
    }

    /** Five years from the end of the conduct nothing adverse is shown (山东省社会信用条例 art. 38). */
    @ParameterizedTest
    @CsvSource({"2021-03-09, false", "2021-03-10, true"})
    void whatIsPastTheOuterBoundIsNotBegun(LocalDate conductEndedOn, boolean allowed) {
        world.conductEndedOn = conductEndedOn;

        if (allowed) {
            var entry = world.served();
            world.on(TODAY.plusDays(1));
            var refusal = refused(entry, () -> entry.publish(BATCH, "", world.by(PUBLISHER)), 422, "term-over");
            assertThat(refusal.detail().en()).contains("2026-03-10");
        } else {
            refused(world::draft, 422, "term-over");
        }
    }

    @Test
    void noHonourForTheBlackListed() {
        world.blackListed = true;
        world.published();

        world.blackListed = false;
        world.red();
        var entry = world.announced();
        world.blackListed = true;
        refused(world::draft, 409, "black-listed");
        assertThat(refused(entry, () -> entry.publish(BATCH, "", world.by(PUBLISHER)), 409, "black-listed")
                        .detail()
                        .en())
                .contains(EntryFixture.USCC);
    }

    @Test
    void noPersonalDataInWhatWillBePublic() {
        var personal = "联系人身份证号 11010519491231002X，电话 13812345678";
        world.ground = personal;
        assertThat(refused(world::draft, 422, "personal-data").violations())
                .extracting(Violation::field)
                .containsExactly("ground");
        world.ground = "示例事由";

        world.decision = new DecisionDocument(
                personal, EntryFixture.DECIDED, personal, personal, personal, personal, personal, personal, personal);
        var refusal = refused(world::draft, 422, "personal-data");
        assertThat(refusal.violations())
                .extracting(Violation::field)
                .containsExactly(
                        "decision.documentNumber",
                        "decision.authority",
                        "decision.facts",
                        "decision.measures",
                        "decision.removal",
                        "decision.remedies",
                        "decision.basis",
                        "decision.removalProcedure");
        assertThat(refusal.violations()).extracting(one -> one.message().zh()).contains("居民身份证号码");

        var document = world.decision;
        world.decision = decidedOn(EntryFixture.DECIDED);
        var draft = world.draft();
        world.ground = personal;
        refused(draft, () -> draft.revise(world.proposal(), world.by(HANDLER)), 422, "personal-data");
        world.ground = "示例事由";
        var lapsed = world.lapsed();
        refused(
                lapsed,
                () -> lapsed.decide(new CaseActs.Ruling(document, null, false, null), world.by(APPROVER)),
                422,
                "personal-data");
        var served = world.served();
        assertThat(refused(served, () -> served.publish(BATCH, personal, world.by(PUBLISHER)), 422, "personal-data")
                        .violations())
                .extracting(Violation::field)
                .containsExactly("announcement");
    }

    @Test
    void noPersonalDataInPublicNoticesAndCommitments() {
        var published = world.published();
        world.on(LocalDate.of(2026, 6, 10));
        var commitment = new CaseActs.Repairing("承诺人电话 13812345678", "示例", List.of(FILE));
        assertThat(refused(published, () -> published.applyForRepair(commitment, world.by(OWNER)), 422, "personal-data")
                        .violations())
                .extracting(Violation::field)
                .containsExactly("commitment");

        world.on(TODAY).red();
        var submitted = world.submitted();
        var notice = new CaseActs.PublicNotice(TODAY, "示例门户，电话 13812345678");
        assertThat(refused(submitted, () -> submitted.announce(notice, world.by(APPROVER)), 422, "personal-data")
                        .violations())
                .extracting(Violation::field)
                .containsExactly("place");
    }

    @Test
    void noPersonalDataInPublic() {
        var entry = world.published();

        var refusal =
                refused(entry, () -> entry.addStatement("请致电 13812345678 联系", world.by(OWNER)), 422, "personal-data");
        assertThat(refusal.violations()).extracting(Violation::field).containsExactly("statement");
    }

    @ParameterizedTest
    @CsvSource({"2026-06-09, false", "2026-06-10, true"})
    void repairWaitsForTheMinimumOfTheClass(LocalDate day, boolean reached) {
        var entry = world.published();
        world.on(day);
        var application = new CaseActs.Repairing("示例", "示例", List.of(FILE));

        if (reached) {
            entry.applyForRepair(application, world.by(OWNER));
        } else {
            var refusal =
                    refused(entry, () -> entry.applyForRepair(application, world.by(OWNER)), 422, "repair-too-early");
            assertThat(refusal.detail().en()).contains("2026-06-10");
        }
    }

    @Test
    void correctionIsProven() {
        var entry = world.published();
        world.on(LocalDate.of(2026, 6, 10));

        var refusal = refused(
                entry,
                () -> entry.applyForRepair(new CaseActs.Repairing("示例", "示例", null), world.by(OWNER)),
                422,
                "correction-unproven");
        assertThat(refusal.violations()).extracting(Violation::field).containsExactly("evidence");
    }

    @ParameterizedTest
    @CsvSource({
        // flag, kind of the entry, kind and class of the new penalty, barred
        "true, 虚假宣传, 虚假宣传, MINOR, true",
        "true, 虚假宣传, 虚假宣传, , true",
        "true, 虚假宣传, 无证经营, SERIOUS, false",
        "true, , 虚假宣传, GENERAL, true",
        "true, 虚假宣传, , GENERAL, true",
        "true, 虚假宣传, , MINOR, false",
        "false, 虚假宣传, 虚假宣传, SERIOUS, false"
    })
    void aNewPenaltyOfTheSameKindBarsTheRepairOfAPenalty(
            boolean flag, @Nullable String kind, @Nullable String other, @Nullable Severity severity, boolean barred) {
        world.violationKind = kind;
        var entry = world.accepted();
        world.flag("SAME_KIND_PENALTY_BARS_REPAIR", flag).flag("HEAVY_PENALTY_BARS_LIST_REMOVAL", true);
        world.newPenalties = List.of(new NewPenalty(Optional.ofNullable(severity), Optional.ofNullable(other)));

        assertRepairBarred(entry, barred);
    }

    @ParameterizedTest
    @CsvSource({"true, MINOR, false", "true, GENERAL, true", "true, SERIOUS, true", "false, SERIOUS, false"})
    void aNewHeavyPenaltyOfAnyKindBarsRemovalFromTheSeriousList(boolean flag, Severity severity, boolean barred) {
        world.serious().rules.value("SERIOUS_REPAIR_AFTER", 3, RulePack.Unit.MONTHS);
        world.violationKind = "虚假宣传";
        var entry = world.accepted();
        world.flag("SAME_KIND_PENALTY_BARS_REPAIR", true).flag("HEAVY_PENALTY_BARS_LIST_REMOVAL", flag);
        // A light one of the same kind does not.
        world.newPenalties = List.of(
                new NewPenalty(Optional.of(Severity.MINOR), Optional.of("虚假宣传")),
                new NewPenalty(Optional.of(severity), Optional.of("无证经营")));

        assertRepairBarred(entry, barred);
    }

    /** The basis tells the list of Order 44 from a penalty of the serious class that is only shown. */
    @ParameterizedTest
    @CsvSource({
        "true, 虚假宣传, MINOR, false",
        "true, 无证经营, SERIOUS, true",
        "false, 虚假宣传, MINOR, true",
        "false, 无证经营, SERIOUS, false"
    })
    void whichPenaltyBarsFollowsFromTheBasis(boolean seriousList, String kind, Severity severity, boolean barred) {
        world.serious().rules.value("SERIOUS_REPAIR_AFTER", 3, RulePack.Unit.MONTHS);
        world.violationKind = "虚假宣传";
        world.penalties = List.of(EntryFixture.penalty(PenaltyType.CONFISCATION));
        world.severities = seriousList ? Set.of(Severity.SERIOUS) : Set.of(Severity.SERIOUS, Severity.GENERAL);
        var entry = world.accepted();
        world.flag("SAME_KIND_PENALTY_BARS_REPAIR", true).flag("HEAVY_PENALTY_BARS_LIST_REMOVAL", true);
        world.newPenalties = List.of(new NewPenalty(Optional.of(severity), Optional.of(kind)));

        assertRepairBarred(entry, barred);
    }

    private void assertRepairBarred(Listing entry, boolean barred) {
        var granted = new CaseActs.RepairRuling(true, "示例");
        if (barred) {
            refused(entry, () -> entry.decideRepair(granted, world.by(APPROVER)), 422, "penalised-again");
            entry.decideRepair(new CaseActs.RepairRuling(false, "示例"), world.by(APPROVER));
        } else {
            entry.decideRepair(granted, world.by(APPROVER));
        }
    }

    @Test
    void theDecisionOnARepairIsPutOffOnceAndInTime() {
        world.rules.workingDays("REPAIR_DECISION_EXTENSION", 10);
        var extension = new CaseActs.RepairExtension("示例批1号", "案情复杂");
        var late = world.accepted();
        world.on(TODAY);
        var entry = world.accepted();
        // Accepted on a Wednesday; eight working days later, on a Monday, the decision is due.
        world.on(LocalDate.of(2026, 6, 22));
        entry.extendRepair(extension, world.by(APPROVER));
        refused(entry, () -> entry.extendRepair(extension, world.by(APPROVER)), 422, "extended-before");

        world.on(LocalDate.of(2026, 6, 23));
        refused(late, () -> late.extendRepair(extension, world.by(APPROVER)), 422, "repair-decision-overdue");
    }

    @ParameterizedTest
    @CsvSource({"2027-03-10, false", "2027-03-11, true"})
    void timeTakesAnEntryOffAfterItsLastDay(LocalDate day, boolean over) {
        var entry = world.published();
        world.on(day);

        if (over) {
            entry.expire(world.by(Actor.SYSTEM));
        } else {
            refused(entry, () -> entry.expire(world.by(Actor.SYSTEM)), 422, "term-running");
        }
    }

    @Test
    void aTemporaryRepairRestsOnARulingOfTheCourt() {
        var entry = world.published();
        var granted = new CaseActs.TemporaryRepairRuling(true, "示例");
        refused(entry, () -> entry.decideTemporaryRepair(granted, world.by(APPROVER)), 422, "ruling-missing");
        refused(
                entry,
                () -> entry.fileCourtRuling(EntryFixture.courtRuling(TODAY), world.by(STRANGER)),
                403,
                "foreign-enterprise");

        entry.fileCourtRuling(EntryFixture.courtRuling(TODAY), world.by(OWNER));
        refused(
                entry,
                () -> entry.fileCourtRuling(EntryFixture.courtRuling(TODAY), world.by(OWNER)),
                422,
                "ruling-pending");
        entry.decideTemporaryRepair(new CaseActs.TemporaryRepairRuling(false, "示例"), world.by(APPROVER));
        assertThat(entry.state()).isEqualTo(ListingState.PUBLISHED);
        // Another ruling may follow.
        entry.fileCourtRuling(EntryFixture.courtRuling(TODAY), world.by(OWNER));
        assertThat(entry.decideTemporaryRepair(granted, world.by(APPROVER))).isInstanceOf(ListingEvent.Repaired.class);
        assertThat(entry.state()).isEqualTo(ListingState.TEMPORARILY_REPAIRED);
    }

    /** Back on the list it comes by the third person, and only while its term runs. */
    @Test
    void whenThePlanFailsAPublisherShowsTheEntryAgain() {
        var entry = world.temporarilyRepaired();
        refused(
                entry,
                () -> entry.resumeDisplay(EntryFixture.termination(TODAY), world.by(APPROVER)),
                403,
                "same-person");
        world.on(LocalDate.of(2027, 3, 11));
        refused(
                entry,
                () -> entry.resumeDisplay(EntryFixture.termination(TODAY), world.by(PUBLISHER)),
                422,
                "term-over");
        entry.expire(world.by(Actor.SYSTEM));
        assertThat(entry.state()).isEqualTo(ListingState.EXPIRED);

        world.on(TODAY);
        var failed = world.temporarilyRepaired();
        failed.liftMeasures(lifting(TODAY), world.by(HANDLER));
        assertThat(failed.resumeDisplay(EntryFixture.termination(TODAY), world.by(PUBLISHER)))
                .isInstanceOf(ListingEvent.Published.class);
        assertThat(failed.areMeasuresLifted()).isFalse();
        assertThat(failed.newestPaper().orElseThrow().author()).isEqualTo("示例法院");
    }

    @Test
    void aPlanThatIsCarriedOutMakesTheRepairFinalWhereTheRulesSaySo() {
        var entry = world.temporarilyRepaired();
        world.flag("REORGANISATION_COMPLETED_REPAIRS", false);
        refused(entry, () -> confirm(entry), 422, "repair-not-final");

        world.flag("REORGANISATION_COMPLETED_REPAIRS", true);
        assertThat(confirm(entry)).isInstanceOf(ListingEvent.Repaired.class);
        assertThat(entry.state()).isEqualTo(ListingState.REPAIRED);
        assertThat(entry.newestPaper().orElseThrow().author()).isEqualTo("示例法院");
        // No application was granted, so there is no repair that could turn out to be fraud.
        refused(entry, () -> entry.restore(fraud(TODAY), world.by(APPROVER)), 422, "never-repaired");
        entry.liftMeasures(lifting(TODAY), world.by(HANDLER));
        entry.archive(world.by(PUBLISHER));
    }

    /** 法律、行政法规另有规定的除外. */
    @ParameterizedTest
    @CsvSource({
        // penalty, last day of the ban, may be confirmed today
        "RESTRICTION, 2026-03-10, false",
        "RESTRICTION, 2026-03-09, true",
        "RESTRICTION, , true",
        "REVOCATION, , false",
        "LOWERED_GRADE, , false",
        "CLOSURE, , false",
        "CONFISCATION, , true"
    })
    void noPlanShortensABanOrGivesBackWhatWasTakenAway(PenaltyType type, @Nullable LocalDate ban, boolean allowed) {
        world.serious().penalties = List.of(EntryFixture.penalty(type));
        world.banUntil = ban;
        var entry = world.temporarilyRepaired();
        world.flag("RESTRICTION_REPAIR_ONLY_AFTER_BAN", true).flag("REVOCATION_REPAIR_ALLOWED", false);

        if (allowed) {
            confirm(entry);
        } else {
            refused(entry, () -> confirm(entry), 422, "law-says-otherwise");
        }
    }

    @Test
    void whereRepairDoesNotWaitForABanAPlanDoesNotEither() {
        world.banUntil = TODAY;
        confirm(world.temporarilyRepaired());
    }

    private ListingEvent confirm(Listing entry) {
        return entry.confirmReorganisation(EntryFixture.completion(TODAY), world.by(APPROVER));
    }

    @ParameterizedTest
    @EnumSource
    void deregistrationStopsAllDisplay(ListKind kind) {
        if (kind == ListKind.RED) {
            world.red();
        }
        var entry = world.published();
        refused(entry, () -> entry.endWithEnterprise(world.by(Actor.SYSTEM)), 422, "enterprise-stands");
        world.closedOn = TODAY.plusDays(1);
        refused(entry, () -> entry.endWithEnterprise(world.by(Actor.SYSTEM)), 422, "enterprise-stands");

        world.closedOn = TODAY;
        assertThat(entry.endWithEnterprise(world.by(Actor.SYSTEM))).isInstanceOf(ListingEvent.Withdrawn.class);
        assertThat(entry.state()).isEqualTo(ListingState.WITHDRAWN);
    }

    @Test
    void nothingIsArchivedThatIsStillSharedOrInUse() {
        var entry = world.withdrawn();
        world.sharingStopped = false;
        refused(entry, () -> entry.archive(world.by(PUBLISHER)), 422, "still-shared");

        world.sharingStopped = true;
        refused(entry, () -> entry.archive(world.by(PUBLISHER)), 422, "measures-stand");
        entry.liftMeasures(lifting(TODAY), world.by(HANDLER));
        entry.archive(world.by(PUBLISHER));

        // Nothing follows from an honour that would have to be lifted.
        world.red();
        world.withdrawn().archive(world.by(PUBLISHER));
    }

    @Test
    void onlyWhatWasRepairedIsRestored() {
        var entry = world.withdrawn();
        entry.liftMeasures(lifting(TODAY), world.by(HANDLER));
        entry.archive(world.by(PUBLISHER));

        refused(entry, () -> entry.restore(fraud(TODAY), world.by(APPROVER)), 422, "never-repaired");
    }

    /** The repair was revoked, the entry stood again and was wrong after all: the old repair restores nothing more. */
    @Test
    void onlyTheLastEndingIsRevoked() {
        var entry = world.revoked();
        var day = world.by(APPROVER).today();
        refused(entry, () -> entry.restore(fraud(day), world.by(APPROVER)), 409, "illegal-transition");
        entry.publish(BATCH, "", world.by(PUBLISHER));
        entry.withdraw("示例：列入有误", world.by(PUBLISHER));
        entry.liftMeasures(lifting(day), world.by(HANDLER));
        entry.archive(world.by(PUBLISHER));

        refused(entry, () -> entry.restore(fraud(day), world.by(APPROVER)), 422, "never-repaired");
    }

    @Test
    void anHonourComesBackOnlyFromAWrongBlackEntry() {
        world.red();
        var entry = world.withdrawn();
        refused(entry, () -> entry.reinstate("示例", world.by(PUBLISHER)), 422, "not-displaced");

        world.displacedWrongly = true;
        refused(entry, () -> entry.reinstate("示例", world.by(official("wang", "371100"))), 403, "same-person");
        world.blackListed = true;
        refused(entry, () -> entry.reinstate("示例", world.by(PUBLISHER)), 409, "black-listed");
        world.blackListed = false;
        assertThat(entry.reinstate("示例", world.by(PUBLISHER))).isInstanceOf(ListingEvent.Published.class);
        assertThat(entry.state()).isEqualTo(ListingState.PUBLISHED);
    }

    /** Whoever found the fraud does not put the entry back: that is a publication like any other. */
    @Test
    void aRestoredEntryNeedsItsThirdPersonToo() {
        var entry = world.revoked();

        assertThat(entry.state()).isEqualTo(ListingState.REPAIR_REVOKED);
        assertThat(entry.state().isDisplayed()).isFalse();
        refused(entry, () -> entry.publish(BATCH, "", world.by(official("wang", "371100"))), 403, "same-person");
        assertThat(entry.publish(BATCH, "", world.by(PUBLISHER))).isInstanceOf(ListingEvent.Published.class);
    }

    @Test
    void nothingIsRestoredThatWouldBeOver() {
        var entry = world.repaired();
        world.on(LocalDate.of(2030, 12, 2));

        refused(entry, () -> entry.restore(fraud(LocalDate.of(2026, 7, 1)), world.by(APPROVER)), 422, "term-over");
    }

    @Test
    void measuresAreLiftedOnce() {
        var entry = world.withdrawn();
        entry.liftMeasures(lifting(TODAY), world.by(HANDLER));

        refused(entry, () -> entry.liftMeasures(lifting(TODAY), world.by(HANDLER)), 422, "measures-lifted");
    }

    /** Whatever prevents a publication, the case can be brought to its end and nothing stays overdue. */
    @Test
    void whatCannotBePublishedCanBeClosed() {
        for (var entry : List.of(world.decided(), world.served(), new EntryFixture().revoked())) {
            entry.close("示例：企业已注销", world.on(LocalDate.of(2026, 12, 1)).by(APPROVER));
            assertThat(entry.state()).isEqualTo(ListingState.CLOSED);
            assertThat(entry.running(ListingDeadline.PUBLICATION)).isEmpty();
            world.on(TODAY);
        }
    }

    @Test
    void aDecisionCanBeAnnulledBeforeItsPublication() {
        for (var entry : List.of(world.decided(), world.served())) {
            var event = entry.revokeBasis(new CaseActs.Annulment("市政府", "撤1号", TODAY), world.by(APPROVER));
            assertThat(event).isEqualTo(new ListingEvent.Internal(ListingEvent.Kind.CLOSED));
            assertThat(entry.state()).isEqualTo(ListingState.CLOSED);
            assertThat(entry.running(ListingDeadline.PUBLICATION)).isEmpty();
        }
    }
}

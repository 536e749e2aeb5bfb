package cn.quality.credit.listing;

import static cn.quality.credit.listing.ListingAct.PUBLISH;
import static cn.quality.credit.listing.ListingAct.REJECT;
import static cn.quality.credit.listing.ListingAct.WITHDRAW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.credit.enterprise.ActivityField;
import cn.quality.credit.enterprise.EnterpriseStatus;
import cn.quality.credit.enterprise.EnterpriseView;
import cn.quality.credit.enterprise.SubjectType;
import cn.quality.credit.identifier.RegionCode;
import cn.quality.credit.rules.Certainty;
import cn.quality.credit.rules.LegalBasis;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ListingTest {

    private static final Instant NOON = Instant.parse("2026-03-10T04:00:00Z");
    private static final LegalBasis ORDER_44 = basis(LegalBasis.Use.BLACK, null);
    private static final LegalBasis AWARD = basis(LegalBasis.Use.RED, null);
    private static final DecisionDocument COMPLETE =
            new DecisionDocument("示例1号", LocalDate.of(2026, 3, 2), "日照市市场监督管理局", "示例事实", "示例措施", "满一年可申请修复", "可申请行政复议");

    private static final Official ZHANG = official("zhang", "371102");
    private static final Official LI = official("li", "371100");

    @Nested
    class ABlackEntry {

        private final Listing entry =
                Listing.draft(proposal(ListingKind.BLACK, COMPLETE, null), enterprise(), by(ZHANG));

        @Test
        void isADraftNobodyOutsideHearsOf() {
            assertThat(entry.state()).isEqualTo(ListingState.DRAFT);
            assertThat(entry.view().publishedAt()).isNull();
        }

        @Test
        void isPublishedByAnotherPersonAndTold() {
            var event = entry.publish("第一批", 7, by(LI));

            assertThat(entry.state()).isEqualTo(ListingState.PUBLISHED);
            assertThat(event.sequence()).isEqualTo(1);
            assertThat(event.listing().state()).isEqualTo(ListingState.PUBLISHED);
            assertThat(event.listing().publishedAt()).isEqualTo(NOON);
            assertThat(entry.view().acts()).extracting(ActTaken::official).containsExactly("zhang", "li");
        }

        @Test
        void isNotPublishedByWhoeverDraftedIt() {
            refused(() -> entry.publish(null, 1, by(official("zhang", "371100"))), 403, "same-person");
            assertThat(entry.state()).isEqualTo(ListingState.DRAFT);
        }

        @Test
        void isNotRejectedByWhoeverDraftedItEither() {
            refused(() -> entry.reject("示例", by(ZHANG)), 403, "same-person");
        }

        @Test
        void isNotPublishedFromElsewhere() {
            refused(() -> entry.publish(null, 1, by(official("wang", "371103"))), 403, "foreign-region");
            refused(() -> entry.publish(null, 1, by(new Official("wang", Optional.empty()))), 403, "foreign-region");
        }

        @Test
        void isNotPublishedWithoutItsBasis() {
            refused(() -> entry.publish(null, 1, by(LI, null, false)), 422, "unknown-legal-basis");
        }

        @Test
        void isNotPublishedOnABasisForHonours() {
            refused(() -> entry.publish(null, 1, by(LI, AWARD, false)), 422, "legal-basis-unsuitable");
        }

        @Test
        void isNotPublishedOnABasisThatHadEndedWhenItWasDecided() {
            var ended = basis(LegalBasis.Use.BLACK, LocalDate.of(2026, 3, 2));
            refused(() -> entry.publish(null, 1, by(LI, ended, false)), 422, "legal-basis-not-in-force");
        }

        @Test
        void isWithdrawnWithAReasonAndTold() {
            entry.publish(null, 7, by(LI));
            var event = entry.withdraw("原决定被撤销", 9, by(LI));

            assertThat(event.listing().state()).isEqualTo(ListingState.WITHDRAWN);
            assertThat(entry.view().acts().getLast().reason()).isEqualTo("原决定被撤销");
        }
    }

    @Test
    void publicationNamesEveryMissingPartOfTheDecision() {
        var entry = Listing.draft(proposal(ListingKind.BLACK, null, null), enterprise(), by(ZHANG));

        var problem = refused(() -> entry.publish(null, 1, by(LI)), 422, "missing-decision");

        assertThat(problem.violations())
                .extracting(Violation::field)
                .containsExactly(
                        "decision.documentNumber",
                        "decision.decidedOn",
                        "decision.authority",
                        "decision.facts",
                        "decision.measures",
                        "decision.removal",
                        "decision.remedies");
    }

    @Test
    void anHonourOwesNoWayOut() {
        var decision = new DecisionDocument("示例2号", LocalDate.of(2026, 3, 2), "示例机关", "示例", null, null, null);
        var entry = Listing.draft(proposal(ListingKind.RED, decision, null), enterprise(), by(ZHANG, AWARD, false));

        assertThat(entry.publish(null, 1, by(LI, AWARD, false)).listing().kind())
                .isEqualTo(ListingKind.RED);
    }

    @Test
    void aDecisionDatedTomorrowIsNoneYet() {
        var tomorrow = new DecisionDocument("示例3号", LocalDate.of(2026, 3, 11), "示例机关", "示例", "示", "示", "示");
        var entry = Listing.draft(proposal(ListingKind.BLACK, tomorrow, null), enterprise(), by(ZHANG));

        refused(() -> entry.publish(null, 1, by(LI)), 422, "missing-decision");
    }

    @Test
    void theLegalDateIsThatOfShanghai() {
        // In Shanghai it is already the 11th.
        var lateEvening = new Circumstances(LI, Instant.parse("2026-03-10T16:30:00Z"), Optional.of(ORDER_44), false);
        var today = new DecisionDocument("示例3号", LocalDate.of(2026, 3, 11), "示例机关", "示例", "示", "示", "示");
        var entry = Listing.draft(proposal(ListingKind.BLACK, today, null), enterprise(), by(ZHANG));

        assertThat(entry.publish(null, 1, lateEvening)).isNotNull();
    }

    @Test
    void whatHasExpiredDoesNotBegin() {
        var entry =
                Listing.draft(proposal(ListingKind.BLACK, COMPLETE, LocalDate.of(2026, 3, 9)), enterprise(), by(ZHANG));

        refused(() -> entry.publish(null, 1, by(LI)), 422, "term-over");
    }

    @Test
    void aBlackListedEnterpriseGetsNoHonour() {
        refused(
                () -> Listing.draft(proposal(ListingKind.RED, COMPLETE, null), enterprise(), by(ZHANG, AWARD, true)),
                409,
                "black-listed");
        var drafted = Listing.draft(proposal(ListingKind.RED, COMPLETE, null), enterprise(), by(ZHANG, AWARD, false));
        refused(() -> drafted.publish(null, 1, by(LI, AWARD, true)), 409, "black-listed");
    }

    /** Every state × act: what the table allows happens, everything else is refused with the state, the act, and the ways. */
    @ParameterizedTest
    @EnumSource(ListingState.class)
    void onlyTheRowsOfTheTableAreWays(ListingState state) {
        for (var act : List.of(REJECT, PUBLISH, WITHDRAW)) {
            var entry = entryIn(state);
            var allowed = ListingTransitions.TABLE.stream()
                    .filter(row -> row.from().equals(Optional.of(state)) && row.act() == act)
                    .findFirst();
            if (allowed.isPresent()) {
                perform(entry, act);
                assertThat(entry.state()).isEqualTo(allowed.get().to());
            } else {
                var problem = refused(() -> perform(entry, act), 409, "illegal-transition");
                assertThat(problem.detail().en()).contains(state.name(), act.name());
                assertThat(entry.state()).isEqualTo(state);
            }
        }
    }

    private static Listing entryIn(ListingState state) {
        var entry = Listing.draft(proposal(ListingKind.BLACK, COMPLETE, null), enterprise(), by(ZHANG));
        switch (state) {
            case DRAFT -> {}
            case REJECTED -> entry.reject("示例", by(LI));
            case PUBLISHED -> entry.publish(null, 1, by(LI));
            case WITHDRAWN -> {
                entry.publish(null, 1, by(LI));
                entry.withdraw("示例", 2, by(LI));
            }
        }
        return entry;
    }

    private static void perform(Listing entry, ListingAct act) {
        switch (act) {
            case DRAFT -> throw new IllegalArgumentException("an entry is drafted once");
            case REJECT -> entry.reject("示例", by(LI));
            case PUBLISH -> entry.publish(null, 3, by(LI));
            case WITHDRAW -> entry.withdraw("示例", 4, by(LI));
        }
    }

    private static Problem refused(ThrowingCallable act, int status, String code) {
        var refusal = new Problem[1];
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type().status()).isEqualTo(status);
            assertThat(problem.type().code()).isEqualTo(code);
            refusal[0] = problem;
        });
        return refusal[0];
    }

    private static Circumstances by(Official official) {
        return by(official, ORDER_44, false);
    }

    private static Circumstances by(Official official, @Nullable LegalBasis basis, boolean blackListed) {
        return new Circumstances(official, NOON, Optional.ofNullable(basis), blackListed);
    }

    private static Official official(String id, String region) {
        return new Official(id, Optional.of(new RegionCode(region)));
    }

    private static NewListing proposal(
            ListingKind kind, @Nullable DecisionDocument decision, @Nullable LocalDate validUntil) {
        return new NewListing(
                "91371199MA3RH00187",
                kind,
                ActivityField.INDUSTRIAL_PRODUCTION,
                "示例事由",
                "TEST-1",
                decision,
                validUntil);
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
                LocalDate.of(2021, 9, 1),
                effectiveTo,
                Certainty.U,
                "示例");
    }
}

package cn.quality.credit.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.credit.batch.Source;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.Text;
import cn.quality.platform.problem.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EnterpriseTest {

    /** Already the 10th in Shanghai, still the 9th in Greenwich. */
    private static final Instant NOW = Instant.parse("2026-03-09T17:00:00Z");

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final LocalDate REGISTERED = LocalDate.of(2020, 5, 6);
    private static final String FIRST = "日照示例海洋食品有限公司";
    private static final String SECOND = "日照示例远洋食品有限公司";
    private static final RegionCode ELSEWHERE = new RegionCode("371103");

    private final Enterprise enterprise = registered(REGISTERED);

    @Test
    void aNewNameKeepsTheOldOneWithItsDays() {
        var event = enterprise.rename(name(" " + SECOND + " ", TODAY), NOW).orElseThrow();

        assertThat(history(enterprise).name()).isEqualTo(SECOND);
        assertThat(history(enterprise).nameSince()).isEqualTo(TODAY);
        assertThat(history(enterprise).formerNames()).containsExactly(new FormerName(FIRST, REGISTERED, TODAY));
        assertThat(event.type()).isEqualTo("cn.quality.credit.enterprise.renamed.v1");
        assertThat(event.sequence()).isEqualTo(1);
        assertThat(event.enterprise().name()).isEqualTo(SECOND);
    }

    @Test
    void theSearchFollowsThePresentName() {
        enterprise.rename(name("日照示例鯨鯊有限公司", TODAY), NOW);

        assertThat(enterprise.bigrams).contains("鲸鲨").doesNotContain("海洋");
    }

    @Test
    void namesFollowEachOtherWithoutAGap() {
        var march = LocalDate.of(2026, 3, 1);
        enterprise.rename(name(SECOND, march), NOW);
        enterprise.rename(name(FIRST, TODAY), NOW);

        assertThat(history(enterprise).name()).isEqualTo(FIRST);
        assertThat(history(enterprise).formerNames())
                .containsExactly(new FormerName(FIRST, REGISTERED, march), new FormerName(SECOND, march, TODAY));
    }

    @Test
    void theNameItHasIsNoChange() {
        assertThat(enterprise.rename(name(FIRST, TODAY), NOW)).isEmpty();
        assertThat(history(enterprise).formerNames()).isEmpty();
    }

    @Test
    void aNameTakesEffectOnADayThatHasCome() {
        refused(() -> enterprise.rename(name(SECOND, TODAY.plusDays(1)), NOW), 422, "unsuitable-date", "future");
        assertThat(history(enterprise).name()).isEqualTo(FIRST);
    }

    @Test
    void aNameTakesEffectNotBeforeThePresentOne() {
        refused(
                () -> enterprise.rename(name(SECOND, REGISTERED.minusDays(1)), NOW),
                422,
                "unsuitable-date",
                "too-early");
        enterprise.rename(name(SECOND, TODAY), NOW);
        refused(() -> enterprise.rename(name(FIRST, TODAY.minusDays(1)), NOW), 422, "unsuitable-date", "too-early");
    }

    @Test
    void aNameMayChangeOnTheDayOfRegistration() {
        assertThat(enterprise.rename(name(SECOND, REGISTERED), NOW)).isPresent();
    }

    @Test
    void withoutADayOfRegistrationTheFirstNameHasNoFirstDay() {
        var undated = registered(null);
        undated.rename(name(SECOND, LocalDate.of(1999, 1, 1)), NOW);

        assertThat(history(undated).formerNames())
                .containsExactly(new FormerName(FIRST, null, LocalDate.of(1999, 1, 1)));
    }

    @Test
    void closingIsToldWithItsDay() {
        var event = enterprise.close(closure(TODAY, "清算完毕"), NOW).orElseThrow();

        assertThat(event.type()).isEqualTo("cn.quality.credit.enterprise.closed.v1");
        assertThat(event.sequence()).isEqualTo(1);
        assertThat(event.enterprise().status()).isEqualTo(EnterpriseStatus.CLOSED);
        assertThat(event.enterprise().closedOn()).isEqualTo(TODAY);
        assertThat(enterprise.view().status()).isEqualTo(EnterpriseStatus.CLOSED);
    }

    @Test
    void theFirstClosureStays() {
        enterprise.close(closure(TODAY.minusDays(1), "清算完毕"), NOW);

        assertThat(enterprise.close(new NewClosure(TODAY, "被吊销", source("C-2")), NOW))
                .isEmpty();
        assertThat(history(enterprise).closedOn()).isEqualTo(TODAY.minusDays(1));
        assertThat(history(enterprise).closureReason()).isEqualTo("清算完毕");
    }

    @Test
    void aClosureWithTheNumberOfAnotherIsRefused() {
        enterprise.close(closure(TODAY.minusDays(1), "清算完毕"), NOW);

        assertThat(enterprise.close(closure(TODAY.minusDays(1), "清算完毕"), NOW)).isEmpty();
        assertThatThrownBy(() -> enterprise.close(closure(TODAY, "清算完毕"), NOW))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type().code()).isEqualTo("source-record-used"));
    }

    @Test
    void anEnterpriseEndsNotBeforeItBeganAndNotInTheFuture() {
        refused(() -> enterprise.close(closure(TODAY.plusDays(1), "示例"), NOW), 422, "unsuitable-date", "future");
        refused(
                () -> enterprise.close(closure(REGISTERED.minusDays(1), "示例"), NOW),
                422,
                "unsuitable-date",
                "too-early");
        assertThat(history(enterprise).status()).isEqualTo(EnterpriseStatus.ACTIVE);
    }

    @Test
    void aClosedEnterpriseIsNotRenamedAndTheReasonIsSaid() {
        enterprise.close(closure(TODAY, "清算完毕"), NOW);

        assertThatThrownBy(() -> enterprise.rename(name(SECOND, TODAY), NOW))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.type().code()).isEqualTo("enterprise-closed");
                    assertThat(problem.detail()).extracting(Text::zh).asString().contains("2026-03-10", "清算完毕");
                });
    }

    @Test
    void aMoveKeepsTheOldRegionWithItsDays() {
        var event = enterprise.relocate(move(TODAY), ELSEWHERE, NOW).orElseThrow();

        assertThat(history(enterprise).region()).isEqualTo("371103");
        assertThat(history(enterprise).regionSince()).isEqualTo(TODAY);
        assertThat(history(enterprise).formerRegions()).containsExactly(new FormerRegion("371102", REGISTERED, TODAY));
        assertThat(event.type()).isEqualTo("cn.quality.credit.enterprise.relocated.v1");
        assertThat(event.enterprise().region()).isEqualTo("371103");
    }

    @Test
    void whereItIsAlreadyItDoesNotMove() {
        assertThat(enterprise.relocate(move(TODAY), new RegionCode("371102"), NOW))
                .isEmpty();
    }

    @Test
    void movesFollowEachOther() {
        enterprise.relocate(move(TODAY), ELSEWHERE, NOW);

        refused(
                () -> enterprise.relocate(move(TODAY.minusDays(1)), new RegionCode("371102"), NOW),
                422,
                "unsuitable-date",
                "too-early");
        refused(
                () -> enterprise.relocate(move(TODAY.plusDays(1)), new RegionCode("371102"), NOW),
                422,
                "unsuitable-date",
                "future");
        refused(() -> enterprise.close(closure(TODAY.minusDays(1), "示例"), NOW), 422, "unsuitable-date", "too-early");
    }

    @Test
    void anAmendmentChangesWhatItNamesAndKeepsWhatWas() {
        var event = enterprise
                .amend(amendment("F52", null, null, TODAY), Optional.empty(), NOW)
                .orElseThrow();

        var history = history(enterprise);
        assertThat(history.industry()).isEqualTo("F52");
        assertThat(history.fields()).containsExactly(ActivityField.INDUSTRIAL_PRODUCTION);
        assertThat(history.formerParticulars())
                .containsExactly(
                        new FormerParticulars("C13", List.of(ActivityField.INDUSTRIAL_PRODUCTION), null, null, TODAY));
        assertThat(event.type()).isEqualTo("cn.quality.credit.enterprise.amended.v1");
        assertThat(event.enterprise().industry()).isEqualTo("F52");
    }

    @Test
    void amendmentsFollowEachOther() {
        enterprise.amend(amendment(null, Set.of(ActivityField.SERVICES), "新址", TODAY), Optional.empty(), NOW);

        assertThat(enterprise.amend(
                        amendment(null, Set.of(ActivityField.SERVICES), "新址", TODAY), Optional.empty(), NOW))
                .isEmpty();
        refused(
                () -> enterprise.amend(amendment("F52", null, null, TODAY.minusDays(1)), Optional.empty(), NOW),
                422,
                "unsuitable-date",
                "too-early");
        assertThat(history(enterprise).industry()).isEqualTo("C13");
    }

    @Test
    void aClosedEnterpriseChangesNoMore() {
        enterprise.close(closure(TODAY, "清算完毕"), NOW);

        for (ThrowingCallable act : List.<ThrowingCallable>of(
                () -> enterprise.rename(name(SECOND, TODAY), NOW),
                () -> enterprise.relocate(move(TODAY), ELSEWHERE, NOW),
                () -> enterprise.amend(amendment("F52", null, null, TODAY), Optional.empty(), NOW))) {
            assertThatThrownBy(act)
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.type().code()).isEqualTo("enterprise-closed"));
        }
    }

    @Test
    void whatHappenedUpToTheLastDayMayStillBeFiled() {
        enterprise.close(closure(TODAY, "清算完毕"), NOW);
        var closed = new Presence("371102", enterprise.view().closedOn());

        closed.requireExistedOn("occurredOn", TODAY.minusYears(1));
        closed.requireExistedOn("occurredOn", TODAY);
        refused(
                () -> closed.requireExistedOn("occurredOn", TODAY.plusDays(1)),
                422,
                "unsuitable-date",
                "after-closure");
        new Presence("371102", registered(REGISTERED).view().closedOn())
                .requireExistedOn("occurredOn", TODAY.plusDays(1));
    }

    @Test
    void aBranchIsPartOfAnEnterpriseThatIsNoBranch() {
        var branch = registered(REGISTERED, SubjectType.BRANCH, Optional.of(enterprise.view()));

        assertThat(branch.view().parent()).isEqualTo("91371199MA3RH00187");
        assertThat(branch.registered().enterprise().parent()).isEqualTo("91371199MA3RH00187");
        refused(
                () -> registered(REGISTERED, SubjectType.BRANCH, Optional.of(branch.view())),
                422,
                "unsuitable-parent",
                "is-branch");
        refused(
                () -> registered(REGISTERED, SubjectType.COOPERATIVE, Optional.of(enterprise.view())),
                422,
                "unsuitable-parent",
                "not-a-branch");
    }

    @Test
    void nobodyBecomesPartOfWhatHasEnded() {
        enterprise.close(closure(TODAY, "清算完毕"), NOW);
        var ended = Optional.of(enterprise.view());

        assertThat(registered(TODAY.minusDays(1), SubjectType.BRANCH, ended)
                        .view()
                        .parent())
                .isNotNull();
        assertThat(registered(null, SubjectType.BRANCH, ended).view().parent()).isNotNull();
        refused(() -> registered(TODAY, SubjectType.BRANCH, ended), 422, "unsuitable-parent", "closed");
    }

    private static void refused(ThrowingCallable act, int status, String code, String reason) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type().status()).isEqualTo(status);
            assertThat(problem.type().code()).isEqualTo(code);
            assertThat(problem.violations()).extracting(Violation::code).containsExactly(reason);
        });
    }

    private static Enterprise registered(@Nullable LocalDate on) {
        return registered(on, SubjectType.LEGAL_PERSON, Optional.empty());
    }

    private static Enterprise registered(@Nullable LocalDate on, SubjectType type, Optional<EnterpriseView> parent) {
        var from = new NewEnterprise(
                "91371199MA3RH00187",
                FIRST,
                "371102",
                type,
                "C13",
                Set.of(ActivityField.INDUSTRIAL_PRODUCTION),
                null,
                on,
                null,
                true,
                null,
                source("E-1"));
        return Enterprise.register(
                from, new UnifiedSocialCreditCode("91371199MA3RH00187"), new RegionCode("371102"), parent, NOW);
    }

    private static EnterpriseHistory history(Enterprise enterprise) {
        return enterprise.history(Optional.empty());
    }

    private static NewName name(String name, LocalDate from) {
        return new NewName(name, from, "示例变更", source("N-1"));
    }

    private static NewRegion move(LocalDate from) {
        return new NewRegion("371103", from, "示例迁移", source("M-1"));
    }

    private static NewAmendment amendment(
            @Nullable String industry, @Nullable Set<ActivityField> fields, @Nullable String address, LocalDate from) {
        return new NewAmendment(industry, fields, address, null, from, "示例变更", source("A-1"));
    }

    private static NewClosure closure(LocalDate on, String reason) {
        return new NewClosure(on, reason, source("C-1"));
    }

    private static Source source(String number) {
        return new Source("日照市市场监督管理局", number);
    }
}

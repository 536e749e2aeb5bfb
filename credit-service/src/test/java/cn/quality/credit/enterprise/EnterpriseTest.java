package cn.quality.credit.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.credit.identifier.RegionCode;
import cn.quality.credit.identifier.UnifiedSocialCreditCode;
import cn.quality.credit.intake.Source;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.Text;
import cn.quality.platform.problem.Violation;
import java.time.Instant;
import java.time.LocalDate;
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

    private final Enterprise enterprise = registered(REGISTERED);

    @Test
    void aNewNameKeepsTheOldOneWithItsDays() {
        var event = enterprise.rename(name(" " + SECOND + " ", TODAY), NOW).orElseThrow();

        assertThat(enterprise.history().name()).isEqualTo(SECOND);
        assertThat(enterprise.history().nameSince()).isEqualTo(TODAY);
        assertThat(enterprise.history().formerNames()).containsExactly(new FormerName(FIRST, REGISTERED, TODAY));
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

        assertThat(enterprise.history().name()).isEqualTo(FIRST);
        assertThat(enterprise.history().formerNames())
                .containsExactly(new FormerName(FIRST, REGISTERED, march), new FormerName(SECOND, march, TODAY));
    }

    @Test
    void theNameItHasIsNoChange() {
        assertThat(enterprise.rename(name(FIRST, TODAY), NOW)).isEmpty();
        assertThat(enterprise.history().formerNames()).isEmpty();
    }

    @Test
    void aNameTakesEffectOnADayThatHasCome() {
        refused(() -> enterprise.rename(name(SECOND, TODAY.plusDays(1)), NOW), 422, "unsuitable-date", "future");
        assertThat(enterprise.history().name()).isEqualTo(FIRST);
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

        assertThat(undated.history().formerNames())
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

        assertThat(enterprise.close(closure(TODAY, "被吊销"), NOW)).isEmpty();
        assertThat(enterprise.history().closedOn()).isEqualTo(TODAY.minusDays(1));
        assertThat(enterprise.history().closureReason()).isEqualTo("清算完毕");
    }

    @Test
    void anEnterpriseEndsNotBeforeItBeganAndNotInTheFuture() {
        refused(() -> enterprise.close(closure(TODAY.plusDays(1), "示例"), NOW), 422, "unsuitable-date", "future");
        refused(
                () -> enterprise.close(closure(REGISTERED.minusDays(1), "示例"), NOW),
                422,
                "unsuitable-date",
                "too-early");
        assertThat(enterprise.history().status()).isEqualTo(EnterpriseStatus.ACTIVE);
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

    private static void refused(ThrowingCallable act, int status, String code, String reason) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type().status()).isEqualTo(status);
            assertThat(problem.type().code()).isEqualTo(code);
            assertThat(problem.violations()).extracting(Violation::code).containsExactly(reason);
        });
    }

    private static Enterprise registered(@Nullable LocalDate on) {
        var from = new NewEnterprise(
                "91371199MA3RH00187",
                FIRST,
                "371102",
                SubjectType.LEGAL_PERSON,
                "C13",
                Set.of(ActivityField.INDUSTRIAL_PRODUCTION),
                on,
                null,
                true,
                source("E-1"));
        return Enterprise.register(
                from, new UnifiedSocialCreditCode("91371199MA3RH00187"), new RegionCode("371102"), NOW);
    }

    private static NewName name(String name, LocalDate from) {
        return new NewName(name, from, "示例变更", source("N-1"));
    }

    private static NewClosure closure(LocalDate on, String reason) {
        return new NewClosure(on, reason, source("C-1"));
    }

    private static Source source(String number) {
        return new Source("日照市市场监督管理局", number);
    }
}

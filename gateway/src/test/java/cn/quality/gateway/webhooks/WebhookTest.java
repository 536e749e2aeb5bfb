package cn.quality.gateway.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.gateway.webhooks.WebhookState.Move;
import cn.quality.platform.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What may happen to a webhook, and what of it stays when its receiver, its secret or its description changes. */
class WebhookTest {

    private static final Instant THEN = Instant.parse("2026-03-10T04:00:00Z");

    /** From the documentation for integrators, and not from the table: nothing is sent to who has not agreed. */
    private static final Map<WebhookState, String> ALLOWED = Map.of(
            WebhookState.PENDING, "AGREE→ACTIVE REFUSE→FAILED MOVE→PENDING",
            WebhookState.ACTIVE, "PAUSE→PAUSED LEAVE→FAILED MOVE→PENDING",
            WebhookState.PAUSED, "RESUME→ACTIVE MOVE→PENDING",
            WebhookState.FAILED, "RESUME→PENDING MOVE→PENDING");

    @ParameterizedTest
    @EnumSource
    void whatMayHappenToAWebhook(WebhookState state) {
        var moves = Arrays.stream(ALLOWED.getOrDefault(state, "").split(" ", -1))
                .map(move -> move.split("→", -1))
                .collect(Collectors.toMap(move -> Move.valueOf(move[0]), move -> WebhookState.valueOf(move[1])));

        for (var move : Move.values()) {
            var to = Optional.ofNullable(moves.get(move));
            assertThat(state.possible(move)).as("%s %s", state, move).isEqualTo(to);
            if (to.isPresent()) {
                assertThat(webhook(state).moved(move, "示例").state()).isEqualTo(to.get());
            } else {
                assertThatThrownBy(() -> webhook(state).moved(move, "示例"))
                        .isInstanceOfSatisfying(
                                Problem.class,
                                problem -> assertThat(problem.type().code()).isEqualTo("illegal-transition"));
            }
        }
    }

    @Test
    void aWebhookBeginsBeforeItsReceiverHasAgreed() {
        assertThat(WebhookState.first()).isEqualTo(WebhookState.PENDING);
    }

    @Test
    void aRefusalNamesStateAndMoveInBothLanguages() {
        assertThatThrownBy(() -> WebhookState.PENDING.after(Move.RESUME))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.detail().zh()).contains("订阅", "待接收方同意", "恢复");
                    assertThat(problem.detail().en()).contains("The webhook", "“pending”", "“resume”");
                });
    }

    @Test
    void aMoveChangesTheStateAndItsReasonOnly() {
        var before = webhook(WebhookState.ACTIVE);

        var after = before.moved(Move.LEAVE, "410 Gone");

        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("state", "reason")
                .isEqualTo(before);
        assertThat(after.reason()).isEqualTo("410 Gone");
    }

    /** The next receiver has agreed to nothing yet, and what the former one knows must not agree for it. */
    @Test
    void whoMovesAwayAsksTheNextReceiverAnew() {
        var before = webhook(WebhookState.ACTIVE);

        var after = before.described(described("https://other.example.cn/quality"));

        assertThat(after.url()).isEqualTo("https://other.example.cn/quality");
        assertThat(after.state()).isEqualTo(WebhookState.PENDING);
        assertThat(after.reason()).isEmpty();
        assertThat(after.rate()).isEmpty();
        assertThat(after.permissionKey()).isNotEqualTo(before.permissionKey()).isNotBlank();
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("url", "types", "regions", "contact", "state", "reason", "rate", "permissionKey")
                .isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void whoStaysIsDescribedAnewInAnyState(WebhookState state) {
        var before = webhook(state);

        var after = before.described(described(before.url()));

        assertThat(after.types()).containsExactly("cn.quality.*");
        assertThat(after.regions()).containsExactly("371102");
        assertThat(after.contact()).isEqualTo("示例另一人");
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("types", "regions", "contact")
                .isEqualTo(before);
    }

    @Test
    void theReceiverMayAllowAnotherRate() {
        var before = webhook(WebhookState.PENDING);

        assertThat(before.allowed(Optional.empty()).rate()).isEmpty();
        var after = before.allowed(Optional.of(60));
        assertThat(after.rate()).contains(60);
        assertThat(after).usingRecursiveComparison().ignoringFields("rate").isEqualTo(before);
    }

    /** The newest secret comes first; the former one signs until its end and no longer. */
    @ParameterizedTest
    @CsvSource({"-1, whsec_new whsec_old", "0, whsec_new", "1, whsec_new"})
    void theFormerSecretSignsForAWhile(int seconds, String signing) {
        var before = webhook(WebhookState.ACTIVE);
        assertThat(before.secretsAt(THEN)).containsExactly("whsec_old");

        var after = before.rotated("whsec_new", THEN.plus(Duration.ofHours(24)));

        assertThat(after.secretsAt(THEN.plus(Duration.ofHours(24)).plusSeconds(seconds)))
                .containsExactly(signing.split(" ", -1));
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("secret", "formerSecret")
                .isEqualTo(before);
    }

    /** 5, 15, 45 seconds …, four hours at most, give or take a fifth. */
    @ParameterizedTest
    @CsvSource({
        "1, PT5S",
        "2, PT15S",
        "3, PT45S",
        "4, PT2M15S",
        "7, PT1H45S",
        // Thrice that would be 3 h 2 m 15 s, and thrice that again more than four hours.
        "8, PT3H2M15S",
        "9, PT4H",
        "1000, PT4H"
    })
    void triesAgainAfterThriceAsLong(int failures, Duration middle) {
        var fifth = middle.dividedBy(5);

        assertThat(Backoff.after(failures, always(0))).isEqualTo(middle.minus(fifth));
        assertThat(Backoff.after(failures, always(1)))
                .isBetween(middle.plus(fifth).minusMillis(1), middle.plus(fifth));
    }

    /** The lowest number there is, or the highest. */
    private static RandomGenerator always(int extreme) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException();
            }

            @Override
            public long nextLong(long bound) {
                return extreme == 0 ? 0 : bound - 1;
            }
        };
    }

    private static NewWebhook described(String url) {
        return new NewWebhook(url, List.of("cn.quality.*"), List.of("371102"), "示例另一人");
    }

    private static Webhook webhook(WebhookState state) {
        return new Webhook(
                UUID.fromString("0199e0f0-0000-7000-8000-000000000000"),
                "screening-bank",
                "https://hooks.example.cn/quality",
                List.of("cn.quality.credit.listing.*"),
                List.of("371100"),
                "示例联系人",
                state,
                "示例原因",
                "whsec_old",
                Optional.empty(),
                Optional.of(600),
                "key",
                THEN,
                THEN,
                3);
    }
}

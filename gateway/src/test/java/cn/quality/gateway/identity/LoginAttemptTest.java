package cn.quality.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginAttemptTest {

    @Test
    void comesBackFromItsCookie() {
        var attempt = LoginAttempt.towards(Optional.of("/credit?q=%E6%97%A5%E7%85%A7"));
        assertThat(LoginAttempt.parse(attempt.cookie())).contains(attempt);
    }

    @Test
    void whatIsSeenOutsideDoesNotTellTheSeedAndNoTwoAreAlike() {
        var attempt = LoginAttempt.towards(Optional.empty());
        assertThat(Set.of(attempt.seed(), attempt.state(), attempt.nonce(), attempt.verifier(), attempt.challenge()))
                .hasSize(5)
                .allMatch(value -> value.matches("[A-Za-z0-9_-]{43}"));
        assertThat(LoginAttempt.towards(Optional.empty()).state()).isNotEqualTo(attempt.state());
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/\\evil.example", "https://evil.example", "evil", "", "/a\nb", "/a b"})
    void leadsToOurOwnPagesOnly(String next) {
        assertThat(LoginAttempt.towards(Optional.of(next)).next()).isEqualTo("/workbench");
        var forged = new LoginAttempt("seed", next).cookie();
        assertThat(LoginAttempt.parse(forged).orElseThrow().next()).isEqualTo("/workbench");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "a.***"})
    void aCookieOfSomebodyElsesMakingIsNone(String cookie) {
        assertThat(LoginAttempt.parse(cookie)).isEmpty();
    }
}

package cn.quality.e2e;

import static cn.quality.testing.QuickPaths.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody reaches the identity service before anybody has administered it. */
@SuiteTest
class KeycloakTest {

    /** What the form is sent with. */
    private static final String STATE = "WELCOME_STATE_CHECKER";

    private final Actors actors;

    KeycloakTest(Actors actors) {
        this.actors = actors;
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "evil.example"})
    void nobodyIsOfferedToBecomeAdministrator(String host) {
        given().redirects()
                .follow(false)
                .header("Host", host)
                .get(actors.suite().issuer().resolve("/"))
                .then()
                .body(not(containsString("<form")))
                .body(not(containsString("passwordConfirmation")));
    }

    @Test
    void norDoesItHelpToSendTheForm() {
        var state =
                String.valueOf(given().get(actors.suite().issuer().resolve("/")).cookie(STATE));
        given().contentType("application/x-www-form-urlencoded")
                .cookie(STATE, state)
                .body("username=evil&password=evil-evil&passwordConfirmation=evil-evil&stateChecker=" + state)
                .post(actors.suite().issuer().resolve("/"));
        given().contentType("application/x-www-form-urlencoded")
                .body("grant_type=password&client_id=admin-cli&username=evil&password=evil-evil")
                .post(actors.suite().issuer().resolve("/realms/master/protocol/openid-connect/token"))
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_grant"));
    }
}

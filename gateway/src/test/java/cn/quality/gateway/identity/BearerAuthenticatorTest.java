package cn.quality.gateway.identity;

import static cn.quality.testing.QuickPaths.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cn.quality.gateway.OutsideWorld;
import cn.quality.gateway.Token;
import cn.quality.gateway.Wire;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(OutsideWorld.class)
class BearerAuthenticatorTest {

    @Inject
    @ConfigProperty(name = "outside.world")
    String outside;

    @Test
    void everybodyMayRead() {
        given().get("/api/credit/v1/echo").then().statusCode(200);
        given().options("/api/credit/v1/echo").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void aWriteNeedsAToken(String method) {
        given().request(method, "/api/credit/v1/echo")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", equalTo("Bearer realm=\"quality\""))
                .body("code", equalTo("unauthenticated"));
    }

    @Test
    void aRouteForHoldersOfATokenIsClosedToOthers() {
        given().get("/api/credit/v1/records/batch").then().statusCode(401);
        given().urlEncodingEnabled(false)
                .get("/api/credit/v1/records/b%61tch")
                .then()
                .statusCode(401);
    }

    /** The service asks for a receipt where one is needed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/credit/v1/complaints",
                "/api/credit/v1/public-notice-objections",
                "/api/standards/v1/group-comments"
            })
    void wherePeopleBringSomethingNobodyIsAskedForAToken(String door) {
        given().header("Objection-Receipt", "a-receipt")
                .post(door + "/echo")
                .then()
                .statusCode(200)
                .body("headers.'objection-receipt'", equalTo("a-receipt"));
    }

    @Test
    void aValidTokenPassesAndIsHandedOn() throws JoseException {
        var token = Token.valid().sign();
        given().auth()
                .oauth2(token)
                .post("/api/credit/v1/echo")
                .then()
                .statusCode(200)
                .body("headers.authorization", equalTo("Bearer " + token));
    }

    @Test
    void aTokenThatCannotBeCheckedIsNotCalledInvalid() throws JoseException {
        given().get(outside + "/control/down").then().statusCode(200);
        try {
            given().auth()
                    .oauth2(Token.valid().ofAnotherRealm().sign())
                    .get("/api/credit/v1/echo")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", equalTo("5"))
                    .body("code", equalTo("identity-unavailable"));
        } finally {
            given().get(outside + "/control/up").then().statusCode(200);
        }
    }

    /** Addresses are logged and passed on; a token does not belong there, and is not looked for. */
    @Test
    void aTokenInTheAddressCountsForNothing() throws JoseException {
        given().queryParam("access_token", Token.valid().sign())
                .post("/api/credit/v1/echo")
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
    }

    @Test
    void twoTokensAreOneTooMany() throws Exception {
        var bearer = "Authorization: Bearer " + Token.valid().sign();
        var reply = Wire.get("/api/credit/v1/echo", bearer, bearer);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.problem().getString("code")).isEqualTo("bad-request");
    }

    static Stream<String> badCredentials() throws JoseException {
        var good = Token.valid().sign();
        return Stream.of(
                "Bearer " + Token.valid().expired().sign(),
                "Bearer "
                        + Token.valid()
                                .issuedBy("http://elsewhere/realms/quality")
                                .sign(),
                "Bearer " + Token.valid().meantFor("another-system").sign(),
                "Bearer " + Token.valid().forged().sign(),
                "Bearer " + Token.valid().ofAnotherRealm().sign(),
                "Bearer " + Token.valid().unsigned(),
                "Bearer " + Token.valid().signedWithThePublicKey(),
                "Bearer "
                        + Token.valid()
                                .with("nbf", Instant.now().getEpochSecond() + 3_600)
                                .sign(),
                "Bearer " + good + ", Bearer " + good,
                "Bearer " + good.substring(0, good.length() - 8),
                "Bearer " + good.replaceFirst("\\..", ".X"),
                "Bearer nonsense",
                "Bearer ",
                "Bearer a.b.c",
                "Basic dXNlcjpwYXNz",
                good,
                "");
    }

    @ParameterizedTest
    @MethodSource("badCredentials")
    void aBadCredentialIsRefusedEvenForARead(String credential) {
        given().header("Authorization", credential)
                .get("/api/credit/v1/echo")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("error=\"invalid_token\""))
                .body("code", equalTo("invalid-token"));
    }
}

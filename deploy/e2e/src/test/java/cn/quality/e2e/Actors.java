package cn.quality.e2e;

import static cn.quality.testing.QuickPaths.given;

import cn.quality.local.PartName;
import cn.quality.local.Suite;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who does something with the suite: the public, people with a login, systems with a client. All through the gateway. */
record Actors(Suite suite, Map<String, Token> tokens) {

    private static final Duration USE_OF_A_TOKEN = Duration.ofMinutes(10);

    record Token(String value, Instant issued) {}

    Actors(Suite suite) {
        this(suite, new ConcurrentHashMap<>());
    }

    String gateway() {
        return suite.url(PartName.GATEWAY).toString();
    }

    /** Anybody, without a token. */
    RequestSpecification anybody() {
        return given().spec(new RequestSpecBuilder()
                .setBaseUri(suite.url(PartName.GATEWAY))
                .setUrlEncodingEnabled(true)
                .build());
    }

    /** A person of the sample realm, whose password is the login. */
    RequestSpecification person(String login) {
        return with(tokenOfPerson(login));
    }

    /** A government system of the sample realm. */
    RequestSpecification system(String client) {
        return with(tokenOfSystem(client));
    }

    RequestSpecification with(String token) {
        return anybody().auth().preemptive().oauth2(token);
    }

    String tokenOfPerson(String login) {
        return token(
                login,
                Map.of("grant_type", "password", "client_id", "suite-cli", "username", login, "password", login));
    }

    String tokenOfSystem(String client) {
        return token(
                client,
                Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", client + "-secret"));
    }

    private String token(String owner, Map<String, String> form) {
        return tokens.compute(owner, (name, known) -> {
                    var now = Instant.now();
                    if (known != null && known.issued().plus(USE_OF_A_TOKEN).isAfter(now)) {
                        return known;
                    }
                    var value = given().contentType(ContentType.URLENC)
                            .formParams(form)
                            .post(suite.issuer() + "/protocol/openid-connect/token")
                            .then()
                            .statusCode(200)
                            .extract()
                            .<String>path("access_token");
                    return new Token(value, now);
                })
                .value();
    }
}

package cn.quality.gateway.store;

import static cn.quality.testing.QuickPaths.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.quality.gateway.OutsideWorld;
import cn.quality.gateway.Token;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** Nobody listens where PostgreSQL and Kafka should be; see {@link OutsideWorld}. */
@QuarkusTest
@WithTestResource(OutsideWorld.class)
class WithoutDatabaseTest {

    @Test
    void theGatewayIsReadyAndEverythingElseAnswers() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/health")
                .then()
                .statusCode(200)
                .body("companions.find { it.name == 'database' }.status", equalTo("DOWN"))
                .body("companions.find { it.name == 'events' }.status", equalTo("DOWN"));
        given().get("/").then().statusCode(200);
        given().get("/api/credit/v1/echo").then().statusCode(200);
    }

    @Test
    void whatNeedsTheDatabaseSaysSoForTheMoment() throws JoseException {
        var refusal = given().auth()
                .oauth2(Token.valid().withRoles("auditor").sign())
                .get("/api/v1/decision-log/verification")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("code", equalTo("unavailable"))
                .extract();
        assertThat(refusal.<String>path("traceId"))
                .as("one trace, whoever refuses")
                .isEqualTo(refusal.header("X-Request-Id"));
    }
}

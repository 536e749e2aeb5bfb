package cn.quality.gateway.store;

import static cn.quality.testing.QuickPaths.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import cn.quality.gateway.Ground;
import cn.quality.gateway.OutsideWorld;
import cn.quality.gateway.Token;
import cn.quality.platform.sql.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.awaitility.Awaitility;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(OutsideWorld.class)
@WithTestResource(Ground.class)
class DatabaseTest {

    @Inject
    Jdbc sql;

    @Test
    void theMigrationIsDoneBesideTheStartAndAuditorsReadTheLog() throws JoseException {
        var auditor = Token.valid().withRoles("auditor").sign();
        Awaitility.await()
                .untilAsserted(() -> given().auth()
                        .oauth2(auditor)
                        .get("/api/v1/decision-log/verification")
                        .then()
                        .statusCode(200)
                        .body("intact", equalTo(true)));
        given().auth().oauth2(auditor).get("/api/v1/dead-letters").then().statusCode(200);
        given().get("/health").then().body("companions.find { it.name == 'database' }.status", equalTo("UP"));
    }

    @Test
    void theRuntimeRoleCannotChangeTheSchema() {
        assertThatThrownBy(() -> sql.update("create table mine (id int)")).hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/decision-log/verification", "/api/v1/dead-letters"})
    void othersDoNot(String address) throws JoseException {
        given().get(address)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("unauthenticated"))
                .header("X-Frame-Options", equalTo("DENY"));
        given().auth()
                .oauth2(Token.valid().withRoles("screening-client").sign())
                .get(address)
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
    }

    /** The gateway makes no events; the feeds of changes are the services'. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1", "/api/v1/changes", "/api/v1/nothing"})
    void whatIsNotOfferedIsNotFound(String address) throws JoseException {
        given().auth()
                .oauth2(Token.valid().withRoles("screening-client", "auditor").sign())
                .get(address)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"));
    }
}

package cn.quality.gateway.health;

import static cn.quality.testing.QuickPaths.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cn.quality.gateway.OutsideWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(OutsideWorld.class)
class HealthPageTest {

    @Inject
    @ConfigProperty(name = "outside.world")
    String outside;

    @Test
    void everyPartIsNamed() {
        given().get("/health")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("parts.name", contains("credit", "indicators", "standards", "identity"))
                .body("parts.status", contains("UP", "UP", "UP", "UP"));
    }

    @Test
    void aPartThatIsDownIsNamedWithTheReason() {
        given().get(outside + "/control/down").then().statusCode(200);
        try {
            given().get("/health")
                    .then()
                    .statusCode(503)
                    .contentType("application/json")
                    .body("status", equalTo("DOWN"))
                    .body("parts.find { it.name == 'standards' }.status", equalTo("DOWN"))
                    .body("parts.find { it.name == 'standards' }.detail", equalTo("no connection"))
                    .body("parts.find { it.name == 'identity' }.status", equalTo("DOWN"))
                    .body("parts.find { it.name == 'credit' }.status", equalTo("UP"));
        } finally {
            given().get(outside + "/control/up").then().statusCode(200);
        }
    }

    @Test
    void theGatewayIsReadyWithoutTheOthers() {
        given().get("/q/health/ready").then().statusCode(200);
    }
}

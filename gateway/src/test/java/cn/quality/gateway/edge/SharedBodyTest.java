package cn.quality.gateway.edge;

import static cn.quality.testing.QuickPaths.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.gateway.OutsideWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(OutsideWorld.class)
class SharedBodyTest {

    private static final int TIMES = 30;

    /** In some thirty pieces. */
    @Test
    void aLargeDocumentArrivesAsItIs() {
        var first = given().get("/docs/openapi.json").asString();
        assertThat(new JsonObject(first).getJsonObject("paths")).isNotEmpty();
        for (int i = 0; i < TIMES; i++) {
            assertThat(given().get("/docs/openapi.json").asString().equals(first))
                    .as("the same again")
                    .isTrue();
        }
    }
}

package cn.quality.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.quality.local.PartName;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One id is found wherever a request leaves something. */
@ExtendWith(RunningSuite.class)
class TraceTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final Actors actors;

    TraceTest(Actors actors) {
        this.actors = actors;
    }

    @Test
    void theAccessLogAndTheRefusalNameTheCallersTrace() throws IOException {
        var told = actors.anybody()
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .get("/api/credit/v1/enterprises/91371199MA3RH00188")
                .then()
                .statusCode(400)
                .extract()
                .<String>path("traceId");
        assertThat(told).as("told by the service, behind the gateway").isEqualTo(TRACE);
        var log = actors.suite().log(PartName.GATEWAY).resolveSibling("gateway-access.log");
        await().until(() -> Files.exists(log) && Files.readString(log).contains(TRACE));
        assertThat(Files.readString(log)).doesNotContain("Bearer", "access_token", "password");
    }
}

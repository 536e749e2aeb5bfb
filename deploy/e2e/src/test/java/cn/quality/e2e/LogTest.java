package cn.quality.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.local.PartName;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Whoever starts the suite for the first time finds nothing alarming in the log. */
@SuiteTest
class LogTest {

    private final Actors actors;

    LogTest(Actors actors) {
        this.actors = actors;
    }

    @Test
    void theGatewayNeitherComplainsOfTablesNorOfSettings() throws IOException {
        var log = actors.suite().log(PartName.GATEWAY);
        // An earlier test may have started it again.
        var first = log.resolveSibling(log.getFileName() + ".1");
        assertThat(Files.readString(Files.exists(first) ? first : log))
                .contains("started in")
                .doesNotContain("Webhooks wait", "relation \"", "Unrecognized configuration key");
    }
}

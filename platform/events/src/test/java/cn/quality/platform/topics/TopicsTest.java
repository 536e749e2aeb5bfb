package cn.quality.platform.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.quality.platform.outbox.OutboundEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void theyAreThoseThatTheBrokerMakes() throws IOException {
        assertThat(Topics.all())
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(
                        Files.readAllLines(Path.of("../../deploy/embedded/src/main/resources/topics.txt")));
    }

    @Test
    void anEventForATopicThatIsNotListedIsNotMade() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutboundEvent("quality.credit.unlisted", "cn.quality.test.v1", "1", 1, Map.of()))
                .withMessageContaining("topics.txt");
    }
}

package cn.quality.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.quality.local.PartName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's curl examples give what they show. */
@SuiteTest
class ReadmeTest {

    private static final Pattern EXAMPLE = Pattern.compile("```bash\\n(.*?)```\\n```json\\n(.*?)```", Pattern.DOTALL);
    private static final Duration A_MOMENT = Duration.ofSeconds(20);

    private final Actors actors;

    ReadmeTest(Actors actors) {
        this.actors = actors;
    }

    record Example(String command, String shown) {}

    @Test
    void everyExampleGivesWhatItShows() throws IOException, InterruptedException {
        var examples = examples();
        assertThat(examples).hasSizeGreaterThan(8);
        var definitions = new StringBuilder();
        for (var example : examples) {
            if (example.command().contains("token() {")) {
                definitions.append(example.command(), 0, example.command().indexOf("\n}\n") + 3);
            }
            if (example.command().contains("Authorization")) {
                Shell.shows(definitions + example.command(), example.shown());
            } else {
                // A read may be a moment early, when an event is still on its way.
                await().atMost(A_MOMENT).untilAsserted(() -> Shell.shows(example.command(), example.shown()));
            }
        }
    }

    private List<Example> examples() throws IOException {
        var readme = Files.readString(Path.of("../../README.md"), StandardCharsets.UTF_8)
                .replace("localhost:8080", actors.suite().url(PartName.GATEWAY).getAuthority())
                .replace("localhost:8084", actors.suite().url(PartName.KEYCLOAK).getAuthority());
        var examples = new ArrayList<Example>();
        var matcher = EXAMPLE.matcher(readme);
        while (matcher.find()) {
            examples.add(new Example(matcher.group(1), matcher.group(2)));
        }
        return examples;
    }
}

package cn.quality.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.quality.local.PartName;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The README's curl examples give what they show. */
@ExtendWith(RunningSuite.class)
class ReadmeTest {

    private static final Pattern EXAMPLE = Pattern.compile("```bash\\n(.*?)```\\n```json\\n(.*?)```", Pattern.DOTALL);
    private static final Duration A_MOMENT = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Actors actors;

    ReadmeTest(Actors actors) {
        this.actors = actors;
    }

    record Example(String command, JsonNode shown) {}

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
                shows(run(definitions + example.command()), example);
            } else {
                // A read may be a moment early, when an event is still on its way.
                await().atMost(A_MOMENT).untilAsserted(() -> shows(run(example.command()), example));
            }
        }
    }

    private static void shows(String output, Example example) throws IOException {
        assertThat(contains(JSON.readTree(output), example.shown()))
                .as("%n%s%nanswered%n%s%nwhich should show%n%s", example.command(), output, example.shown())
                .isTrue();
    }

    /** Whether all that is shown is there; of lists, whether each shown element is somewhere in it. */
    private static boolean contains(JsonNode actual, JsonNode shown) {
        if (shown.isObject()) {
            return actual.isObject()
                    && shown.properties().stream()
                            .allMatch(field -> actual.has(field.getKey())
                                    && contains(actual.get(field.getKey()), field.getValue()));
        }
        if (shown.isArray()) {
            return actual.isArray()
                    && shown.valueStream()
                            .allMatch(element -> actual.valueStream().anyMatch(one -> contains(one, element)));
        }
        return shown.isNumber()
                ? actual.isNumber() && actual.decimalValue().compareTo(shown.decimalValue()) == 0
                : actual.equals(shown);
    }

    private List<Example> examples() throws IOException {
        var readme = Files.readString(Path.of("../../README.md"), StandardCharsets.UTF_8)
                .replace("localhost:8080", actors.suite().url(PartName.GATEWAY).getAuthority())
                .replace("localhost:8084", actors.suite().url(PartName.KEYCLOAK).getAuthority());
        var examples = new ArrayList<Example>();
        var matcher = EXAMPLE.matcher(readme);
        while (matcher.find()) {
            examples.add(new Example(matcher.group(1), JSON.readTree(matcher.group(2))));
        }
        return examples;
    }

    /** Through standard input, because arguments lose their Chinese where the locale is not UTF-8. */
    private static String run(String script) throws IOException, InterruptedException {
        var shell = new ProcessBuilder("bash", "-s")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var input = shell.getOutputStream()) {
            input.write(script.getBytes(StandardCharsets.UTF_8));
        }
        try (var output = shell.getInputStream()) {
            var text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(shell.waitFor()).as(script).isZero();
            return text;
        }
    }
}

package cn.quality.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Runs what a document tells a reader to run. */
final class Shell {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Shell() {}

    /** @param shown part of the JSON the script's output must contain */
    static void shows(String script, String shown) throws IOException {
        var output = run(script);
        assertThat(contains(JSON.readTree(output), JSON.readTree(shown)))
                .as("%n%s%nanswered%n%s%nwhich should show%n%s", script, output, shown)
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

    /**
     * Through standard input, because arguments lose their Chinese where the locale is not UTF-8.
     *
     * @return what it printed; a script that fails is a failure
     */
    static String run(String script) throws IOException {
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
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package cn.quality.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The machine's own node, which runs the verifiers as the public does; {@code -Dnode=…} names another. */
public final class Node {

    private Node() {}

    /**
     * What a script has done.
     *
     * @param output both streams
     */
    public record Outcome(int exitCode, String output) {}

    /** Runs a script to its end. */
    public static Outcome run(Path script, String... arguments) {
        var command = new ArrayList<>(List.of(System.getProperty("node", "node"), script.toString()));
        command.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new AssertionError(
                    "The verifiers of published results are tested in node, which is missing here. On Debian or Ubuntu, as"
                            + " root: apt-get install --no-install-recommends nodejs; or name one by -Dnode=/path/to/node",
                    e);
        }
        try (var output = process.getInputStream()) {
            var text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}

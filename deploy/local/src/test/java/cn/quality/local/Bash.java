package cn.quality.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a line of bash with one of the scripts of {@code deploy/lib} loaded, and nothing of this machine's environment. */
final class Bash {

    static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();

    record Outcome(int status, String output) {}

    private Bash() {}

    static Outcome run(String script, String line, Map<String, String> environment)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        "bash",
                        "-c",
                        ". '%s'; %s".formatted(REPOSITORY.resolve("deploy/lib").resolve(script), line))
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("HOME", "/nowhere");
        builder.environment().putAll(environment);
        Process bash = builder.start();
        bash.getOutputStream().close();
        String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!bash.waitFor(30, TimeUnit.SECONDS)) {
            bash.destroyForcibly();
            throw new IllegalStateException("bash hangs: " + line);
        }
        return new Outcome(bash.exitValue(), output.strip());
    }
}

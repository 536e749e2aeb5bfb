package cn.quality.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkScriptTest {

    @TempDir
    Path machine;

    @Test
    void takesJavaHomeWhenItWillDo() throws Exception {
        Path twentySix = jdk("a", "26.0.1");
        jdk("b", "25.0.1");

        assertThat(find(Map.of("JAVA_HOME", twentySix.toString())).output()).isEqualTo(twentySix.toString());
    }

    @Test
    void looksElsewhereWhenJavaHomeIsTooOldAndPrefersTheLowestThatWillDo() throws Exception {
        Path old = jdk("old", "17.0.12");
        jdk("next", "26");
        Path right = jdk("right", "25.0.3");

        assertThat(find(Map.of("JAVA_HOME", old.toString())).output()).isEqualTo(right.toString());
    }

    @Test
    void aRuntimeWithoutCompilerIsNoJdk() throws Exception {
        Path runtime = jdk("jre", "25");
        Files.delete(runtime.resolve("bin/javac"));

        assertThat(find(Map.of()).status()).isNotZero();
    }

    @Test
    void followsTheLinksOfJavaOnThePath() throws Exception {
        Path hidden = jdk("hidden/place", "25");
        Path links = Files.createDirectories(machine.resolve("links"));
        Files.createSymbolicLink(links.resolve("alternatives"), hidden.resolve("bin/java"));
        Files.createSymbolicLink(links.resolve("java"), links.resolve("alternatives"));

        var found = Bash.run(
                "jdk.sh", "find_jdk", Map.of("PATH", links + ":/usr/bin:/bin", "JDK_SEARCH", machine + "/none/*"));

        assertThat(found.output()).isEqualTo(hidden.toRealPath().toString());
    }

    @Test
    void saysWhatWasFoundAndWhatToDoWhenNoneWillDo() throws Exception {
        Path old = jdk("old", "21.0.4");

        var refused = Bash.run("jdk.sh", "require_jdk", environment(Map.of("JAVA_HOME", old.toString())));

        assertThat(refused.status()).isEqualTo(3);
        assertThat(refused.output())
                .contains("A JDK 25 is missing", "JAVA_HOME is " + old + ", a JDK 21")
                .contains("JDK 21 in " + old)
                .contains("JAVA_HOME=/path/to/jdk-25");
    }

    private Bash.Outcome find(Map<String, String> environment) throws IOException, InterruptedException {
        return Bash.run("jdk.sh", "find_jdk", environment(environment));
    }

    /** No java on the path, and no JDK but those of this test. */
    private Map<String, String> environment(Map<String, String> more) throws IOException {
        Path tools = Files.createDirectories(machine.resolve("tools"));
        for (String tool : new String[] {"sed", "head", "dirname", "readlink", "cat"}) {
            if (!Files.exists(tools.resolve(tool))) {
                Files.createSymbolicLink(tools.resolve(tool), Path.of("/usr/bin", tool));
            }
        }
        var environment = new java.util.HashMap<>(Map.of("PATH", tools.toString(), "JDK_SEARCH", machine + "/*"));
        environment.putAll(more);
        return environment;
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = machine.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        for (String program : new String[] {"java", "javac"}) {
            Files.createFile(
                    home.resolve("bin").resolve(program),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        }
        return home;
    }
}

package cn.quality.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildScriptTest {

    private static final Instant BUILT = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path root;

    private Path stamp;

    @BeforeEach
    void aBuiltRepository() throws IOException {
        stamp = file(".local/build.stamp");
        file("pom.xml");
        file("platform/src/main/java/A.java");
        file("credit-service/src/test/java/ATest.java");
        file("deploy/local/target/lib/a.jar");
        file("deploy/local/target/keycloak/version.txt");
        for (String program : List.of("credit-service", "standards-service", "indicator-service", "gateway")) {
            file(program + "/target/quarkus-app/quarkus-run.jar");
        }
        try (var all = Files.walk(root)) {
            for (Path path : all.toList()) {
                Files.setLastModifiedTime(path, FileTime.from(BUILT.minusSeconds(60)));
            }
        }
        Files.setLastModifiedTime(stamp, FileTime.from(BUILT));
    }

    @Test
    void nothingToDoWhenNothingChanged() throws Exception {
        assertThat(changed()).isFalse();
    }

    @Test
    void aSavedSourceCauses() throws Exception {
        touch("platform/src/main/java/A.java");

        assertThat(changed()).isTrue();
    }

    @Test
    void aDeletedSourceCauses() throws Exception {
        Files.delete(root.resolve("platform/src/main/java/A.java"));

        assertThat(changed()).isTrue();
    }

    @Test
    void whatMavenWritesAndWhatOnlyTestsReadDoesNot() throws Exception {
        touch("deploy/local/target/lib/a.jar");
        touch("credit-service/src/test/java/ATest.java");

        assertThat(changed()).isFalse();
    }

    @Test
    void aProductThatIsGoneCauses() throws Exception {
        Files.delete(root.resolve("gateway/target/quarkus-app/quarkus-run.jar"));

        assertThat(changed()).isTrue();
    }

    @Test
    void tooLittleDiskIsToldWithBothNumbers() throws Exception {
        var refused = Bash.run("build.sh", "require_disk '" + root + "/not/yet' 999999999 building", Map.of());

        assertThat(refused.status()).isEqualTo(4);
        assertThat(refused.output()).contains("building needs 999999999 MB").containsPattern("\\d+ MB are free");
    }

    private boolean changed() throws IOException, InterruptedException {
        return Bash.run("build.sh", "sources_changed '" + stamp + "'", Map.of("ROOT", root.toString()))
                        .status()
                == 0;
    }

    private void touch(String path) throws IOException {
        Files.setLastModifiedTime(root.resolve(path), FileTime.from(BUILT.plusSeconds(60)));
    }

    private Path file(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }
}

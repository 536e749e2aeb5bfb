package cn.quality.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartupCacheTest {

    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-Xmx64m");

    @TempDir
    Path directory;

    @Test
    void isUsedOnceRecordedAndNoLongerWhenTheProgramChanged() throws IOException {
        Path jar = jar();
        Path caches = directory.resolve("caches");
        var cache = StartupCache.ofJar(caches, "program", FLAGS, jar);
        assertThat(cache.wanted()).isTrue();
        assertThat(cache.command()).noneMatch(word -> word.startsWith("-XX:AOT"));

        run(cache.recording());
        assertThat(cache.keep()).isTrue();
        assertThat(cache.wanted()).isFalse();
        assertThat(cache.command()).contains("-XX:AOTCache=" + cache.recorded().orElseThrow());
        run(cache.command());

        Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
        assertThat(StartupCache.ofJar(caches, "program", FLAGS, jar).recorded()).isEmpty();
        assertThat(StartupCache.ofJar(caches, "program", List.of("-XX:+UseSerialGC"), jar)
                        .recorded())
                .isEmpty();
    }

    @Test
    void keepsNothingThatTheJvmWouldIgnore() throws IOException {
        Path caches = Files.createDirectory(directory.resolve("caches"));
        var cache = StartupCache.ofJar(caches, "program", FLAGS, jar());
        assertThat(cache.keep()).as("nothing was recorded").isFalse();
        Files.writeString(caches.resolve("program.new"), "not a cache");
        assertThat(cache.keep()).isFalse();
        assertThat(caches).isEmptyDirectory();
    }

    private void run(List<String> command) {
        ChildProcess.start("the program", command, Map.of(), directory.resolve("log"), directory.resolve("pid"))
                .finish();
    }

    private Path jar() throws IOException {
        Path jar = Files.createDirectory(directory.resolve("program")).resolve("program.jar");
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Program.class.getName());
        String entry = Program.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream in = Program.class.getClassLoader().getResourceAsStream(entry)) {
            out.putNextEntry(new JarEntry(entry));
            out.write(in.readAllBytes());
            out.closeEntry();
        }
        return jar;
    }

    /** Ends by itself. */
    static final class Program {

        private Program() {}

        public static void main(String[] args) {
            System.exit(args.length);
        }
    }
}

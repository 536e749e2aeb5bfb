package cn.quality.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The command line of a JVM program, with an ahead-of-time cache of its classes once one is recorded.
 *
 * <p>A cache belongs to one JDK build, one set of flags and one state of the jars. The JVM ignores one that does not
 * fit without failing, so all of these are in its name, and a new one is kept only after a JVM that may not ignore it
 * ({@code -XX:AOTMode=on}) has accepted it. A JVM writes its cache as it ends, which takes long; so a replica records,
 * never the program that somebody waits for to stop.
 */
public final class StartupCache {

    /** Flags of a JVM that shall start fast and stay small. */
    public static final List<String> SMALL_JVM = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8");

    private final Path folder;
    private final String name;
    private final List<String> flags;
    private final String classPath;
    private final List<String> program;
    private final List<Path> files;

    private StartupCache(
            Path folder, String name, List<String> flags, String classPath, List<String> program, List<Path> files) {
        this.folder = folder;
        this.name = name;
        this.flags = List.copyOf(flags);
        this.classPath = classPath;
        this.program = program;
        this.files = files;
    }

    /**
     * A program started with {@code -jar}.
     *
     * @param folder where caches are kept
     * @param name of the program; one cache is kept per name
     * @param flags of the JVM
     * @param jar names the other jars in its manifest; they lie beside or below it
     */
    public static StartupCache ofJar(Path folder, String name, List<String> flags, Path jar) {
        try (Stream<Path> below = Files.walk(jar.toAbsolutePath().getParent())) {
            List<Path> files = below.filter(Files::isRegularFile).sorted().toList();
            return new StartupCache(folder, name, flags, jar.toString(), List.of("-jar", jar.toString()), files);
        } catch (IOException e) {
            throw new InfrastructureException("Program cannot be read: " + jar, e);
        }
    }

    /** A program on this JVM's own class path; parameters as of {@link #ofJar}. */
    public static StartupCache ofOwnClassPath(Path folder, String name, List<String> flags, Class<?> main) {
        String classPath = System.getProperty("java.class.path");
        List<Path> files = Stream.of(classPath.split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .toList();
        return new StartupCache(folder, name, flags, classPath, List.of("-cp", classPath, main.getName()), files);
    }

    /** The command of an ordinary run. */
    public List<String> command() {
        return command(recorded().map(cache -> "-XX:AOTCache=" + cache));
    }

    /** The command of a run that writes a cache as it ends, at the lowest priority. */
    public List<String> recording() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new InfrastructureException("Start-up caches cannot be kept in " + folder, e);
        }
        List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.addAll(command(Optional.of("-XX:AOTCacheOutput=" + fresh())));
        return command;
    }

    public Optional<Path> recorded() {
        return Optional.of(file()).filter(Files::exists);
    }

    /** Whether a recording is missing and possible: a JVM caches the classes of jars, not of folders. */
    public boolean wanted() {
        return recorded().isEmpty() && files.stream().noneMatch(Files::isDirectory);
    }

    /** Takes what a recording run has written into use; false when it wrote nothing that a JVM accepts. */
    public boolean keep() {
        try {
            if (!Files.exists(fresh())) {
                return false;
            }
            if (!accepted()) {
                Files.delete(fresh());
                return false;
            }
            try (Stream<Path> kept = Files.list(folder)) {
                for (Path stale : kept.filter(this::isOlder).toList()) {
                    Files.delete(stale);
                }
            }
            Files.move(fresh(), file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            throw new InfrastructureException("Start-up cache cannot be kept in " + folder, e);
        }
    }

    /** The java program of the JDK that runs us. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private boolean accepted() throws IOException {
        List<String> check = new ArrayList<>(List.of(java()));
        check.addAll(flags);
        check.addAll(List.of("-XX:AOTCache=" + fresh(), "-XX:AOTMode=on", "-cp", classPath, "-version"));
        Process jvm = new ProcessBuilder(check)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (jvm.waitFor(30, TimeUnit.SECONDS)) {
                return jvm.exitValue() == 0;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        jvm.destroyForcibly();
        return false;
    }

    private List<String> command(Optional<String> cacheFlag) {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(flags);
        cacheFlag.ifPresent(command::add);
        command.addAll(program);
        return command;
    }

    private boolean isOlder(Path path) {
        return path.getFileName().toString().matches("\\Q" + name + "\\E-[0-9a-f]{16}\\.aot");
    }

    private Path fresh() {
        return folder.resolve(name + ".new");
    }

    private Path file() {
        return folder.resolve(name + "-" + fingerprint() + ".aot");
    }

    private String fingerprint() {
        var text = new StringBuilder(System.getProperty("java.vm.version")).append(flags);
        try {
            for (Path file : files) {
                if (Files.exists(file)) {
                    text.append(file).append(Files.size(file)).append(Files.getLastModifiedTime(file));
                }
            }
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (IOException e) {
            throw new InfrastructureException("Program cannot be read: " + name, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}

package cn.quality.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The command line of a JVM that starts fast and stays small, with an ahead-of-time cache where there is one.
 *
 * <p>The first run on a cache directory records (the cache is written as that JVM ends), later ones use what was
 * recorded. A JVM ignores a cache without a word when its flags, its build or a file of the class path differ, so all
 * of these are in the cache's name.
 */
public final class JavaCommand {

    private static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dfile.encoding=UTF-8");

    private JavaCommand() {}

    /** The java program of the JDK that runs us. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * The command up to and including the class path; the caller adds the main class.
     *
     * @param cache where caches are kept
     * @param name of the program; one cache is kept per name
     * @param flags of the JVM beyond the small ones
     */
    public static List<String> of(Path cache, String name, List<String> flags, Collection<Path> classPath) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(SMALL);
        command.addAll(flags);
        command.addAll(aot(cache, name, command, classPath));
        command.add("-cp");
        command.add(String.join(
                File.pathSeparator, classPath.stream().map(Path::toString).toList()));
        return command;
    }

    /** The class path of this JVM. */
    public static List<Path> ownClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .toList();
    }

    private static List<String> aot(Path cache, String name, List<String> command, Collection<Path> classPath) {
        if (classPath.stream().anyMatch(Files::isDirectory)) {
            // The JVM caches classes of archives only.
            return List.of();
        }
        try {
            Files.createDirectories(cache);
            Path file = cache.resolve(name + "-" + fingerprint(command, classPath) + ".aot");
            if (Files.exists(file)) {
                return List.of("-XX:AOTCache=" + file);
            }
            try (Stream<Path> older = Files.list(cache)) {
                for (Path stale : older.filter(path ->
                                path.getFileName().toString().matches("\\Q" + name + "\\E-[0-9a-f]{16}\\.aot.*"))
                        .toList()) {
                    Files.delete(stale);
                }
            }
            return List.of("-XX:AOTCacheOutput=" + file);
        } catch (IOException e) {
            throw new InfrastructureException("The cache directory cannot be used: " + cache, e);
        }
    }

    private static String fingerprint(List<String> command, Collection<Path> classPath) throws IOException {
        var text = new StringBuilder(System.getProperty("java.vm.version")).append(command);
        for (Path entry : classPath) {
            if (Files.exists(entry)) {
                text.append(entry).append(Files.size(entry)).append(Files.getLastModifiedTime(entry));
            }
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}

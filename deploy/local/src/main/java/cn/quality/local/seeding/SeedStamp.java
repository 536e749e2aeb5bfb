package cn.quality.local.seeding;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * A mark left behind by a complete run, by which the next start sees in a moment that nothing has changed. Only time
 * depends on it: without the mark everything is sent once more and found to be there.
 *
 * @param digest of the seed files and the scale
 */
public record SeedStamp(String digest) {

    /** Counted up when the generated enterprises or their records change. */
    private static final int GENERATOR = 1;

    /** @throws SeedException when the folder cannot be read */
    public static SeedStamp of(Path seeds, int scale) {
        var sha = sha256();
        sha.update("generator %d scale %d".formatted(GENERATOR, scale).getBytes(StandardCharsets.UTF_8));
        try (Stream<Path> tree = Files.walk(seeds)) {
            for (var file : tree.filter(Files::isRegularFile).sorted().toList()) {
                sha.update(seeds.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
                sha.update(sha256().digest(Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new SeedException("The seed files in %s cannot be read: %s".formatted(seeds, e.getMessage()), e);
        }
        return new SeedStamp(HexFormat.of().formatHex(sha.digest()));
    }

    /** Whether a run with this very data was completed and left its mark here. */
    public boolean isOn(Path file) {
        try {
            return Files.exists(file) && Files.readString(file).strip().equals(digest);
        } catch (IOException e) {
            return false;
        }
    }

    /** Leaves the mark. */
    public void put(Path file) {
        try {
            Files.writeString(file, digest + System.lineSeparator());
        } catch (IOException e) {
            throw new SeedException("%s cannot be written: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}

package cn.quality.credit.sealing;

import cn.quality.platform.digest.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Named keys in the order of their age. */
final class KeyRing {

    private static final int KEY_BYTES = 32;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    private final LinkedHashMap<String, SecretKey> keys = new LinkedHashMap<>();

    /**
     * @param lines {@code id:base64} each, oldest first
     * @throws IllegalStateException when one is no key, or two share an id; the text of a key is never in the message
     */
    KeyRing(List<String> lines) {
        for (var line : lines) {
            int colon = line.indexOf(':');
            var id = colon < 0 ? "" : line.substring(0, colon).strip();
            if (!ID.matcher(id).matches()) {
                throw new IllegalStateException("A sealing key must be written id:base64, its id in [A-Za-z0-9_-]");
            }
            if (keys.put(id, key(id, line.substring(colon + 1).strip())) != null) {
                throw new IllegalStateException("Two sealing keys are called " + id);
            }
        }
    }

    static KeyRing of(SealingConfig config) {
        if (config.keys().isPresent()) {
            return new KeyRing(config.keys().get());
        }
        return new KeyRing(
                config.keyFile().map(file -> lines(file, config.generate())).orElse(List.of()));
    }

    Optional<String> newest() {
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys.lastEntry().getKey());
    }

    Optional<String> oldest() {
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys.firstEntry().getKey());
    }

    Optional<SecretKey> key(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    private static SecretKey key(String id, String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("Sealing key " + id + " is not Base64", e);
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException(
                    "Sealing key %s has %d bytes; AES-256 needs %d".formatted(id, bytes.length, KEY_BYTES));
        }
        return new SecretKeySpec(bytes, "AES");
    }

    private static List<String> lines(Path file, boolean generate) {
        try {
            if (generate && Files.notExists(file)) {
                generate(file.toAbsolutePath());
            }
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .filter(line -> !line.isBlank())
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("The file of the sealing keys cannot be used: " + file, e);
        }
    }

    private static void generate(Path file) throws IOException {
        var bytes = Secrets.random(KEY_BYTES);
        Files.createDirectories(file.getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, "generated:" + Base64.getEncoder().encodeToString(bytes) + "\n");
    }
}

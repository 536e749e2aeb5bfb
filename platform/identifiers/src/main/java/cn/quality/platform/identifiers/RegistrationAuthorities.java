package cn.quality.platform.identifiers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** Which authorities register which categories of subjects (GB 32100-2015, {@code registration-authorities.txt}). */
final class RegistrationAuthorities {

    private static final Set<String> KNOWN = load();

    private RegistrationAuthorities() {}

    /** @param pair places 1 and 2 of a code */
    static boolean know(String pair) {
        return KNOWN.contains(pair);
    }

    /** All pairs of an authority and a category. */
    static Set<String> all() {
        return KNOWN;
    }

    private static Set<String> load() {
        try (InputStream table = RegistrationAuthorities.class.getResourceAsStream("/registration-authorities.txt")) {
            if (table == null) {
                throw new IllegalStateException("registration-authorities.txt is missing");
            }
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.substring(0, 2))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

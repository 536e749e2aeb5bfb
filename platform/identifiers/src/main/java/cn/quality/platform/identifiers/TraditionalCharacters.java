package cn.quality.platform.identifiers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Traditional to simplified, character by character, from a table of pairs ({@code traditional-simplified.txt}). */
final class TraditionalCharacters {

    private static final Map<Integer, Integer> SIMPLIFIED = load();

    private TraditionalCharacters() {}

    /** The simplified form of a character; the character itself when it has none. */
    static int simplified(int character) {
        return SIMPLIFIED.getOrDefault(character, character);
    }

    private static Map<Integer, Integer> load() {
        var pairs = new HashMap<Integer, Integer>();
        try (InputStream table = TraditionalCharacters.class.getResourceAsStream("/traditional-simplified.txt")) {
            if (table == null) {
                throw new IllegalStateException("traditional-simplified.txt is missing");
            }
            new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> {
                        var pair = line.codePoints().toArray();
                        for (int i = 0; i + 1 < pair.length; i += 2) {
                            pairs.put(pair[i], pair[i + 1]);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(pairs);
    }
}

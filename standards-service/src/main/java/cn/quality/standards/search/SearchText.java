package cn.quality.standards.search;

import cn.quality.standards.number.Spelling;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A text as it is searched.
 *
 * @param text its pieces normalised, one a line, blanks dropped
 * @param grams every two neighbouring characters of a line, once
 */
@Embeddable
public record SearchText(
        @Column(name = "search_text") String text,
        @Column(name = "search_grams") String[] grams) {

    public static SearchText of(Stream<String> pieces) {
        var lines = pieces.map(SearchText::compact)
                .filter(p -> !p.isEmpty())
                .distinct()
                .toList();
        return new SearchText(
                String.join("\n", lines),
                lines.stream().flatMap(line -> grams(line).stream()).distinct().toArray(String[]::new));
    }

    static Set<String> grams(String line) {
        var characters = line.codePoints().mapToObj(Character::toString).toList();
        var grams = new LinkedHashSet<String>();
        for (int i = 1; i < characters.size(); i++) {
            grams.add(characters.get(i - 1) + characters.get(i));
        }
        return grams;
    }

    private static String compact(String piece) {
        return Spelling.normalise(piece).replace(" ", "");
    }
}

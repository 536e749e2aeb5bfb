package cn.quality.standards.search;

import cn.quality.platform.identifiers.Bigrams;
import cn.quality.standards.number.Spelling;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.stream.Stream;

/**
 * A text as it is searched.
 *
 * @param text its pieces normalised, one a line, blanks and slashes dropped
 * @param grams the bigrams of each line
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
                lines.stream()
                        .flatMap(line -> Bigrams.of(line).stream())
                        .distinct()
                        .toArray(String[]::new));
    }

    /** GBT 19001 is written for GB/T 19001 as often as not. */
    static String withoutSlashes(String text) {
        return text.replace("/", "");
    }

    private static String compact(String piece) {
        return withoutSlashes(Spelling.normalise(piece)).replace(" ", "");
    }
}

package cn.quality.standards.search;

import cn.quality.platform.identifiers.Bigrams;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import cn.quality.standards.number.Spelling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client looks for: words that must all occur.
 *
 * @param words normalised, without blanks
 */
public record Fragment(List<String> words) {

    public static final ProblemType TOO_SHORT =
            new ProblemType(400, "query-too-short", Text.of("查询词太短", "Query too short"));

    private static final int LONGEST = 100;

    /**
     * Cuts a query into words; empty when nothing is looked for.
     *
     * @throws Problem 400 {@code query-too-short} when no word has two characters
     */
    public static Optional<Fragment> of(@Nullable String query) {
        if (query == null || query.isBlank()) {
            return Optional.empty();
        }
        var text = SearchText.withoutSlashes(
                        Spelling.normalise(query.length() > LONGEST ? query.substring(0, LONGEST) : query))
                .strip();
        var words = text.isEmpty() ? List.<String>of() : List.of(text.split(" ", -1));
        if (words.stream().noneMatch(word -> word.codePointCount(0, word.length()) > 1)) {
            throw new Problem(TOO_SHORT, Text.of("请输入两个以上字符", "give two characters or more"))
                    .with("q", "too-short", Text.of("至少两个字符", "at least two characters"));
        }
        return Optional.of(new Fragment(words));
    }

    /**
     * Adds the SQL conditions by which a {@link SearchText} has all words: the grams find candidates in the index, the
     * comparison drops those that have the grams in other places.
     *
     * @return values of the named parameters used
     */
    public Map<String, Object> restrict(List<String> conditions) {
        var values = new HashMap<String, Object>();
        conditions.add("search_grams @> :grams");
        values.put("grams", grams());
        var patterns = patterns();
        for (int i = 0; i < patterns.size(); i++) {
            conditions.add("search_text like :word" + i);
            values.put("word" + i, patterns.get(i));
        }
        return values;
    }

    /** What the {@link SearchText#grams} must contain. */
    public String[] grams() {
        return words.stream()
                .flatMap(word -> Bigrams.of(word).stream())
                .distinct()
                .toArray(String[]::new);
    }

    /** What the {@link SearchText#text} must be like, each. */
    public List<String> patterns() {
        return words.stream()
                .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toList();
    }
}

package cn.quality.platform.openapi;

import cn.quality.platform.problem.Text;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * Reads one text of a bundle and writes it the way the API document carries both languages: {@code 条目 (the entry)}. Three
 * forms are known: {@code {zh: …, en: …}}; a map of problem codes, each with its meaning in that form or none where the code
 * says it itself; and, for what is the same in both languages, a plain string or {@code {text: …}}.
 *
 * @param inBrackets whether the English stands in brackets; else it follows the Chinese: {@code 一项声明 One declaration}, where
 *     it can be told apart
 */
record Wording(boolean inBrackets) {

    /** In a map of problem codes, a reason that has no code of its own. */
    private static final String WITHOUT_CODE = "and";

    private static final List<String> LANGUAGES = List.of("zh", "en");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    /** Where a reader finds the English without brackets: after Chinese, with a capital; or after a full stop, in words. */
    private static final Pattern TOLD_APART = Pattern.compile(
            ".*[\\p{IsHan}。；，、：！？》）] ?[A-Z][a-z\\s-]\\P{IsHan}*|.*。\\w+\\s\\w+\\s\\P{IsHan}+", Pattern.DOTALL);

    String of(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue();
        }
        if (!node.isObject()) {
            throw new FaultyBundle("is neither a text nor a map");
        }
        if (node.has("text")) {
            return node.path("text").asText();
        }
        return node.has("zh") || node.has("en") ? both(node, inBrackets) : codes(node);
    }

    /** As {@link #of}, where nothing but both languages will do. */
    String inBothLanguages(JsonNode node) {
        return both(node, inBrackets);
    }

    private static String codes(JsonNode codes) {
        var all = new StringJoiner("；");
        for (Map.Entry<String, JsonNode> entry : codes.properties()) {
            var code = entry.getKey();
            var meaning = entry.getValue();
            if (code.equals(WITHOUT_CODE)) {
                all.add(both(meaning, true));
            } else {
                all.add(meaning.isNull() ? code : code + ": " + both(meaning, true));
            }
        }
        return all.toString();
    }

    private static String both(JsonNode node, boolean inBrackets) {
        for (var language : LANGUAGES) {
            if (node.path(language).asText("").isBlank()) {
                throw new FaultyBundle("has no " + language);
            }
        }
        node.properties().stream()
                .filter(entry -> !LANGUAGES.contains(entry.getKey()))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new FaultyBundle("has an unknown part, " + unknown.getKey());
                });
        var text = new Text(node.path("zh").asText(), node.path("en").asText());
        if (!CHINESE.matcher(text.zh()).find()) {
            throw new FaultyBundle("has no Chinese in zh: " + text.zh());
        }
        if (CHINESE.matcher(text.en()).find()) {
            throw new FaultyBundle("has Chinese in en: " + text.en());
        }
        // A full stop of Chinese is as wide as a letter, and brings its own space.
        var space = text.zh().endsWith("。") ? "" : " ";
        var plain = text.zh() + space + text.en();
        return inBrackets || !TOLD_APART.matcher(plain).matches() ? text.zh() + space + "(" + text.en() + ")" : plain;
    }
}

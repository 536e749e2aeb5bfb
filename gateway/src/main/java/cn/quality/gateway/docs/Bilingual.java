package cn.quality.gateway.docs;

import cn.quality.platform.problem.Text;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes apart what the services write in both languages at once: {@code 工作日历 (working-day calendar)},
 * {@code 一项声明 One declaration}, {@code 未审批。No approval.} What is written in one language is shown in that one to
 * every reader.
 *
 * <p>Codes belong to both languages. A list of them is taken apart item by item, and may leave unsaid what a code says
 * itself: {@code no-subjects: 没有核查对象 (nobody to screen)；forbidden}.
 */
final class Bilingual {

    /** What Chinese ends with. */
    private static final String MARK = "\\p{IsHan}。；，、：！？》）";

    /** Each distinguishes Chinese from English in another way; the first that fits counts. */
    private static final List<Pattern> WAYS = Stream.of(
                    "(?<zh>.*[" + MARK + "])[\\s·]*\\((?<en>\\P{IsHan}+)\\)\\.?",
                    "(?<zh>.*[" + MARK + "])[\\s·]*(?<en>[A-Z](?:[a-z-]|\\s)[^" + MARK + "]*)",
                    "(?<zh>.*。)(?<en>\\w+\\s\\w+\\s[^" + MARK + "]+)",
                    // The Chinese ends with a name: 最后收到的 id (the last id received).
                    "(?<zh>.*\\p{IsHan}[^\\p{IsHan}()]*)\\s\\((?<en>\\P{IsHan}+)\\)\\.?")
            .map(way -> Pattern.compile(way, Pattern.DOTALL))
            .toList();

    private static final String CODE = "[a-z]+(?:-[a-z]+)*";
    private static final Pattern CODES = Pattern.compile(CODE + "(?::\\s|；).+", Pattern.DOTALL);
    private static final Pattern CODED = Pattern.compile("(" + CODE + ":\\s+)(.+)", Pattern.DOTALL);

    private Bilingual() {}

    static Text of(String both) {
        var text = both.strip();
        if (CODES.matcher(text).matches()) {
            var items = Stream.of(text.split("；")).map(Bilingual::item).toList();
            return new Text(joined(items, Text::zh, "；"), joined(items, Text::en, "; "));
        }
        var parts = parts(text);
        return parts.zh().equals(parts.en()) ? parts : new Text(parts.zh(), capital(parts.en()));
    }

    private static Text item(String item) {
        var coded = CODED.matcher(item.strip());
        if (!coded.matches()) {
            return parts(item.strip());
        }
        var meaning = parts(coded.group(2));
        return new Text(coded.group(1) + meaning.zh(), coded.group(1) + meaning.en());
    }

    private static Text parts(String text) {
        return WAYS.stream()
                .map(way -> way.matcher(text))
                .filter(Matcher::matches)
                .findFirst()
                .map(matcher -> new Text(matcher.group("zh"), matcher.group("en")))
                .orElse(new Text(text, text));
    }

    private static String joined(List<Text> items, Function<Text, String> language, String separator) {
        return items.stream().map(language).collect(Collectors.joining(separator));
    }

    private static String capital(String english) {
        return Character.toUpperCase(english.charAt(0)) + english.substring(1);
    }
}

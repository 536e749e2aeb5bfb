package cn.quality.gateway.docs;

import cn.quality.gateway.edge.Text;
import java.util.regex.Pattern;

/**
 * Takes apart what the services write in both languages at once: {@code 工作日历 (working-day calendar)},
 * {@code 一项声明 One declaration}, {@code 未审批。No approval.} What is written in one language is told in that one to
 * everybody.
 */
final class Bilingual {

    /** The Chinese up to its last character or mark, then English in parentheses, with a capital, or after a full stop. */
    private static final Pattern BOTH = Pattern.compile(
            "(?<zh>.*[\\p{IsHan}。；，、：！？》）])[\\s·]*"
                    + "(?:\\((?<aside>\\P{IsHan}+)\\)\\.?|(?<title>[A-Z](?:[a-z-]|\\s)\\P{IsHan}*)|(?<=。)(?<sentence>\\w+\\s\\w+\\s\\P{IsHan}+))",
            Pattern.DOTALL);

    private Bilingual() {}

    static Text of(String both) {
        var matcher = BOTH.matcher(both.strip());
        if (!matcher.matches()) {
            return new Text(both, both);
        }
        for (var name : new String[] {"aside", "title", "sentence"}) {
            if (matcher.group(name) != null) {
                return new Text(matcher.group("zh"), capital(matcher.group(name)));
            }
        }
        throw new IllegalStateException("one of the three must have matched: " + both);
    }

    static boolean isChinese(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    private static String capital(String english) {
        return Character.toUpperCase(english.charAt(0)) + english.substring(1);
    }
}

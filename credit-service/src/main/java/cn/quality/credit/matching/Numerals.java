package cn.quality.credit.matching;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Numbers in names: 第十二 and 第12 are one, 第一 and 第二 are two. The characters for cheques (壹, 伍, 陆) are left alone,
 * because they are surnames and brands; so are 三一 and 八一, which are not 三十一 and 八十一.
 */
final class Numerals {

    private static final String DIGITS = "零一二三四五六七八九";
    private static final Pattern CHINESE = Pattern.compile("[〇零一二三四五六七八九十百千]+");
    private static final Pattern ANY = Pattern.compile("\\d+(?:\\.\\d+)*|[〇零一二三四五六七八九十百千]+");
    private static final Pattern COUNTED =
            Pattern.compile("([一二三四五六七八九]千)?零?([一二三四五六七八九]百)?零?([一二三四五六七八九]?十)?零?[一二三四五六七八九]?");
    private static final Pattern PLACED = Pattern.compile("[零一二三四五六七八九]*零[零一二三四五六七八九]*");

    private Numerals() {}

    /** The text with each Chinese number in Arabic digits. */
    static String inDigits(String text) {
        return CHINESE.matcher(text).replaceAll(run -> number(run.group().replace('〇', '零')));
    }

    /** The numbers of a text, in their order. */
    static List<String> in(String text) {
        return ANY.matcher(text).results().map(MatchResult::group).toList();
    }

    private static String number(String run) {
        if (COUNTED.matcher(run).matches() && !run.contains("零零") && !run.endsWith("零") && !run.startsWith("零")) {
            return String.valueOf(value(run));
        }
        return PLACED.matcher(run).matches()
                ? run.chars()
                        .map(DIGITS::indexOf)
                        .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                        .toString()
                : run;
    }

    private static int value(String run) {
        int sum = 0;
        int digit = 0;
        for (char character : run.toCharArray()) {
            int unit =
                    switch (character) {
                        case '十' -> 10;
                        case '百' -> 100;
                        case '千' -> 1000;
                        default -> 0;
                    };
            if (unit == 0) {
                digit = DIGITS.indexOf(character);
            } else {
                sum += Math.max(digit, 1) * unit;
                digit = 0;
            }
        }
        return sum + digit;
    }
}

package cn.quality.platform.problem;

import java.util.List;
import java.util.Locale;

/** A sentence for a person, in both languages the suite speaks. */
public record Text(String zh, String en) {

    /** Both sentences are {@link String#format} patterns over the same arguments. */
    public static Text of(String zh, String en, Object... args) {
        return args.length == 0
                ? new Text(zh, en)
                : new Text(String.format(Locale.ROOT, zh, args), String.format(Locale.ROOT, en, args));
    }

    /**
     * English for those who prefer it to Chinese, Chinese for everybody else.
     *
     * @param accepted languages as {@code Accept-Language} names them, the most wanted first; without their regions
     */
    public static Locale preferred(List<String> accepted) {
        return accepted.stream()
                .filter(language -> language.equals("zh") || language.equals("en"))
                .findFirst()
                .filter("en"::equals)
                .map(english -> Locale.ENGLISH)
                .orElse(Locale.SIMPLIFIED_CHINESE);
    }

    /** English in an English locale, Chinese in every other. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }
}

package cn.quality.platform.problem;

import java.util.Locale;

/** A sentence for a person, in both languages the suite speaks. */
public record Text(String zh, String en) {

    /** Both sentences are {@link String#format} patterns over the same arguments. */
    public static Text of(String zh, String en, Object... args) {
        return args.length == 0
                ? new Text(zh, en)
                : new Text(String.format(Locale.ROOT, zh, args), String.format(Locale.ROOT, en, args));
    }

    /** English for those who ask for it first, Chinese for everybody else. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }
}

package cn.quality.gateway.edge;

import java.util.Locale;

/** A sentence for a person, in both languages the suite speaks. */
public record Text(String zh, String en) {

    /** Both sentences are {@link String#format} patterns over the same arguments. */
    public static Text of(String zh, String en, Object... args) {
        return new Text(String.format(Locale.ROOT, zh, args), String.format(Locale.ROOT, en, args));
    }

    public String in(Language language) {
        return language == Language.ENGLISH ? en : zh;
    }
}

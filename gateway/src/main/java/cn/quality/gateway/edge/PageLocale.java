package cn.quality.gateway.edge;

import cn.quality.platform.problem.Text;
import java.util.Locale;

/**
 * The language a page is read in, and the address of the same page in the other. English pages live below {@code /en} of their
 * root.
 *
 * @param root where these pages begin, in Chinese
 * @param page path below the root of its language; empty for the first
 */
public record PageLocale(Locale locale, String root, String page) {

    private static final String ENGLISH = "/en";

    /** Reads the language off an address below the root. */
    public static PageLocale at(String root, String path) {
        var english = root + ENGLISH;
        return path.equals(english) || path.startsWith(english + "/")
                ? new PageLocale(Locale.ENGLISH, root, path.substring(english.length()))
                : new PageLocale(Locale.SIMPLIFIED_CHINESE, root, path.substring(root.length()));
    }

    /** Of a page that there is in Chinese only. */
    public static PageLocale chinese(String path) {
        return new PageLocale(Locale.SIMPLIFIED_CHINESE, path, "");
    }

    /** The address of another of these pages in the same language. */
    public String to(String other) {
        return (isEnglish() ? root + ENGLISH : root) + other;
    }

    /** The address of this page in the other language. */
    public String translation() {
        return (isEnglish() ? root : root + ENGLISH) + page;
    }

    public String say(String zh, String en) {
        return say(new Text(zh, en));
    }

    public String say(Text text) {
        return text.in(locale);
    }

    /** For {@code lang} of an element: what was written in Chinese only is read out in Chinese on an English page too. */
    public String tongue(Text text) {
        return (isChinese(say(text)) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH).toLanguageTag();
    }

    public String tag() {
        return locale.toLanguageTag();
    }

    public static boolean isChinese(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    private boolean isEnglish() {
        return locale.equals(Locale.ENGLISH);
    }
}

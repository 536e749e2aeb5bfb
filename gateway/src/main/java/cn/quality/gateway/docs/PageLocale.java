package cn.quality.gateway.docs;

import cn.quality.platform.problem.Text;
import java.util.Locale;

/**
 * The language a page is read in, and the address of the same page in the other.
 *
 * @param page path below the root of its language; empty for the overview
 */
record PageLocale(Locale locale, String page) {

    private static final String ENGLISH_ROOT = ApiDocuments.ROOT + "/en";

    /** Reads the language off an address below {@code /docs}. */
    static PageLocale at(String path) {
        return path.equals(ENGLISH_ROOT) || path.startsWith(ENGLISH_ROOT + "/")
                ? new PageLocale(Locale.ENGLISH, path.substring(ENGLISH_ROOT.length()))
                : new PageLocale(Locale.SIMPLIFIED_CHINESE, path.substring(ApiDocuments.ROOT.length()));
    }

    /** The address of another page of the manual in the same language. */
    public String to(String other) {
        return (isEnglish() ? ENGLISH_ROOT : ApiDocuments.ROOT) + other;
    }

    /** The address of this page in the other language. */
    public String translation() {
        return (isEnglish() ? ApiDocuments.ROOT : ENGLISH_ROOT) + page;
    }

    public String say(String zh, String en) {
        return say(new Text(zh, en));
    }

    public String say(Text text) {
        return text.in(locale);
    }

    /** For {@code lang} of an element: what was written in Chinese only is read out in Chinese on an English page too. */
    public String tongue(Text text) {
        return (Bilingual.isChinese(say(text)) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH).toLanguageTag();
    }

    public String tag() {
        return locale.toLanguageTag();
    }

    private boolean isEnglish() {
        return locale.equals(Locale.ENGLISH);
    }
}

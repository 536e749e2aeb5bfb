package cn.quality.gateway.docs;

import cn.quality.gateway.edge.Language;
import cn.quality.gateway.edge.Text;

/**
 * Whom a page is for: the language it is read in, and the address of the same page in the other.
 *
 * @param page path below the root of its language; empty for the overview
 */
record Reader(Language language, String page) {

    private static final String ENGLISH_ROOT = Shelf.ROOT + "/en";

    /** Reads the language off an address below {@code /docs}. */
    static Reader at(String path) {
        return path.equals(ENGLISH_ROOT) || path.startsWith(ENGLISH_ROOT + "/")
                ? new Reader(Language.ENGLISH, path.substring(ENGLISH_ROOT.length()))
                : new Reader(Language.CHINESE, path.substring(Shelf.ROOT.length()));
    }

    /** The address of another page of the manual in the same language. */
    public String to(String other) {
        return root(language) + other;
    }

    /** The address of this page in the other language. */
    public String translation() {
        return root(language == Language.ENGLISH ? Language.CHINESE : Language.ENGLISH) + page;
    }

    public String say(String zh, String en) {
        return language == Language.ENGLISH ? en : zh;
    }

    public String say(Text text) {
        return text.in(language);
    }

    /** For {@code lang} of an element: what was written in Chinese only is read out in Chinese on an English page too. */
    public String tongue(Text text) {
        return Bilingual.isChinese(say(text)) ? Language.CHINESE.tag() : Language.ENGLISH.tag();
    }

    public String tag() {
        return language.tag();
    }

    private static String root(Language language) {
        return language == Language.ENGLISH ? ENGLISH_ROOT : Shelf.ROOT;
    }
}

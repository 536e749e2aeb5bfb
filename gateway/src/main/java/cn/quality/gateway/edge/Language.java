package cn.quality.gateway.edge;

import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;

/** The language a refusal is told in: English for those who ask for it first, Chinese for everybody else. */
public enum Language {
    CHINESE("zh-CN"),
    ENGLISH("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    public String tag() {
        return tag;
    }

    static Language of(RoutingContext request) {
        return request.acceptableLanguages().stream()
                .map(LanguageHeader::tag)
                .filter(tag -> tag.equals("zh") || tag.equals("en"))
                .findFirst()
                .filter("en"::equals)
                .map(english -> ENGLISH)
                .orElse(CHINESE);
    }
}

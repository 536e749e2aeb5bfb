package cn.quality.platform.problem;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Locale;

/** The language in which a refusal is told: English for those who ask for it first, Chinese otherwise. */
final class Language {

    private Language() {}

    static Locale ofCurrentRequest() {
        var request = CDI.current().select(CurrentVertxRequest.class).get().getCurrent();
        return request == null ? Locale.SIMPLIFIED_CHINESE : of(request);
    }

    static Locale of(RoutingContext request) {
        return request.acceptableLanguages().stream()
                .map(LanguageHeader::tag)
                .filter(tag -> tag.equals("zh") || tag.equals("en"))
                .findFirst()
                .map(Locale::of)
                .orElse(Locale.SIMPLIFIED_CHINESE);
    }
}

package cn.quality.gateway.portal;

import cn.quality.gateway.edge.Asset;
import io.quarkus.qute.TemplateGlobal;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The files a page needs: a style sheet and an icon. */
@ApplicationScoped
class Assets {

    private static final Asset STYLESHEET = Asset.read("/portal/portal.css", "text/css; charset=utf-8");
    private static final Asset ICON = Asset.read("/portal/seal.svg", "image/svg+xml");

    /** For the layout of the pages. */
    @TemplateGlobal
    static String stylesheet() {
        return STYLESHEET.path();
    }

    @TemplateGlobal
    static String icon() {
        return ICON.path();
    }

    void route(@Observes Router router) {
        STYLESHEET.serve(router);
        ICON.serve(router);
    }
}

package cn.quality.gateway.portal;

import io.quarkus.qute.TemplateGlobal;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The files a page needs: a style sheet and an icon. Their names carry their digest, so a browser keeps them for good. */
@ApplicationScoped
class Assets {

    private static final String FOR_GOOD = "public, max-age=31536000, immutable";

    private static final Asset STYLESHEET = Asset.read("portal.css", "text/css; charset=utf-8");
    private static final Asset ICON = Asset.read("seal.svg", "image/svg+xml");

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
        serve(router, STYLESHEET);
        serve(router, ICON);
    }

    private static void serve(Router router, Asset asset) {
        router.get(asset.path())
                .handler(request -> request.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, asset.mediaType())
                        .putHeader(HttpHeaders.CACHE_CONTROL, FOR_GOOD)
                        .end(asset.content()));
    }

    private record Asset(String path, String mediaType, Buffer content) {

        static Asset read(String name, String mediaType) {
            try (var in = Assets.class.getResourceAsStream("/portal/" + name)) {
                if (in == null) {
                    throw new IllegalStateException("portal/" + name + " is missing");
                }
                var bytes = in.readAllBytes();
                var digest = HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 6);
                var dot = name.lastIndexOf('.');
                var path = "/assets/" + name.substring(0, dot) + "." + digest + name.substring(dot);
                return new Asset(path, mediaType, Buffer.buffer(bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
    }
}

package cn.quality.gateway.edge;

import cn.quality.platform.digest.Digests;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A file a page needs. Its name carries its digest, so browsers cache it for good. */
public record Asset(String path, String mediaType, SharedBody content) {

    private static final int DIGITS = 12;
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";

    /** @param resource on the class path, for example {@code /portal/portal.css} */
    public static Asset read(String resource, String mediaType) {
        try (var in = Asset.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            var bytes = in.readAllBytes();
            var digest = Digests.sha256(bytes).substring(0, DIGITS);
            var name = resource.substring(resource.lastIndexOf('/') + 1);
            var dot = name.lastIndexOf('.');
            var path = "/assets/" + name.substring(0, dot) + "." + digest + name.substring(dot);
            return new Asset(path, mediaType, new SharedBody(Buffer.buffer(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void serve(Router router) {
        router.get(path).handler(this::answer);
        router.head(path).handler(this::answer);
    }

    private void answer(RoutingContext request) {
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
                .putHeader(HttpHeaders.CACHE_CONTROL, FOR_GOOD);
        content.end(request);
    }
}

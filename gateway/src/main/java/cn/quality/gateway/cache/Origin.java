package cn.quality.gateway.cache;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/** The services, for a question nobody in particular asks. The proxy knows the way, so the proxy implements it. */
public interface Origin {

    /** An answer as it came. */
    record Fetched(int status, MultiMap headers, Buffer body) {}

    /**
     * Fails when the service does, or does not tell the length of its answer, or it is too long.
     *
     * @param path decoded
     * @param uri path and query as they were written
     * @param largest bytes of a body
     */
    Future<Fetched> get(String path, String uri, MultiMap headers, long largest);

    /**
     * Whether answers may be kept.
     *
     * @param path decoded
     */
    Caching caching(String path);

    /** The headers of an answer that are fit to leave the house. */
    MultiMap fit(MultiMap headers);
}

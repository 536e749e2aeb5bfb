package cn.quality.gateway.identity;

import io.vertx.core.http.HttpMethod;
import java.util.Set;

/** Who may come to a route. A token that is shown must be valid in any case. */
public enum Audience {
    /** Everybody reads, holders of a token write. */
    PUBLIC {
        @Override
        boolean asksForToken(HttpMethod method) {
            return !READS.contains(method);
        }
    },
    /** Everybody reads and writes; the service says what is to be shown instead of a token. */
    ANYBODY {
        @Override
        boolean asksForToken(HttpMethod method) {
            return false;
        }
    },
    /** Holders of a token only. */
    AUTHENTICATED {
        @Override
        boolean asksForToken(HttpMethod method) {
            return !HttpMethod.OPTIONS.equals(method);
        }
    };

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    abstract boolean asksForToken(HttpMethod method);
}

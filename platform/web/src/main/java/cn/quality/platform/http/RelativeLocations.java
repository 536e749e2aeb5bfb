package cn.quality.platform.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Makes each {@code Location} relative (RFC 9110 §10.2.2). Jakarta REST makes it absolute with the host the request names, which
 * behind a gateway is an address callers cannot reach, and otherwise whatever the caller likes.
 */
@Singleton
class RelativeLocations {

    @ServerResponseFilter
    void answer(ContainerResponseContext response) {
        var location = response.getLocation();
        if (location != null) {
            response.getHeaders().putSingle(HttpHeaders.LOCATION, reference(location));
        }
    }

    private static String reference(URI location) {
        var query = location.getRawQuery();
        return location.getRawPath() + (query == null ? "" : "?" + query);
    }
}

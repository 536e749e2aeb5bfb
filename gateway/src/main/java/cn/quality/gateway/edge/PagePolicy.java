package cn.quality.gateway.edge;

import io.vertx.ext.web.RoutingContext;

/** What a page may do in a browser. */
public enum PagePolicy {
    /** Nothing but our own style sheet and images, no script. */
    STILL("style-src 'self'; img-src 'self'"),
    /**
     * Scripts of our own, from files, that talk to us alone; never inline, never evaluated. Styles and pictures that such a
     * script makes itself.
     */
    INTERACTIVE("script-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:");

    private final String header;

    PagePolicy(String may) {
        this.header =
                "default-src 'none'; %s; form-action 'self'; base-uri 'none'; frame-ancestors 'none'".formatted(may);
    }

    /** Every page is {@link #STILL} unless it says otherwise. */
    public void applyTo(RoutingContext request) {
        request.put(PagePolicy.class.getName(), this);
    }

    static String headerFor(RoutingContext request) {
        PagePolicy said = request.get(PagePolicy.class.getName());
        return (said == null ? STILL : said).header;
    }
}

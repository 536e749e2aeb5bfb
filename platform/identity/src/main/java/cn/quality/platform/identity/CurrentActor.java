package cn.quality.platform.identity;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;

/** Whose name stands behind a write: the caller's, or the system's own when nobody asked (a consumer, a nightly job). */
@ApplicationScoped
public class CurrentActor {

    public static final String SYSTEM = "system";

    private final Caller caller;

    CurrentActor(Caller caller) {
        this.caller = caller;
    }

    public String id() {
        return Arc.container().requestContext().isActive() && !caller.anonymous() ? caller.id() : SYSTEM;
    }
}

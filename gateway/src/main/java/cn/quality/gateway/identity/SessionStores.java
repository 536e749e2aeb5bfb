package cn.quality.gateway.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Chooses where logins are kept. */
@ApplicationScoped
class SessionStores {

    @Produces
    @ApplicationScoped
    SessionStore store(SessionConfig config) {
        return new MemorySessions(config.most());
    }
}

package cn.quality.gateway.identity;

import cn.quality.platform.sql.Jdbc;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Chooses where logins are stored. */
@ApplicationScoped
class SessionStores {

    @Produces
    @ApplicationScoped
    SessionStore store(SessionConfig config, Jdbc sql, Clock clock, ObjectMapper json, Vertx vertx) {
        return switch (config.store()) {
            case MEMORY -> new MemorySessions(config.most());
            case DATABASE -> new DatabaseSessions(sql, config, clock, json, vertx);
        };
    }
}

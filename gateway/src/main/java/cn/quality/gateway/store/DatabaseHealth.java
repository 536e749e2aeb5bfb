package cn.quality.gateway.store;

import cn.quality.gateway.health.Companion;
import cn.quality.platform.sql.Jdbc;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Whether the gateway's own database answers; without it webhooks wait. */
@Singleton
class DatabaseHealth implements Companion {

    private final Jdbc sql;
    private final Vertx vertx;

    DatabaseHealth(Jdbc sql, Vertx vertx) {
        this.sql = sql;
        this.vertx = vertx;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Future<Optional<String>> trouble() {
        return vertx.executeBlocking(
                () -> sql.query("select 1", row -> true).isEmpty()
                        ? Optional.of("it does not answer")
                        : Optional.empty(),
                false);
    }
}

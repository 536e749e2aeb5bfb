package cn.quality.gateway.health;

import io.vertx.core.Future;
import java.util.Optional;

/** Something the gateway has beside the services. Nothing waits for it while it is away, so it is shown, not counted. */
public interface Companion {

    String name();

    /** What is wrong with it, if something is. */
    Future<Optional<String>> trouble();
}

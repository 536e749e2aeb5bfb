package cn.quality.gateway.health;

import io.vertx.core.Future;
import java.util.Optional;

/** Something the gateway has beside the services. It may be away without anybody waiting for it, so it is shown, not counted. */
public interface Companion {

    String name();

    /** What is wrong with it, if something is. */
    Future<Optional<String>> trouble();
}

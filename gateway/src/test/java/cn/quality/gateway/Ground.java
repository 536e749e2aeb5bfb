package cn.quality.gateway;

import cn.quality.testing.InfraResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The gateway's database and the broker, for tests that need them; beside {@link OutsideWorld}, which has neither. */
public final class Ground implements QuarkusTestResourceLifecycleManager {

    private final InfraResource infra = new InfraResource();

    @Override
    public Map<String, String> start() {
        infra.init(Map.of("database", "gateway"));
        var config = new HashMap<>(infra.start());
        // Tokens come from the outside world here.
        List.copyOf(config.keySet()).stream()
                .filter(key -> key.startsWith("quarkus.oidc."))
                .forEach(config::remove);
        // Receivers of webhooks live on this machine.
        config.put("gateway.webhooks.internal", "127.0.0.1/32");
        config.put("gateway.webhooks.poll", "50ms");
        return config;
    }

    /** After the outside world, whose closed ports these replace. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public void stop() {
        infra.stop();
    }
}

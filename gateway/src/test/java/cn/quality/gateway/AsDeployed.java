package cn.quality.gateway;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * As a city runs it: several gateways behind an edge that ends TLS, and spans that are exported. One profile for all of that,
 * because every profile is a start of the application of its own.
 */
public final class AsDeployed implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "gateway.session.store", "database",
                "gateway.session.public-url", "https://quality.example/",
                "quarkus.otel.sdk.disabled", "false",
                "quarkus.otel.bsp.schedule.delay", "50ms");
    }
}

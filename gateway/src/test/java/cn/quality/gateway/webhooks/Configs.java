package cn.quality.gateway.webhooks;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** The configuration as it is by default, and with changes. */
final class Configs {

    private Configs() {}

    static WebhookConfig with(String... pairs) {
        var builder = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(WebhookConfig.class);
        for (int i = 0; i < pairs.length; i += 2) {
            builder.withDefaultValues(Map.of("gateway.webhooks." + pairs[i], pairs[i + 1]));
        }
        return builder.build().getConfigMapping(WebhookConfig.class);
    }
}

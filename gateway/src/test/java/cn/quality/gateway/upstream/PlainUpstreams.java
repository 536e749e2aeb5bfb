package cn.quality.gateway.upstream;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;

/** The upstreams without Quarkus. */
public final class PlainUpstreams {

    private PlainUpstreams() {}

    /** @param settings those that differ from the defaults, without {@code gateway.} */
    public static Upstreams create(Vertx vertx, Map<String, String> settings) {
        var builder = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(UpstreamConfig.class);
        settings.forEach((name, value) -> builder.withDefaultValue("gateway." + name, value));
        return new Upstreams(builder.build().getConfigMapping(UpstreamConfig.class), vertx);
    }
}

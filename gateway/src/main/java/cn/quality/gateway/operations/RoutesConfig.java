package cn.quality.gateway.operations;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** The names of the routes; everything else about them is the proxy's business. */
@ConfigMapping(prefix = "gateway")
interface RoutesConfig {

    Map<String, Named> routes();

    /** Only what a name stands for. */
    interface Named {
        String prefix();
    }
}

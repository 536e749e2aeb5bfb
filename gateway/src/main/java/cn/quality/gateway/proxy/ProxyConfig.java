package cn.quality.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** What is passed on, to which service, and within which limits. */
@ConfigMapping(prefix = "gateway")
interface ProxyConfig {

    /** Routes by a name that only logs and metrics use. The longest prefix that fits a request wins. */
    Map<String, Route> routes();
}

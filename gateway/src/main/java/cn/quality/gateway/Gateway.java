package cn.quality.gateway;

import cn.quality.platform.http.ServiceMain;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the gateway, as a service is started. */
@QuarkusMain(name = "gateway")
public final class Gateway {

    /** Netty looks for {@link cn.quality.gateway.edge.ConnectionInitializer} only with this set, before its first server. */
    private static final String LOOK_FOR_EXTENSIONS = "io.netty.bootstrap.extensions";

    private Gateway() {}

    public static void main(String... args) {
        System.setProperty(LOOK_FOR_EXTENSIONS, "serviceload");
        ServiceMain.main(args);
    }
}

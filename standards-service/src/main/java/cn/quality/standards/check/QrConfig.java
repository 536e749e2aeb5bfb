package cn.quality.standards.check;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the codes of products lead. */
@ConfigMapping(prefix = "quality.qr")
interface QrConfig {

    /**
     * What stands in an address before the identifier of a GS1 Digital Link. It is printed on packages, so it must go on leading
     * here for as long as those exist.
     */
    @WithDefault("http://localhost:8080/api/standards/v1/products")
    String stem();
}

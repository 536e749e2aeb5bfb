package cn.quality.gateway.portal;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What files of forms may take. */
@ConfigMapping(prefix = "gateway.uploads")
interface UploadConfig {

    /** Bytes of files that wait on disk for the rest of their forms, all together; 503 for a form with more. */
    @WithDefault("256M")
    MemorySize space();
}

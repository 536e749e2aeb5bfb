package cn.quality.credit.evidence;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where evidence is stored, and how much of it at once. */
@ConfigMapping(prefix = "quality.evidence")
interface EvidenceConfig {

    /** Folder of the files; if the service runs on several machines, one that they share. */
    @WithDefault("data/evidence")
    Path folder();

    /** Largest file. The gateway's limit for {@code /evidence} is above it, so that this one answers. */
    @WithDefault("10M")
    MemorySize maxSize();

    /** Most pixels of a picture: a small file can say it is a huge picture, and whoever opens it runs out of memory. */
    @WithDefault("100000000")
    long maxPixels();
}

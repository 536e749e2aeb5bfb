package cn.quality.credit.sealing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the keys come from. A production run sets {@code keys}; {@code key-file} with {@code generate} is for trying out. */
@ConfigMapping(prefix = "quality.sealing")
interface SealingConfig {

    /** {@code id:base64} of 32 random bytes each, by comma, the oldest first. The last one seals. */
    Optional<List<String>> keys();

    /** A file with one such key a line; asked when {@code keys} is not set. */
    Optional<Path> keyFile();

    /** Makes the file with a fresh key when it is missing. Never in production: a lost key must not be replaced unnoticed. */
    @WithDefault("false")
    boolean generate();
}

package cn.quality.standards.currency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How currency checks are run. */
@ConfigMapping(prefix = "quality.currency")
interface CurrencyConfig {

    /** Threads of this process that work on checks, each with one connection; none in a process that only answers. */
    @WithDefault("1")
    int workers();

    /** How often to look for work that other processes took in, or left. */
    @WithDefault("1s")
    Duration poll();

    /** Pause after a fault, times the number of attempts. */
    @WithDefault("10s")
    Duration retry();

    /** Attempts at a chunk before its check fails. */
    @WithDefault("3")
    int attempts();

    /** Numbers of a list, with a login. */
    @WithDefault("200000")
    int mostNumbers();

    /** Numbers of a list, for anybody. */
    @WithDefault("2000")
    int mostNumbersForAnybody();

    /** Unfinished checks a login may have; all without a login count as one. */
    @WithDefault("5")
    int unfinished();

    /** How long results are retained; certificates are verified for ever. */
    @WithDefault("90d")
    Duration keepResults();

    /** Numbers that a certificate lists; a longer result is named by its digest. */
    @WithDefault("500")
    int listedInCertificate();

    /** Font of the certificates: TrueType outlines with Chinese characters. The usual folders are searched when absent. */
    Optional<Path> font();

    /** Where the public reaches the suite; certificates name it. */
    @WithDefault("http://127.0.0.1:8080")
    String publicUrl();
}

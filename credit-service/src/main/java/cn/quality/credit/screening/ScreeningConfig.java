package cn.quality.credit.screening;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How screening jobs are run. */
@ConfigMapping(prefix = "quality.screening")
interface ScreeningConfig {

    /** Threads of this process that work on jobs, each with one connection; none in a process that only answers. */
    @WithDefault("2")
    int workers();

    /** How often to look for work that other processes took in, or left. */
    @WithDefault("1s")
    Duration poll();

    /** How long a chunk is one worker's; after that the worker is taken for dead. */
    @WithDefault("2m")
    Duration lease();

    /** Pause after a fault, times the number of attempts. */
    @WithDefault("10s")
    Duration retry();

    /** Attempts at a chunk before its job fails. */
    @WithDefault("3")
    int attempts();

    /** Rows of a file. */
    @WithDefault("1000000")
    int maxRows();

    /** Unfinished jobs a client may have. */
    @WithDefault("3")
    int jobsPerClient();

    /** How long results are retained. */
    @WithDefault("7d")
    Duration keepResults();

    /** Where the public reaches the suite; the manifest for OpenRefine leads there. */
    @WithDefault("http://127.0.0.1:8080")
    String publicUrl();
}

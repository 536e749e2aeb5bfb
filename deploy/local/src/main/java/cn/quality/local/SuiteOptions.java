package cn.quality.local;

import java.nio.file.Path;

/**
 * @param home the repository, built
 * @param data where data, logs and caches go
 * @param ports of every part
 * @param peak whether the services' JVMs compile for throughput (C2) instead of for a quick start
 */
public record SuiteOptions(Path home, Path data, PortPlan ports, boolean peak) {

    /** What {@code deploy/up} does without options. */
    public static SuiteOptions standard(Path home) {
        return new SuiteOptions(home, home.resolve(".local"), PortPlan.standard(), false);
    }

    /** Beside whatever else runs: free ports, and a folder of its own, as tests want it. */
    public static SuiteOptions beside(Path home, Path data) {
        return new SuiteOptions(home, data, PortPlan.free(), false);
    }
}

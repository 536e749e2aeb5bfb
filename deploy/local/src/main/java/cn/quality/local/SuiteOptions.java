package cn.quality.local;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * @param home the repository, built
 * @param data where data, logs and caches go
 * @param ports of every part
 * @param peak whether the services' JVMs compile for throughput (C2) instead of for a quick start
 * @param leftOut programs of ours that are not started, because a developer runs them from an IDE
 * @param environment further settings of the gateway and the services
 */
public record SuiteOptions(
        Path home, Path data, PortPlan ports, boolean peak, Set<PartName> leftOut, Map<String, String> environment) {

    /** What {@code deploy/up} does without options. */
    public static SuiteOptions standard(Path home) {
        return new SuiteOptions(home, home.resolve(".local"), PortPlan.standard(), false, Set.of(), Map.of());
    }

    /** Beside whatever else runs: free ports, and a folder of its own, as tests want it. */
    public static SuiteOptions beside(Path home, Path data) {
        return new SuiteOptions(home, data, PortPlan.free(), false, Set.of(), Map.of());
    }

    /** The same, with further settings of the gateway and the services. */
    public SuiteOptions telling(Map<String, String> environment) {
        return new SuiteOptions(home, data, ports, peak, leftOut, Map.copyOf(environment));
    }
}

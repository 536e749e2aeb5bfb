package cn.quality.local;

import java.nio.file.Path;
import java.util.Map;

/**
 * @param home the repository, built
 * @param data where data, logs and caches go
 * @param ports of every part
 * @param peak whether the services' JVMs compile for throughput (C2) instead of for a quick start
 * @param environment what the gateway and the services are told besides
 */
public record SuiteOptions(Path home, Path data, PortPlan ports, boolean peak, Map<String, String> environment) {

    /** What {@code deploy/up} does without options. */
    public static SuiteOptions standard(Path home) {
        return new SuiteOptions(home, home.resolve(".local"), PortPlan.standard(), false, Map.of());
    }

    /** Beside whatever else runs: free ports, and a folder of its own, as tests want it. */
    public static SuiteOptions beside(Path home, Path data) {
        return new SuiteOptions(home, data, PortPlan.free(), false, Map.of());
    }

    /** The same, with something the gateway and the services are told besides. */
    public SuiteOptions telling(Map<String, String> environment) {
        return new SuiteOptions(home, data, ports, peak, Map.copyOf(environment));
    }
}

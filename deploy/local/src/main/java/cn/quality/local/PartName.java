package cn.quality.local;

import java.util.List;
import java.util.stream.Collectors;

/** The parts of the suite, in the order in which they start; they stop in the opposite order. */
public enum PartName {
    POSTGRES("postgres", "PostgreSQL", 15432),
    KAFKA("kafka", "Kafka", 19092),
    KEYCLOAK("keycloak", "Keycloak", 8084),
    INDICATOR("indicator", "indicator-service", 8081),
    CREDIT("credit", "credit-service", 8082),
    STANDARDS("standards", "standards-service", 8083),
    GATEWAY("gateway", "gateway", 8080);

    private final String key;
    private final String title;
    private final int standardPort;

    PartName(String key, String title, int standardPort) {
        this.key = key;
        this.title = title;
        this.standardPort = standardPort;
    }

    /** As it stands in options ({@code --port-credit}), file names and databases. */
    public String key() {
        return key;
    }

    /** As a reader knows it, which for our own programs is the folder of the repository. */
    public String title() {
        return title;
    }

    int standardPort() {
        return standardPort;
    }

    /** The programs of this repository: the services, and the gateway in front of them. */
    static List<PartName> ours() {
        return List.of(INDICATOR, CREDIT, STANDARDS, GATEWAY);
    }

    /** A service behind the gateway. */
    boolean isService() {
        return this == INDICATOR || this == CREDIT || this == STANDARDS;
    }

    /** @throws IllegalArgumentException when none of our programs has this key */
    static PartName program(String key) {
        return ours().stream()
                .filter(part -> part.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "one of " + ours().stream().map(PartName::key).collect(Collectors.joining(", "))));
    }

    String portOption() {
        return "--port-" + key;
    }
}

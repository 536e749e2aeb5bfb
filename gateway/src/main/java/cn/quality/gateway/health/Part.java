package cn.quality.gateway.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The state of one part.
 *
 * @param name for example {@code credit}
 * @param status {@code UP} or {@code DOWN}
 * @param detail why it is down; what it said when it is up
 * @param latencyMs milliseconds until it answered, or until it was given up
 * @param instances each of them, where there are several
 */
record Part(
        String name,
        Status status,
        String detail,
        long latencyMs,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Part> instances) {

    Part(String name, Status status, String detail, long latencyMs) {
        this(name, status, detail, latencyMs, List.of());
    }

    /** A service of several instances; one that is up is enough. */
    static Part of(String name, List<Part> instances) {
        var up = instances.stream().filter(Part::up).toList();
        return new Part(
                name,
                up.isEmpty() ? Status.DOWN : Status.UP,
                "%d of %d instances ready".formatted(up.size(), instances.size()),
                (up.isEmpty() ? instances : up)
                        .stream().mapToLong(Part::latencyMs).min().orElse(0),
                instances);
    }

    enum Status {
        UP,
        DOWN
    }

    boolean up() {
        return status == Status.UP;
    }
}

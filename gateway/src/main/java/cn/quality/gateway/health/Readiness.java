package cn.quality.gateway.health;

import java.util.List;

/**
 * The state of the whole suite.
 *
 * @param status {@code UP} when every part is up
 */
record Readiness(Part.Status status, List<Part> parts) {

    static Readiness of(List<Part> parts) {
        return new Readiness(parts.stream().allMatch(Part::up) ? Part.Status.UP : Part.Status.DOWN, List.copyOf(parts));
    }
}

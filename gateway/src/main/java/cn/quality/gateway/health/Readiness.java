package cn.quality.gateway.health;

import java.util.List;

/**
 * The state of the whole suite.
 *
 * @param status {@code UP} when every part is up
 * @param companions what the gateway has beside them; down or not, the status is not theirs
 */
record Readiness(Part.Status status, List<Part> parts, List<Part> companions) {

    static Readiness of(List<Part> parts, List<Part> companions) {
        return new Readiness(
                parts.stream().allMatch(Part::up) ? Part.Status.UP : Part.Status.DOWN,
                List.copyOf(parts),
                List.copyOf(companions));
    }
}

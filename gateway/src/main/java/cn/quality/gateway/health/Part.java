package cn.quality.gateway.health;

/**
 * The state of one part.
 *
 * @param name for example {@code credit}
 * @param status {@code UP} or {@code DOWN}
 * @param detail why it is down; what it said when it is up
 * @param latencyMs milliseconds until it answered, or until it was given up
 */
record Part(String name, Status status, String detail, long latencyMs) {

    enum Status {
        UP,
        DOWN
    }

    boolean up() {
        return status == Status.UP;
    }
}

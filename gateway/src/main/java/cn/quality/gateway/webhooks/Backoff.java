package cn.quality.gateway.webhooks;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** When to try again: after 5 s, then each time three times as long up to 4 h, give or take a fifth. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(4);
    private static final int GROWTH = 3;

    private Backoff() {}

    /** @param failures how many attempts have failed, at least one */
    static Duration after(int failures, RandomGenerator random) {
        var pause = FIRST;
        for (int i = 1; i < failures && pause.compareTo(LONGEST) < 0; i++) {
            pause = pause.multipliedBy(GROWTH);
        }
        var millis = (pause.compareTo(LONGEST) < 0 ? pause : LONGEST).toMillis();
        return Duration.ofMillis(millis * 4 / 5 + random.nextLong(millis * 2 / 5));
    }
}

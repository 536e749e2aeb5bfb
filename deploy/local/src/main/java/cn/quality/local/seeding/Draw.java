package cn.quality.local.seeding;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** Chance that is no chance: the same index and purpose always draw the same. */
final class Draw {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    private Draw(long seed) {
        random = new SplittableRandom(seed);
    }

    static Draw of(long index, int purpose) {
        return new Draw(index * GOLDEN + purpose);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean percent(int chance) {
        return below(100) < chance;
    }

    <T> T from(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** A day of the period, both ends included. */
    LocalDate day(LocalDate first, LocalDate last) {
        return LocalDate.ofEpochDay(random.nextLong(first.toEpochDay(), last.toEpochDay() + 1));
    }
}

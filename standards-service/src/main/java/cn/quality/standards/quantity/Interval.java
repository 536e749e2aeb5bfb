package cn.quality.standards.quantity;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values a demand lets pass: between two ends, each of which may be missing. */
record Interval(@Nullable End least, @Nullable End most) {

    /** @param included whether the value itself lets pass */
    record End(BigDecimal value, boolean included) {

        /** Whether it leaves out all that the other leaves out; 1 for the least value, -1 for the most. */
        private boolean asNarrowAs(End other, int direction) {
            int beyond = value.compareTo(other.value) * direction;
            return beyond > 0 || (beyond == 0 && (other.included || !included));
        }
    }

    /** What both let pass. */
    Interval and(Interval other) {
        return new Interval(narrower(least, other.least, 1), narrower(most, other.most, -1));
    }

    private static @Nullable End narrower(@Nullable End one, @Nullable End other, int direction) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.asNarrowAs(other, direction) ? one : other;
    }

    boolean within(Interval other) {
        return (other.least == null || (least != null && least.asNarrowAs(other.least, 1)))
                && (other.most == null || (most != null && most.asNarrowAs(other.most, -1)));
    }

    /** The same in another unit; empty when one of the ends has no value there. */
    Optional<Interval> converted(Function<BigDecimal, Optional<BigDecimal>> conversion) {
        var from = converted(least, conversion);
        var to = converted(most, conversion);
        return (least != null && from == null) || (most != null && to == null)
                ? Optional.empty()
                : Optional.of(new Interval(from, to));
    }

    private static @Nullable End converted(@Nullable End end, Function<BigDecimal, Optional<BigDecimal>> conversion) {
        return end == null
                ? null
                : conversion
                        .apply(end.value)
                        .map(value -> new End(value, end.included))
                        .orElse(null);
    }
}

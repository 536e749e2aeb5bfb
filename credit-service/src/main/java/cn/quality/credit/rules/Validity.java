package cn.quality.credit.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From a day (inclusive) to a day (exclusive: the first day it is no longer so); an open end has no limit. */
record Validity(@Nullable LocalDate from, @Nullable LocalDate to) {

    boolean includes(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }

    boolean isOrdered() {
        return from == null || to == null || from.isBefore(to);
    }
}

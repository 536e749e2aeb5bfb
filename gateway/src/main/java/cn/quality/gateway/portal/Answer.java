package cn.quality.gateway.portal;

import cn.quality.gateway.portal.ServiceResponses.Refusal;
import org.jspecify.annotations.Nullable;

/** What came of asking a service. */
sealed interface Answer<T> {

    /** It answered. */
    record Found<T>(T value) implements Answer<T> {}

    /** It refused, with a reason a person can read. */
    record Refused<T>(int status, Refusal refusal) implements Answer<T> {}

    /** It did not answer, or not sensibly. */
    record Unavailable<T>() implements Answer<T> {}

    /** The value, for places that show a gap where it is missing. */
    default @Nullable T orNull() {
        return this instanceof Found<T>(var value) ? value : null;
    }
}

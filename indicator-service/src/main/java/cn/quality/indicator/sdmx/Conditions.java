package cn.quality.indicator.sdmx;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of RFC 9110 §13.1: whether the client has the answer already.
 *
 * @param changed when what is told was last changed
 */
record Conditions(Instant changed) {

    /** Two digits for the day, which the formatter of the JDK does not write. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** Empty as long as another change may still come in the same second, which the date would not show. */
    Optional<String> lastModified(Instant now) {
        return now.getEpochSecond() > changed.getEpochSecond() ? Optional.of(DATE.format(changed)) : Optional.empty();
    }

    /** @return whether the answer is "not modified"; a tag that was sent is what counts */
    boolean hold(String tag, @Nullable String ifNoneMatch, @Nullable String ifModifiedSince) {
        if (ifNoneMatch != null) {
            return Arrays.stream(ifNoneMatch.split(",", -1))
                    .map(one -> one.strip().replaceFirst("^W/", ""))
                    .anyMatch(one -> one.equals("*") || one.equals(tag));
        }
        if (ifModifiedSince == null) {
            return false;
        }
        try {
            return changed.getEpochSecond()
                    <= ZonedDateTime.parse(ifModifiedSince, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toEpochSecond();
        } catch (DateTimeException e) {
            return false; // a date that is none is no condition
        }
    }
}

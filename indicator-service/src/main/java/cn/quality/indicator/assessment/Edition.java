package cn.quality.indicator.assessment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A result as it was published.
 *
 * @param number 1 for the first, one more for each correction
 * @param digest SHA-256 of its bundle
 * @param reason why it corrects the one before
 */
record Edition(
        int number,
        String digest,
        Results results,
        @Nullable String reason,
        String publishedBy,
        Instant publishedAt) {

    /** @param changed areas whose grade or score the edition before had otherwise */
    record Results(List<ResultView> areas, List<ChangeView> changed) {}
}

package cn.quality.indicator.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A published assessment as anybody may read it.
 *
 * @param edition of the result shown
 * @param digest SHA-256 of its bundle
 * @param areas in the order of the cycle
 * @param editions every one that was published; each stays as it was, with its bundle
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AssessmentView(
        UUID id,
        @Schema(examples = "government-quality-2013") String scheme,
        @Schema(examples = "1") long schemeVersion,
        @Schema(examples = "2025") int year,
        LocalDate yearBegins,
        LocalDate yearEnds,
        @Schema(examples = "1") int edition,
        String digest,
        Instant publishedAt,
        List<ResultView> areas,
        List<EditionView> editions) {

    /**
     * A result as it was published.
     *
     * @param reason why it corrects the one before; absent in the first
     * @param changed areas whose grade or score it changed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EditionView(
            @Schema(examples = "1") int number,
            String digest,
            Instant publishedAt,
            @Nullable String reason,
            List<ChangeView> changed) {

        static EditionView of(Edition edition) {
            return new EditionView(
                    edition.number(),
                    edition.digest(),
                    edition.publishedAt(),
                    edition.reason(),
                    edition.results().changed());
        }
    }
}

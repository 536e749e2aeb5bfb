package cn.quality.credit.screening;

import cn.quality.credit.matching.Band;
import cn.quality.credit.matching.Similarity;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was found for a row of a file, shorter than a {@link ScreeningAnswer.Result}, because there may be a million of
 * them.
 *
 * @param line of the file, counted from 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ScreeningJobResult", description = "核查结果的一行 (a row of the result)")
record JobResult(
        @Schema(examples = "2") long line,
        @Schema(examples = "V-0001") @Nullable String ref,
        Band band,
        List<Candidate> candidates,
        @Nullable List<ScreeningAnswer.Defect> invalid,
        @Nullable List<ScreeningAnswer.Note> notes) {

    /** @param listed entries that stand; only in what is returned, never in what is stored, and only for a confirmed one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ScreeningJobCandidate")
    record Candidate(
            @Schema(examples = "91371199MA3RH00187") String uscc,
            @Schema(examples = "日照示例海洋食品有限公司") String name,
            @Schema(examples = "1.0000") BigDecimal score,
            Band band,
            ScreeningAnswer.Certainty certainty,
            List<Reason> reasons,
            @Nullable List<ScreeningAnswer.Entry> listed) {

        private static Candidate of(MatchResult.Candidate found) {
            return new Candidate(
                    found.uscc(),
                    found.name(),
                    found.similarity().score(),
                    found.similarity().band(),
                    found.certainty(),
                    found.similarity().reasons().stream().map(Reason::of).toList(),
                    null);
        }

        private boolean isConfirmed() {
            return certainty == ScreeningAnswer.Certainty.CONFIRMED;
        }

        private Candidate with(ScreeningRepository.Entries entries) {
            return isConfirmed() ? new Candidate(uscc, name, score, band, certainty, reasons, entries.of(uscc)) : this;
        }
    }

    /** A reason by its code; the texts are those of {@code POST /screenings}. */
    @Schema(name = "ScreeningJobReason")
    record Reason(
            @Schema(examples = "core-and-region-equal") String code,
            @Schema(examples = "0.9500") BigDecimal points) {

        private static Reason of(Similarity.Reason reason) {
            return new Reason(reason.code(), reason.points());
        }
    }

    static JobResult of(SubjectRow row, MatchResult finding) {
        return new JobResult(
                row.line(),
                row.subject() == null ? null : row.subject().ref(),
                finding.band(),
                finding.candidates().stream().map(Candidate::of).toList(),
                finding.invalid().isEmpty() ? null : finding.invalid(),
                finding.notes().isEmpty() ? null : finding.notes());
    }

    static JobResult unusable(SubjectRow row) {
        return new JobResult(row.line(), row.ref(), Band.INVALID, List.of(), row.invalid(), null);
    }

    /** Codes of those whose entries may be returned. */
    static Set<String> confirmed(List<JobResult> results) {
        return results.stream()
                .flatMap(JobResult::confirmed)
                .map(Candidate::uscc)
                .collect(Collectors.toSet());
    }

    private Stream<Candidate> confirmed() {
        return candidates.stream().filter(Candidate::isConfirmed);
    }

    JobResult with(ScreeningRepository.Entries entries) {
        return new JobResult(
                line,
                ref,
                band,
                candidates.stream().map(candidate -> candidate.with(entries)).toList(),
                invalid,
                notes);
    }
}

package cn.quality.credit.screening;

import cn.quality.credit.enterprise.IrregularCode;
import cn.quality.credit.listing.ListKind;
import cn.quality.credit.matching.Band;
import cn.quality.credit.matching.Similarity;
import cn.quality.platform.problem.Text;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * @param id of the receipt
 * @param listVersion version of the published lists all entries are of
 * @param asOf moment the answer is true for
 * @param results one for each subject, in the order of the request
 */
@Schema(description = "批量核查结果 (answer to a screening)")
record ScreeningAnswer(
        @Schema(description = "回执编号 (id of the receipt)") UUID id,
        @Schema(examples = "12") long listVersion,
        Instant asOf,
        List<Result> results) {

    /**
     * @param band that of the best candidate; INVALID when there was nothing to look for
     * @param candidates best first, five at most; nobody below review but who bears the name under another code
     * @param invalid why the code or the name could not be used; the rest of the subject was used all the same
     * @param notes what the asker should know of how the subject was read
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ScreeningResult")
    record Result(
            @Schema(examples = "V-0001") @Nullable String ref,
            Band band,
            List<Candidate> candidates,
            @Nullable List<Defect> invalid,
            @Nullable List<Note> notes) {

        static Result of(@Nullable String ref, MatchResult finding, ScreeningRepository.Entries entries) {
            return new Result(
                    ref,
                    finding.band(),
                    finding.candidates().stream()
                            .map(candidate -> Candidate.of(candidate, entries))
                            .toList(),
                    finding.invalid().isEmpty() ? null : finding.invalid(),
                    finding.notes().isEmpty() ? null : finding.notes());
        }
    }

    /** Something that is no defect and yet should be known. */
    @Schema(name = "ScreeningNote")
    record Note(@Schema(examples = "code-not-on-file") String code, Text text) {

        /** The code is one, and nobody is registered under it. */
        static final Note CODE_NOT_ON_FILE =
                new Note("code-not-on-file", new Text("该代码未登记", "The code is not on file"));

        /** Two valid codes are two enterprises; but the asker may have the code wrong. */
        static final Note NAME_UNDER_ANOTHER_CODE = new Note(
                "name-under-another-code",
                new Text("此名称已以另一代码登记，请核对代码", "This name is on file under another code; check the code"));

        static final Note IRREGULAR_CODE = new Note(IrregularCode.WARNING, IrregularCode.WARNING_TEXT);

        static final Note REGION_IGNORED = new Note(
                "region-ignored",
                new Text(
                        "未能识别所填区划，核查时未使用；请填写六位区划代码或行政区划名称",
                        "The region was not understood and has not been used; give its six-digit code or its name"));
    }

    /** @param field uscc or name */
    @Schema(name = "ScreeningDefect")
    record Defect(
            @Schema(examples = "uscc") String field,
            @Schema(examples = "check-character") String code,
            Text text) {}

    /** How sure it is that this is the one. */
    @Schema(name = "ScreeningCertainty")
    enum Certainty {
        /** By its code. */
        CONFIRMED,
        /** By its name, which others may bear too. */
        POSSIBLE
    }

    /**
     * @param reasons their points add up to the score
     * @param listed published entries in force; absent for a candidate that is only possible
     * @param note what a possible candidate is worth
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ScreeningCandidate")
    record Candidate(
            @Schema(examples = "91371199MA3RH00187") String uscc,
            @Schema(examples = "日照示例海洋食品有限公司") String name,
            @Schema(examples = "1.0000") BigDecimal score,
            Band band,
            Certainty certainty,
            List<Similarity.Reason> reasons,
            @Nullable List<Entry> listed,
            @Nullable Text note) {

        private static final Text CONFIRM =
                new Text("仅为可能：名称相符不等于同一企业，请以统一社会信用代码确认", "Possible only: confirm with the unified social credit code");

        static Candidate of(MatchResult.Candidate found, ScreeningRepository.Entries entries) {
            return new Candidate(
                    found.uscc(),
                    found.name(),
                    found.similarity().score(),
                    found.similarity().band(),
                    found.certainty(),
                    found.similarity().reasons(),
                    found.isConfirmed() ? entries.of(found.uscc()) : null,
                    found.isConfirmed() ? null : CONFIRM);
        }
    }

    /** A published entry, in short. */
    @Schema(name = "ScreeningEntry", description = "现行条目 (a published entry in force)")
    record Entry(
            UUID id,
            ListKind kind,
            String ground,
            @Schema(examples = "日照市市场监督管理局") String authority,
            @Schema(examples = "示例〔2026〕1号") String documentNumber,
            Instant publishedAt) {}
}

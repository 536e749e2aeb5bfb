package cn.quality.standards.exchange;

import static cn.quality.platform.tabular.CsvTable.column;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.tabular.CsvTable;
import cn.quality.standards.catalogue.StandardService;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of one line of an import.
 *
 * @param line counted from 1, as a spreadsheet shows it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ImportLine", description = "导入中一行的处理结果 (what became of one line)")
record ImportLine(
        @Schema(examples = "2", required = true) long line,

        @Schema(required = true) Outcome outcome,

        @Nullable UUID id,
        @Nullable List<Reason> problems) {

    /** What became of it. */
    @Schema(name = "ImportOutcome")
    enum Outcome {
        CREATED,
        CORRECTED,
        UNCHANGED,
        REJECTED
    }

    static final CsvTable<ImportLine> TABLE = new CsvTable<>(List.of(
            column("line", ImportLine::line),
            column("outcome", ImportLine::outcome),
            column("id", ImportLine::id),
            column("problems", ImportLine::written)));

    static ImportLine of(long line, StandardService.Outcome outcome) {
        var change =
                switch (outcome.change()) {
                    case CREATED -> Outcome.CREATED;
                    case CORRECTED -> Outcome.CORRECTED;
                    case UNCHANGED -> Outcome.UNCHANGED;
                };
        return new ImportLine(line, change, outcome.id(), null);
    }

    static ImportLine rejected(long line, Problem problem, Locale language) {
        var reasons = problem.violations().isEmpty()
                ? List.of(
                        new Reason(problem.type().code(), null, problem.detail().in(language)))
                : problem.violations().stream()
                        .map(violation -> new Reason(
                                violation.code(),
                                violation.field(),
                                violation.message().in(language)))
                        .toList();
        return new ImportLine(line, Outcome.REJECTED, null, reasons);
    }

    private String written() {
        return problems == null
                ? ""
                : problems.stream()
                        .map(reason -> (reason.field() == null ? "" : reason.field() + ": ") + reason.message())
                        .collect(Collectors.joining("; "));
    }

    /**
     * Why it was rejected.
     *
     * @param field path in the line, absent when the line as a whole is meant
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ImportReason")
    record Reason(
            @Schema(examples = "invalid-standard-number", required = true)
            String code,

            @Nullable String field,

            @Schema(required = true) String message) {}
}

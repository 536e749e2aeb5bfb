package cn.quality.credit.screening;

import static cn.quality.platform.tabular.CsvTable.column;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.tabular.CsvTable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The result of a job as CSV: one line for each candidate, one for a row that has none. */
final class ResultTable {

    private static final CsvTable<Line> TABLE = new CsvTable<>(List.of(
            column("line", line -> line.row().line()),
            column("ref", line -> line.row().ref()),
            column("band", line -> line.row().band()),
            ofCandidate("uscc", JobResult.Candidate::uscc),
            ofCandidate("name", JobResult.Candidate::name),
            ofCandidate("score", JobResult.Candidate::score),
            ofCandidate("candidate_band", JobResult.Candidate::band),
            ofCandidate("certainty", JobResult.Candidate::certainty),
            ofCandidate("reasons", ResultTable::reasons),
            ofCandidate("listed", ResultTable::entries),
            column("invalid", line -> defects(line.row())),
            column("notes", line -> notes(line.row()))));

    private ResultTable() {}

    private record Line(JobResult row, JobResult.@Nullable Candidate candidate) {}

    static void write(OutputStream out, Consumer<Consumer<JobResult>> results) throws IOException {
        TABLE.write(
                out,
                lines -> results.accept(row -> {
                    if (row.candidates().isEmpty()) {
                        lines.accept(new Line(row, null));
                    }
                    row.candidates().forEach(candidate -> lines.accept(new Line(row, candidate)));
                }));
    }

    private static CsvTable.Column<Line> ofCandidate(
            String header, Function<JobResult.Candidate, @Nullable Object> cell) {
        return column(header, line -> line.candidate() == null ? null : cell.apply(line.candidate()));
    }

    private static String reasons(JobResult.Candidate candidate) {
        return candidate.reasons().stream()
                .map(reason -> reason.code() + " " + reason.points())
                .collect(Collectors.joining("; "));
    }

    /** Empty for one that is only possible: of that one nothing is returned. */
    private static @Nullable String entries(JobResult.Candidate candidate) {
        return candidate.listed() == null
                ? null
                : candidate.listed().stream()
                        .map(entry -> "%s %s %s %s %s"
                                .formatted(
                                        entry.kind(),
                                        entry.ground(),
                                        entry.authority(),
                                        entry.documentNumber(),
                                        LegalDates.on(entry.publishedAt())))
                        .collect(Collectors.joining("; "));
    }

    private static @Nullable String defects(JobResult row) {
        return row.invalid() == null
                ? null
                : row.invalid().stream()
                        .map(defect -> defect.field() + " " + defect.code() + " "
                                + defect.text().zh())
                        .collect(Collectors.joining("; "));
    }

    private static @Nullable String notes(JobResult row) {
        return row.notes() == null
                ? null
                : row.notes().stream()
                        .map(note -> note.code() + " " + note.text().zh())
                        .collect(Collectors.joining("; "));
    }
}

package cn.quality.credit.screening;

import cn.quality.credit.batch.Lines;
import cn.quality.credit.screening.ScreeningRequest.Subject;
import cn.quality.platform.http.StrictJson;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.tabular.CsvRows;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of a file of subjects, one at a time. A row that is wrong is named by its line, and the others go on. */
interface SubjectFile {

    /** The next row; none at the end. */
    Optional<SubjectRow> next() throws IOException;

    /** Lines of JSON objects with the fields of a subject. */
    static SubjectFile ndjson(InputStream body, StrictJson json) {
        var lines = new Lines(body, LONGEST_LINE);
        var reader = json.readerFor(Subject.class);
        return () -> {
            var next = lines.next();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            var line = next.get();
            if (line.tooLong()) {
                return Optional.of(broken(
                        line.number(),
                        ProblemTypes.PAYLOAD_TOO_LARGE,
                        Text.of("一行不得超过 %d 字节", "A line may have %d bytes at most", LONGEST_LINE)));
            }
            try {
                Subject subject = reader.readValue(line.bytes());
                if (subject != null) {
                    return Optional.of(SubjectRow.of(line.number(), subject));
                }
            } catch (JsonProcessingException e) {
                var refusal = StrictJson.refusal(e);
                if (refusal.isPresent()) {
                    return Optional.of(broken(line.number(), refusal.get()));
                }
                // Answered below: a line that says null is no better.
            }
            return Optional.of(broken(
                    line.number(),
                    ProblemTypes.MALFORMED_JSON,
                    new Text("该行不是可读取的 JSON 对象", "The line is not a readable JSON object")));
        };
    }

    /**
     * CSV with the columns of a subject, in any order.
     *
     * @throws Problem 400 {@code csv-header}
     */
    static SubjectFile csv(InputStream body) {
        var rows = CsvRows.open(body, COLUMNS, Set.of());
        if (!rows.columns().isEmpty()
                && !rows.columns().contains("uscc")
                && !rows.columns().contains("name")) {
            throw new Problem(CsvRows.HEADER, new Text("表头须有 uscc 或 name 列", "There must be a column uscc or name"))
                    .with("uscc", "missing-column", new Text("缺少此列", "The column is missing"));
        }
        return () -> rows.next()
                .map(row -> row.defect()
                        .map(defect -> broken(row.line(), defect))
                        .orElseGet(() -> SubjectRow.of(row.line(), subject(row.cells()))));
    }

    int LONGEST_LINE = 8_192;

    Set<String> COLUMNS = Set.of("ref", "uscc", "name", "region");

    private static Subject subject(Map<String, String> cells) {
        return new Subject(cells.get("ref"), cells.get("uscc"), cells.get("name"), cells.get("region"));
    }

    /** An argument that is wrong is named; otherwise it is the row. */
    private static SubjectRow broken(long line, Problem problem) {
        return problem.type().equals(ProblemTypes.INVALID_ARGUMENT)
                ? SubjectRow.broken(
                        line,
                        null,
                        problem.violations().stream()
                                .map(v -> new ScreeningAnswer.Defect(v.field(), v.code(), v.message()))
                                .toList())
                : broken(line, problem.type(), problem.detail());
    }

    private static SubjectRow broken(long line, ProblemType type, Text text) {
        return SubjectRow.broken(line, null, List.of(new ScreeningAnswer.Defect("row", type.code(), text)));
    }
}

package cn.quality.credit.screening;

import cn.quality.credit.screening.ScreeningRequest.Subject;
import cn.quality.platform.http.StrictJson;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.tabular.Lines;
import cn.quality.platform.tabular.TableColumn;
import cn.quality.platform.tabular.TableColumn.Kind;
import cn.quality.platform.tabular.TableRows;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** The rows of a file of subjects, one at a time. A row that is wrong is named by its line, and the others go on. */
interface SubjectFile extends Closeable {

    /** The next row; none at the end. */
    Optional<SubjectRow> next() throws IOException;

    /** Rows of a table that were skipped so far because they say nothing. */
    default long skipped() {
        return 0;
    }

    @Override
    default void close() throws IOException {}

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
     * A table with the columns of a subject, in any order.
     *
     * @throws Problem 400 {@code csv-header}, {@code xlsx-header} or why the file is none of its format
     */
    static SubjectFile table(TableRows.Format format, InputStream body) throws IOException {
        var rows = TableRows.open(format, body, COLUMNS);
        if (!rows.columns().isEmpty()
                && !rows.columns().contains("uscc")
                && !rows.columns().contains("name")) {
            rows.close();
            throw new Problem(
                            format.header(),
                            new Text(
                                    "表头须有 uscc（统一社会信用代码）或 name（企业名称）列",
                                    "There must be a column uscc (统一社会信用代码) or name (企业名称)"))
                    .with("uscc", "missing-column", new Text("缺少此列", "The column is missing"));
        }
        return new SubjectFile() {
            @Override
            public Optional<SubjectRow> next() {
                return rows.next()
                        .map(row -> row.defect()
                                .map(defect -> broken(row.line(), defect))
                                .orElseGet(() -> read(row)));
            }

            @Override
            public long skipped() {
                return rows.skipped();
            }

            @Override
            public void close() throws IOException {
                rows.close();
            }
        };
    }

    int LONGEST_LINE = 8_192;

    List<TableColumn> COLUMNS = List.of(
            TableColumn.of("ref", "编号", Kind.TEXT).also("自编号", "序号"),
            TableColumn.of("uscc", "统一社会信用代码", Kind.TEXT),
            TableColumn.of("name", "企业名称", Kind.TEXT).also("名称"),
            TableColumn.of("region", "区划代码", Kind.TEXT));

    private static SubjectRow read(TableRows.Row row) {
        var texts = new HashMap<String, String>();
        var defects = new ArrayList<ScreeningAnswer.Defect>();
        for (var column : COLUMNS) {
            var cell = row.cells().get(column.name());
            if (cell != null) {
                cell.asText()
                        .ifPresentOrElse(
                                text -> texts.put(column.name(), text),
                                () -> defects.add(
                                        new ScreeningAnswer.Defect(column.name(), "unsuitable", column.accepted())));
            }
        }
        return defects.isEmpty()
                ? SubjectRow.of(
                        row.line(),
                        new Subject(texts.get("ref"), texts.get("uscc"), texts.get("name"), texts.get("region")))
                : SubjectRow.broken(row.line(), texts.get("ref"), defects);
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

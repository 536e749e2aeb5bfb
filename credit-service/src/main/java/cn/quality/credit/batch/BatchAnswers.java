package cn.quality.credit.batch;

import static cn.quality.platform.tabular.CsvTable.column;

import cn.quality.platform.problem.Text;
import cn.quality.platform.tabular.CsvTable;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form in which a batch is answered. Answers are stored as lines of JSON, and written as the client accepts them. */
interface BatchAnswers {

    MediaType CSV = MediaType.valueOf(CsvTable.MEDIA_TYPE).withCharset("UTF-8");

    MediaType mediaType();

    default void begin(OutputStream out) throws IOException {}

    /** @param lines answers as JSON, one a line */
    void write(String lines, OutputStream out) throws IOException;

    /** @param skipped rows of a table that were skipped because they say nothing */
    default void end(OutputStream out, long skipped) throws IOException {}

    /** CSV for clients that prefer it, NDJSON for everybody else. */
    static BatchAnswers as(List<MediaType> accepted, ObjectMapper json) {
        boolean csv = accepted.stream()
                .filter(type -> type.isCompatible(CSV) || type.isCompatible(MediaType.valueOf(BatchImport.NDJSON)))
                .findFirst()
                .filter(type -> !type.isWildcardType() && !type.isWildcardSubtype() && type.isCompatible(CSV))
                .isPresent();
        return csv ? new AsCsv(json) : new AsNdjson();
    }

    /** As stored. */
    record AsNdjson() implements BatchAnswers {

        @Override
        public MediaType mediaType() {
            return MediaType.valueOf(BatchImport.NDJSON);
        }

        @Override
        public void write(String lines, OutputStream out) throws IOException {
            out.write(lines.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * A table beside the one that was sent: each answer with the number its row has in the spreadsheet, one line for each
     * reason of a refusal.
     */
    record AsCsv(ObjectMapper json) implements BatchAnswers {

        private static final CsvTable<Row> TABLE = new CsvTable<>(List.of(
                column("line", Row::line),
                column("outcome", Row::outcome),
                column("id", Row::id),
                column("code", row -> row.reason.code()),
                column("field", row -> row.reason.field()),
                column("message", row -> row.reason.message())));

        private static final BatchLine.Reason NONE = new BatchLine.Reason("", null, "");

        private record Row(
                @Nullable Long line,
                String outcome,
                @Nullable UUID id,
                BatchLine.Reason reason) {

            static Stream<Row> of(BatchLine answer) {
                var reasons = answer.problems();
                return (reasons == null || reasons.isEmpty() ? Stream.of(NONE) : reasons.stream())
                        .map(reason -> new Row(answer.line(), answer.outcome().name(), answer.id(), reason));
            }

            static Row skipped(long rows) {
                var reason = Text.of(
                        "空白行或模板示例行共 %d 行，未处理 (%1$d rows that are empty, or the example of a template)", "%d", rows);
                return new Row(null, "SKIPPED", null, new BatchLine.Reason("", null, reason.zh()));
            }
        }

        @Override
        public MediaType mediaType() {
            return CSV;
        }

        @Override
        public void begin(OutputStream out) throws IOException {
            TABLE.write(out, rows -> {});
        }

        @Override
        public void write(String lines, OutputStream out) throws IOException {
            TABLE.append(
                    out, rows -> lines.lines().map(this::read).flatMap(Row::of).forEach(rows));
        }

        private BatchLine read(String line) {
            try {
                return json.readValue(line, BatchLine.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** A last line tells how many rows were skipped, so that the lines can be reconciled with the sheet. */
        @Override
        public void end(OutputStream out, long skipped) throws IOException {
            if (skipped > 0) {
                TABLE.append(out, rows -> rows.accept(Row.skipped(skipped)));
            }
        }
    }
}

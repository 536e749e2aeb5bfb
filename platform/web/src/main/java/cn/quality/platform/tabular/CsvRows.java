package cn.quality.platform.tabular;

import cn.quality.platform.http.ForbiddenCharacters;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of a CSV file (UTF-8, RFC 4180) whose first line names its columns. Rows are read one at a time; cells are
 * stripped, and an empty cell is no cell.
 */
public final class CsvRows implements AutoCloseable {

    /** Characters of one cell. */
    public static final int LONGEST_CELL = 16_384;

    /** Characters of one row: what the reader holds at most, quoted line breaks included. */
    private static final int LONGEST_ROW = 262_144;

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    public static final ProblemType HEADER =
            new ProblemType(400, "csv-header", new Text("CSV 表头不符合要求", "Unsuitable CSV header"));
    static final ProblemType MALFORMED = new ProblemType(400, "malformed-csv", new Text("CSV 格式有误", "Malformed CSV"));

    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private final List<String> columns;

    private CsvRows(CsvReader<CsvRecord> reader, Set<String> known, Set<String> required) {
        this.reader = reader;
        this.records = reader.iterator();
        this.columns = header(known, required);
    }

    /**
     * @param line of the file where the row begins, counted from 1
     * @param cells by column
     * @param defect why this row is to be refused; the rows after it can be read all the same
     */
    public record Row(long line, Map<String, String> cells, Optional<Problem> defect) {}

    /**
     * Reads the header.
     *
     * @param known all columns there may be
     * @throws Problem 400 {@code csv-header}, naming the column that is unknown, missing or doubled
     */
    public static CsvRows open(InputStream in, Set<String> known, Set<String> required) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var text = withoutMark(new BufferedReader(new InputStreamReader(in, decoder)));
        return new CsvRows(
                CsvReader.builder()
                        .maxBufferSize(LONGEST_ROW)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofCsvRecord(text),
                known,
                required);
    }

    /** In the order of the file; none when there is nothing in it. */
    public List<String> columns() {
        return columns;
    }

    /**
     * The next row; none at the end.
     *
     * @throws Problem after which nothing can be read any more: 413 {@code payload-too-large} for a cell without end, 400
     *     {@code malformed-csv} for what is not UTF-8
     */
    public Optional<Row> next() {
        return read().map(this::row);
    }

    private Optional<CsvRecord> read() {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (CsvParseException | UncheckedIOException e) {
            throw problem(e);
        }
    }

    private List<String> header(Set<String> known, Set<String> required) {
        var names = read().map(CsvRecord::getFields).orElse(List.of()).stream()
                .map(String::strip)
                .toList();
        var problem = new Problem(HEADER, Text.of("第一行应为表头，可用的列：%s", "The first line names the columns, of %s", known));
        var seen = new LinkedHashSet<String>();
        for (var name : names) {
            if (!known.contains(name)) {
                problem.with(name, "unknown-column", new Text("没有这一列", "There is no such column"));
            } else if (!seen.add(name)) {
                problem.with(name, "doubled-column", new Text("列重复", "The column comes twice"));
            }
        }
        required.stream()
                .filter(name -> !seen.contains(name))
                .forEach(name -> problem.with(name, "missing-column", new Text("缺少此列", "The column is missing")));
        if (!problem.violations().isEmpty()) {
            throw problem;
        }
        return names;
    }

    private Row row(CsvRecord record) {
        long line = record.getStartingLineNumber();
        if (record.getFieldCount() > columns.size()) {
            return broken(
                    line,
                    new Problem(
                            MALFORMED,
                            Text.of(
                                    "有%d格，表头只有%d列",
                                    "%d cells under %d columns", record.getFieldCount(), columns.size())));
        }
        var cells = new HashMap<String, String>();
        for (int i = 0; i < record.getFieldCount(); i++) {
            var written = record.getField(i);
            var forbidden = ForbiddenCharacters.inLines(columns.get(i), written);
            if (forbidden.isPresent()) {
                return broken(line, ForbiddenCharacters.problem(forbidden.get()));
            }
            var cell = written.strip();
            if (cell.length() > LONGEST_CELL) {
                return broken(line, tooLarge(columns.get(i)));
            }
            if (!cell.isEmpty()) {
                cells.put(columns.get(i), cell);
            }
        }
        return new Row(line, cells, Optional.empty());
    }

    private static Row broken(long line, Problem defect) {
        return new Row(line, Map.of(), Optional.of(defect));
    }

    private static Problem tooLarge(String column) {
        return new Problem(
                        ProblemTypes.PAYLOAD_TOO_LARGE,
                        Text.of("一格不得超过%d个字符", "A cell may have %d characters at most", LONGEST_CELL))
                .with(column, "too-long", Text.of("不得超过%d个字符", "%d characters at most", LONGEST_CELL));
    }

    private static Problem problem(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return new Problem(
                        MALFORMED, new Text("文件不是 UTF-8 编码，请另存为 UTF-8", "The file is not UTF-8; save it as UTF-8"));
            }
            // The library has no type of its own for this.
            if (String.valueOf(cause.getMessage()).contains("maximum buffer size")) {
                return new Problem(
                        ProblemTypes.PAYLOAD_TOO_LARGE,
                        Text.of("一格不得超过%d个字符", "A cell may have %d characters at most", LONGEST_CELL));
            }
        }
        return new Problem(MALFORMED, Text.of("无法读取：%s", "Cannot be read: %s", String.valueOf(e.getMessage())));
    }

    private static Reader withoutMark(Reader text) {
        try {
            var pushback = new PushbackReader(text, 1);
            int first = pushback.read();
            if (first >= 0 && first != BYTE_ORDER_MARK) {
                pushback.unread(first);
            }
            return pushback;
        } catch (CharacterCodingException e) {
            throw problem(new UncheckedIOException(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
        reader.close();
    }
}

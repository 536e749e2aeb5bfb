package cn.quality.platform.tabular;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How rows of a kind are written as CSV: UTF-8 with a byte-order mark, as spreadsheets in China expect it, RFC 4180
 * quoting, one header line.
 *
 * @param columns in the order of the file
 */
public record CsvTable<T>(List<Column<T>> columns) {

    public static final String MEDIA_TYPE = "text/csv";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What makes a spreadsheet take a text for a formula, in either width. */
    private static final String FORMULA_BEGINS = "=+-@\t\r\n＝＋－＠";

    /** @param cell a number, a date, an enum or a text; nothing makes an empty cell */
    public record Column<T>(String header, Function<T, @Nullable Object> cell) {}

    public static <T> Column<T> column(String header, Function<T, @Nullable Object> cell) {
        return new Column<>(header, cell);
    }

    /**
     * Writes the header and then whatever the source hands over, as it comes. The stream stays open.
     *
     * @param source calls what it is given with each row
     */
    public void write(OutputStream out, Consumer<Consumer<? super T>> source) throws IOException {
        write(out, true, source);
    }

    /** Writes more rows of a table that was begun by {@link #write}. */
    public void append(OutputStream out, Consumer<Consumer<? super T>> source) throws IOException {
        write(out, false, source);
    }

    private void write(OutputStream out, boolean begins, Consumer<Consumer<? super T>> source) throws IOException {
        var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        if (begins) {
            text.write(BYTE_ORDER_MARK);
        }
        try (var csv = CsvWriter.builder().build(new StayOpen(text))) {
            if (begins) {
                csv.writeRecord(columns.stream().map(Column::header).toList());
            }
            source.accept(row -> csv.writeRecord(columns.stream()
                    .map(column -> written(column.cell().apply(row)))
                    .toList()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        text.flush();
    }

    /** A text that begins like a formula is led by an apostrophe, which a spreadsheet takes as "this is text". */
    public static String written(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        var text = cell instanceof BigDecimal figure ? figure.toPlainString() : cell.toString();
        boolean number = cell instanceof Number;
        return number || text.isEmpty() || FORMULA_BEGINS.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }

    /** The inverse of {@link #written}: what was led by an apostrophe only because of how it begins. */
    static String unquoted(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA_BEGINS.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }

    /** Flushed but not closed with the table: the answer goes on to belong to the caller that opened it. */
    private static final class StayOpen extends java.io.FilterWriter {

        StayOpen(BufferedWriter out) {
            super(out);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}

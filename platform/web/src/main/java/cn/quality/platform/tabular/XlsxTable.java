package cn.quality.platform.tabular;

import cn.quality.platform.tabular.TableColumn.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Tables as XLSX files: rows as they come, and templates for rows that people fill in. */
public final class XlsxTable {

    private static final String APPLICATION = "quality";
    private static final String VERSION = "1.0";
    private static final String DATE = "yyyy-mm-dd";
    private static final String HEADER_COLOUR = "DCE6F1";
    private static final String EXAMPLE_COLOUR = "808080";

    /** Rows between two flushes: what is held of a sheet. */
    private static final int FLUSHED = 500;

    /** Rows of a template with drop-down lists. */
    private static final int FILLED_IN = 5_000;

    private XlsxTable() {}

    /**
     * Writes the header and then whatever the source hands over, as it comes. The stream stays open.
     *
     * @param source calls what it is given with each row
     */
    public static <T> void write(
            OutputStream out, String sheet, CsvTable<T> table, Consumer<Consumer<? super T>> source)
            throws IOException {
        try (var book = new Workbook(new StayOpen(out), APPLICATION, VERSION)) {
            var rows = book.newWorksheet(sheet);
            var columns = table.columns();
            for (int c = 0; c < columns.size(); c++) {
                header(rows, c, columns.get(c).header());
            }
            var count = new int[] {0};
            source.accept(row -> {
                int r = ++count[0];
                for (int c = 0; c < columns.size(); c++) {
                    cell(rows, r, c, columns.get(c).cell().apply(row));
                }
                if (r % FLUSHED == 0) {
                    flush(rows);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void flush(Worksheet rows) {
        try {
            rows.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void header(Worksheet sheet, int column, String text) {
        sheet.inlineString(0, column, text);
        sheet.style(0, column).bold().fillColor(HEADER_COLOUR).wrapText(true).set();
        sheet.width(column, Math.clamp(text.length() * 2L + 4, 12, 40));
    }

    /** Texts go into the sheet itself: a table of all texts would be held to the end. */
    private static void cell(Worksheet sheet, int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case BigDecimal figure -> sheet.value(row, column, figure);
            case Number number -> sheet.value(row, column, number);
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format(DATE).set();
            }
            default -> sheet.inlineString(row, column, value.toString());
        }
    }

    /**
     * Writes a template: Chinese headers, formats and drop-down lists, a row that shows how it is filled in, and a sheet that
     * explains each column. The example is skipped when the file comes back, so that it does no harm where it is left in.
     *
     * @param examples by the name of the column; a column without one stays empty
     */
    public static void writeTemplate(
            OutputStream out, String title, List<TableColumn> columns, Map<String, String> examples)
            throws IOException {
        try (var book = new Workbook(new StayOpen(out), APPLICATION, VERSION)) {
            var data = book.newWorksheet("数据");
            var help = book.newWorksheet("填写说明");
            var lists = book.newWorksheet("取值");
            lists.setVisibilityState(VisibilityState.HIDDEN);
            explain(help, title);
            for (int c = 0; c < columns.size(); c++) {
                var column = columns.get(c);
                header(data, c, column.title() + (column.required() ? "*" : ""));
                data.style(c)
                        .format(column.kind() == Kind.DATE ? DATE : isFigure(column) ? "General" : "@")
                        .set();
                dropDown(data, lists, c, options(column));
                explain(help, c + 2, column);
                example(data, c, examples.getOrDefault(column.name(), ""));
            }
            data.freezePane(0, 1);
        }
    }

    private static boolean isFigure(TableColumn column) {
        return column.kind() == Kind.NUMBER || column.kind() == Kind.COUNT;
    }

    /** Of a list of choices any may be typed with semicolons between, so that one has no drop-down list. */
    private static List<String> options(TableColumn column) {
        return switch (column.kind()) {
            case FLAG -> List.of("是", "否");
            case CHOICE -> List.copyOf(column.choices().values());
            default -> List.of();
        };
    }

    private static void dropDown(Worksheet data, Worksheet lists, int column, List<String> options) {
        if (!options.isEmpty()) {
            for (int r = 0; r < options.size(); r++) {
                lists.inlineString(r, column, options.get(r));
            }
            data.range(1, column, FILLED_IN, column)
                    .validateWithList(lists.range(0, column, options.size() - 1, column))
                    .allowBlank(true);
        }
    }

    private static void example(Worksheet data, int column, String text) {
        data.inlineString(1, column, column == 0 ? TableHeader.EXAMPLE + text : text);
        data.style(1, column).italic().fontColor(EXAMPLE_COLOUR).format("@").set();
    }

    private static void explain(Worksheet help, String title) {
        help.inlineString(0, 0, title + "：在“数据”表中自第二行起填写，以“" + TableHeader.EXAMPLE + "”开头的示例行不会入库；标 * 的列必填");
        var headers = new ArrayList<>(List.of("列名", "字段", "必填", "填写要求"));
        for (int c = 0; c < headers.size(); c++) {
            help.inlineString(1, c, headers.get(c));
            help.style(1, c).bold().fillColor(HEADER_COLOUR).set();
        }
        help.width(0, 28);
        help.width(1, 28);
        help.width(3, 80);
    }

    private static void explain(Worksheet help, int row, TableColumn column) {
        help.inlineString(row, 0, column.title());
        help.inlineString(row, 1, column.name());
        help.inlineString(row, 2, column.required() ? "是" : "");
        help.inlineString(row, 3, column.accepted().zh());
    }

    /** Flushed but not closed with the table: the stream goes on to belong to the caller that opened it. */
    private static final class StayOpen extends java.io.FilterOutputStream {

        StayOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}

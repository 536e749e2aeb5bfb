package cn.quality.platform.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.tabular.TableColumn.Kind;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class XlsxTest {

    private static final List<TableColumn> COLUMNS = List.of(
            TableColumn.of("uscc", "统一社会信用代码", Kind.TEXT).mandatory(),
            TableColumn.of("day", "日期", Kind.DATE),
            TableColumn.of("amount", "金额", Kind.NUMBER));

    private static final String HEADER = row(1, text("A1", "统一社会信用代码"), text("B1", "日期"), text("C1", "金额"));

    private static final String STYLES =
            "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/>"
                    + "<numFmt numFmtId=\"165\" formatCode=\"[Red]0.00&quot;day&quot;\"/></numFmts>"
                    + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                    + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"10\"/>"
                    + "<xf numFmtId=\"165\"/><xf numFmtId=\"31\"/></cellXfs></styleSheet>";

    @Test
    void rowsKeepTheNumbersOfTheSheetAndWhatSaysNothingIsCounted() throws IOException {
        var file = XlsxFile.of(HEADER
                + row(2, text("A2", "例：91"), text("B2", "2026-03-02"))
                + row(3, "<c r=\"A3\" s=\"1\"/>")
                + row(7, text("A7", "甲"))
                + row(9)
                + row(10, text("A10", " ")));

        try (var rows = XlsxRows.open(file.open(), COLUMNS)) {
            assertThat(rows.columns()).containsExactly("uscc", "day", "amount");
            assertThat(rows.next().orElseThrow().line()).isEqualTo(7);
            assertThat(rows.next()).isEmpty();
            assertThat(rows.skipped()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // cell, what it says
        "'<c r=\"B2\" s=\"1\"><v>46083</v></c>',                    DATE 2026-03-02",
        "'<c r=\"B2\" s=\"2\"><v>46083.4375</v></c>',               DATE 2026-03-02",
        "'<c r=\"B2\" s=\"5\"><v>46083</v></c>',                    DATE 2026-03-02",
        "'<c r=\"B2\"><v>46083</v></c>',                            NUMBER 46083",
        "'<c r=\"B2\" s=\"4\"><v>46083</v></c>',                    NUMBER 46083",
        "'<c r=\"B2\" s=\"3\"><v>0.125</v></c>',                    PERCENT 12.5%",
        "'<c r=\"B2\"><v>0.10000000000000001</v></c>',              NUMBER 0.1",
        "'<c r=\"B2\"><v>9.1371199E+17</v></c>',                    NUMBER 913711990000000000",
        "'<c r=\"B2\" t=\"b\"><v>1</v></c>',                        FLAG true",
        "'<c r=\"B2\" t=\"str\"><f>A1&amp;\"x\"</f><v>甲x</v></c>', TEXT 甲x",
        "'<c r=\"B2\"><f>1+1</f><v>2</v></c>',                      NUMBER 2",
        "'<c r=\"B2\" t=\"s\"><v>1</v></c>',                        TEXT 富文本",
        "'<c r=\"B2\" t=\"inlineStr\"><is><r><t>内</t></r><r><t>联</t></r></is></c>', TEXT 内联",
        "'<c r=\"B2\" t=\"inlineStr\"><is><t>a_x000A_b_x005F_</t></is></c>', 'TEXT a\nb_'",
    })
    void aCellIsWhatTheSpreadsheetShows(String cell, String says) throws IOException {
        var file = XlsxFile.of(HEADER + row(2, text("A2", "甲"), cell))
                .part("xl/styles.xml", STYLES)
                .part(
                        "xl/sharedStrings.xml",
                        "<sst><si><t>零</t></si><si><r><t>富</t></r><r><t>文本</t></r><rPh><t>フ</t></rPh></si></sst>");

        try (var rows = XlsxRows.open(file.open(), COLUMNS)) {
            var day = cell(rows, "day");
            assertThat(day.form() + " " + day.text()).isEqualTo(says);
        }
    }

    /** 0.1 + 0.2, as a spreadsheet stores it: rounding must not leave twelve zeros that count as decimals. */
    @Test
    void aRoundedNumberHasTheDecimalsThatAreShown() throws IOException {
        var file = XlsxFile.of(HEADER + row(2, text("A2", "甲"), "<c r=\"C2\"><v>0.30000000000000004</v></c>"));

        try (var rows = XlsxRows.open(file.open(), COLUMNS)) {
            assertThat(cell(rows, "amount").asNumber().orElseThrow()).isEqualTo("0.3");
        }
    }

    @ParameterizedTest
    @CsvSource({"false, 1, 1900-01-01", "false, 59, 1900-02-28", "false, 61, 1900-03-01", "true, 44621, 2026-03-02"})
    void daysAreCountedFromTheYearTheWorkbookNames(boolean from1904, int serial, String day) throws IOException {
        var file = XlsxFile.of(HEADER + row(2, text("A2", "甲"), "<c r=\"B2\"><v>" + serial + "</v></c>"))
                .replaced("xl/workbook.xml", "<workbookPr/>", "<workbookPr date1904=\"" + (from1904 ? 1 : 0) + "\"/>");

        try (var rows = XlsxRows.open(file.open(), COLUMNS)) {
            assertThat(cell(rows, "day").asDate().orElseThrow()).hasToString(day);
        }
    }

    @Test
    void aMergedHeaderIsRefusedByItsRange() throws IOException {
        var file = XlsxFile.of(row(1, text("A1", "日照市行政处罚公示表")) + row(2, text("A2", "统一社会信用代码")))
                .replaced(
                        "xl/worksheets/sheet2.xml",
                        "</sheetData>",
                        "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A1:C1\"/></mergeCells>");

        refused(file, "malformed-xlsx", "A1:C1");
    }

    @Test
    void aRowWithMergedCellsIsRefusedAndTheOthersGoOn() throws IOException {
        var file = XlsxFile.of(HEADER + row(2, text("A2", "甲")) + row(3, text("A3", "乙")) + row(4, text("A4", "丙")))
                .replaced(
                        "xl/worksheets/sheet2.xml",
                        "</sheetData>",
                        "</sheetData><mergeCells><mergeCell ref=\"B2:B3\"/></mergeCells>");

        assertThat(defects(file)).containsExactly("2 merged-cells", "3 merged-cells", "4");
    }

    @Test
    void aCellWithoutAValueIsNamed() throws IOException {
        assertThat(defects(XlsxFile.of(HEADER
                        + row(2, text("A2", "甲"), "<c r=\"B2\" t=\"e\"><v>#REF!</v></c>")
                        + row(3, text("A3", "乙"), "<c r=\"B3\"><f>1+1</f></c>")
                        + row(4, text("A4", "丙"))
                        + row(5, text("A5", "a_x0000_b"))
                        + row(6, text("A6", "丁"), text("E6", "多")))))
                .containsExactly(
                        "2 cell-error", "3 formula-without-value", "4", "5 control-character", "6 malformed-xlsx");
    }

    @Test
    void anUnknownColumnIsNamed() throws IOException {
        refused(XlsxFile.of(row(1, text("A1", "统一社会信用代码"), text("C1", "颜色"))), "xlsx-header", "可用的列");
    }

    @Test
    void whatNoSpreadsheetWritesIsRefused() throws IOException {
        refused(XlsxFile.of(HEADER + row(2, "<c r=\"ZZZZZZ2\"><v>1</v></c>")), "malformed-xlsx", "列");
        refused(XlsxFile.of("<row r=\"1\">"), "malformed-xlsx", "损坏");
        refused(
                XlsxFile.of(HEADER)
                        .replaced(
                                "xl/worksheets/sheet2.xml",
                                "<worksheet>",
                                "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet>"),
                "malformed-xlsx",
                "XML");
        refused(XlsxFile.of("<a>".repeat(50)), "malformed-xlsx", "");
        refused(XlsxFile.of("<!-- " + "x".repeat(100) + " -->"), "malformed-xlsx", "XML");
        refused(XlsxFile.of("<row r=\"" + "1".repeat(1_000_000) + "\"/>"), "payload-too-large", "");
        refused(XlsxFile.of("<row></row>".repeat(2_000_000)), "payload-too-large", "倍");
        assertThatThrownBy(() -> XlsxRows.open(new ByteArrayInputStream(new byte[] {1, 2, 3}), COLUMNS))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.detail().zh()).contains("不是 XLSX 文件"));
    }

    static Stream<Arguments> bombs() {
        var large = "payload-too-large";
        return Stream.of(
                Arguments.of("one text", "xl/sharedStrings.xml", "<sst><si><t>" + "0".repeat(100 << 20), large),
                Arguments.of("texts", "xl/sharedStrings.xml", "<sst>" + text(50).repeat(200_000), large),
                Arguments.of("rows", "xl/worksheets/sheet2.xml", "<worksheet>" + "<row/>".repeat(8_000_000), large),
                Arguments.of(
                        "formats",
                        "xl/styles.xml",
                        "<styleSheet><cellXfs>" + "<xf/>".repeat(8_000_000),
                        "malformed-xlsx"));
    }

    private static String text(int length) {
        return "<si><t>" + "0".repeat(length) + "</t></si>";
    }

    /** All that is asked for on the way counts, and not only what is held at once. */
    @ParameterizedTest(name = "{0} without end")
    @MethodSource("bombs")
    void aBombIsRefusedWithinTheMemoryOfASmallFile(String what, String part, String content, String code)
            throws IOException {
        var bomb = XlsxFile.of(HEADER + row(2, "<c r=\"A2\" t=\"s\"><v>0</v></c>"))
                .part(part, content)
                .open();
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThatThrownBy(() -> read(bomb))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type().code()).isEqualTo(code));
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(64L << 20);
    }

    private static void read(InputStream file) throws IOException {
        try (var rows = XlsxRows.open(file, COLUMNS)) {
            while (rows.next().isPresent()) {}
        }
    }

    /** More texts than fit into what is read of them at once, asked for in any order. */
    @Test
    void sharedTextsAreFoundWhereverTheyLie() throws IOException {
        int texts = 20_000;
        var shared = IntStream.range(0, texts)
                .mapToObj(i -> "<si><t>文字" + i + "</t></si>")
                .collect(Collectors.joining("", "<sst>", "</sst>"));
        var rows = IntStream.range(0, 500)
                .mapToObj(i -> row(i + 2, "<c r=\"A" + (i + 2) + "\" t=\"s\"><v>" + i * 7919 % texts + "</v></c>"))
                .collect(Collectors.joining());

        try (var read = XlsxRows.open(
                XlsxFile.of(HEADER + rows).part("xl/sharedStrings.xml", shared).open(), COLUMNS)) {
            for (int i = 0; i < 500; i++) {
                assertThat(cell(read, "uscc").text()).isEqualTo("文字" + i * 7919 % texts);
            }
            assertThat(read.next()).isEmpty();
        }
    }

    /** The cell of the next row in this column. */
    private static Cell cell(TableRows rows, String column) {
        return Optional.ofNullable(rows.next().orElseThrow().cells().get(column))
                .orElseThrow();
    }

    private static void refused(XlsxFile file, String code, String named) {
        assertThatThrownBy(() -> read(file.open())).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type().code()).isEqualTo(code);
            assertThat(problem.detail().zh()).contains(named);
        });
    }

    private static List<String> defects(XlsxFile file) throws IOException {
        var found = new ArrayList<String>();
        try (var rows = XlsxRows.open(file.open(), COLUMNS)) {
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                found.add((row.get().line() + " "
                                + row.get().defect().map(XlsxTest::code).orElse(""))
                        .strip());
            }
        }
        return found;
    }

    private static String code(Problem problem) {
        return problem.violations().stream()
                .findFirst()
                .map(violation -> violation.code())
                .orElse(problem.type().code());
    }

    private static String row(int number, String... cells) {
        return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
    }

    private static String text(String reference, String text) {
        return "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }
}

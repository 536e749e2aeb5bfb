package cn.quality.platform.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.Violation;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private static final List<TableColumn> COLUMNS = List.of(
            TableColumn.of("uscc", "统一社会信用代码", TableColumn.Kind.TEXT).mandatory(),
            TableColumn.of("name", "企业名称", TableColumn.Kind.TEXT).mandatory().also("名称"));

    private record Firm(String name, int number) {}

    @Test
    void aTableIsWrittenWithAHeaderAndReadBack() throws IOException {
        var out = new ByteArrayOutputStream();
        new CsvTable<Firm>(List.of(CsvTable.column("name", Firm::name), CsvTable.column("number", Firm::number)))
                .write(
                        out,
                        rows -> List.of(new Firm("甲,乙", -1), new Firm("=cmd|'/c calc'!A1", 2))
                                .forEach(rows));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFname,number\r\n\"甲,乙\",-1\r\n'=cmd|'/c calc'!A1,2\r\n");
        var columns = List.of(
                TableColumn.of("name", "名称", TableColumn.Kind.TEXT),
                TableColumn.of("number", "数", TableColumn.Kind.NUMBER));
        try (var rows = CsvRows.open(new ByteArrayInputStream(out.toByteArray()), columns)) {
            assertThat(texts(rows.next())).isEqualTo(Map.of("name", "甲,乙", "number", "-1"));
            var second = rows.next();
            assertThat(second.orElseThrow().line()).isEqualTo(3);
            assertThat(texts(second)).containsEntry("name", "=cmd|'/c calc'!A1");
            assertThat(rows.next()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＠a"})
    void whatLooksLikeAFormulaIsWrittenAsText(String text) {
        assertThat(CsvTable.written(text)).isEqualTo("'" + text);
    }

    @Test
    void numbersAndOrdinaryTextsStay() {
        assertThat(CsvTable.written(-5)).isEqualTo("-5");
        assertThat(CsvTable.written("日照")).isEqualTo("日照");
        assertThat(CsvTable.written(null)).isEmpty();
    }

    @Test
    void aHeaderNamesWhatIsWrongWithIt() {
        assertThatThrownBy(() -> open("uscc,nmae,uscc\n"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.violations())
                                .extracting(violation -> violation.field() + " " + violation.code())
                                .containsExactlyInAnyOrder(
                                        "nmae unknown-column", "uscc doubled-column", "name missing-column"));
    }

    @Test
    void aBrokenRowDoesNotStopTheOthers() {
        var rows = open("uscc,name\na,b,c\n\n\"quoted\nover lines\",x\n" + "y".repeat(20_000) + ",z\n1,2\n");

        var tooMany = rows.next().orElseThrow();
        assertThat(tooMany.line()).isEqualTo(2);
        assertThat(tooMany.defect()).isPresent();
        assertThat(rows.next().orElseThrow().line()).isEqualTo(4);
        assertThat(rows.next().orElseThrow().defect().orElseThrow().type().status())
                .isEqualTo(413);
        assertThat(texts(rows.next())).containsEntry("uscc", "1");
        assertThat(rows.next()).isEmpty();
    }

    /** A cell with line breaks is one row of a sheet. */
    @Test
    void rowsHaveTheNumbersASpreadsheetShows() {
        var rows = open("uscc,name\n1,\"甲\n乙\"\n\n2,丙\r\n3,丁\n");

        assertThat(rows.next().orElseThrow().line()).isEqualTo(2);
        assertThat(rows.next().orElseThrow().line()).isEqualTo(4);
        assertThat(rows.next().orElseThrow().line()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000", "\u001f", "a\u007fb", "\u0085a"})
    void aCellWithAControlCharacterDoesNotStopTheOthers(String cell) {
        var rows = open("name,uscc\n" + cell + ",1\n\"two\nlines\",2\n");

        assertThat(rows.next().orElseThrow().defect().orElseThrow().violations())
                .extracting(Violation::field, Violation::code)
                .containsExactly(tuple("name", "control-character"));
        assertThat(texts(rows.next())).containsEntry("name", "two\nlines");
    }

    @Test
    void aCellWithoutEndIsCutOff() {
        var rows = open("uscc,name\n\"" + "x".repeat(1_000_000));

        assertThatThrownBy(rows::next)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type().status()).isEqualTo(413));
    }

    /** A lenient reader would take the rest of the file for one cell. */
    @Test
    void aQuoteThatIsNeverClosedIsNamedByItsLineAndNothingAfterItIsRead() {
        var rows = open("uscc,name\n1,甲\n\"2\n2\",乙\n3,\"丙\n4,丁\n5,戊\n");

        assertThat(texts(rows.next())).containsEntry("name", "甲");
        assertThat(texts(rows.next())).containsEntry("name", "乙");
        assertThatThrownBy(rows::next).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type().code()).isEqualTo("malformed-csv");
            assertThat(problem.detail().zh()).contains("第5行", "未闭合");
            assertThat(problem.detail().en()).contains("line 5");
        });
    }

    @Test
    void aQuoteThatIsClosedByTheNextQuotedCellIsNamedAsWell() {
        var rows = open("uscc,name\n1,甲\n2,\"乙\n3,丙\n4,\"丁\"\n5,戊\n");

        assertThat(texts(rows.next())).containsEntry("name", "甲");
        assertThatThrownBy(rows::next).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type().code()).isEqualTo("malformed-csv");
            assertThat(problem.detail().zh()).contains("第3行");
        });
    }

    @Test
    void aQuoteWithinACellIsWrittenTwice() {
        var rows = open("uscc,name\n1,\"5\"\" 管\"\n2,5\" 管\n3,丙\n");

        assertThat(texts(rows.next())).containsEntry("name", "5\" 管");
        assertThat(rows.next().orElseThrow().defect().orElseThrow().detail().zh())
                .contains("第2格");
        assertThat(texts(rows.next())).containsEntry("name", "丙");
    }

    /** What is written by the rules is read as it was. */
    @Property(tries = 300)
    void anyTableIsReadAsItWasWritten(@ForAll("tables") List<List<String>> table) throws IOException {
        var text = new StringWriter();
        try (var writer = CsvWriter.builder().build(text)) {
            table.forEach(writer::writeRecord);
        }
        var read = new ArrayList<List<String>>();
        var records = new CsvRecords(new StringReader(text.toString()));
        for (var record = records.next(); record.isPresent(); record = records.next()) {
            assertThat(record.get().defect()).isEmpty();
            read.add(record.get().cells());
        }
        assertThat(read).isEqualTo(table);
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        var cell = Arbitraries.strings()
                .withChars('a', '"', ',', '\n', '\r', ' ', '中')
                .ofMaxLength(6);
        return cell.list().ofSize(3).list().ofMaxSize(5);
    }

    @Test
    void rowsThatSayNothingAreSkippedAndCounted() {
        var rows = open("uscc,name,,\n,,,\n1,甲,,\n\n例：91,示例,,\n2,乙\n,,,,,,\n , ,\n");

        assertThat(rows.next().orElseThrow().line()).isEqualTo(3);
        assertThat(rows.next().orElseThrow().line()).isEqualTo(6);
        assertThat(rows.next()).isEmpty();
        assertThat(rows.skipped()).isEqualTo(4);
    }

    @Test
    void headersAreInChineseOrEnglish() {
        var rows = open(" 统一社会信用代码* ,名称\n1,甲\n");

        assertThat(rows.columns()).containsExactly("uscc", "name");
        assertThat(texts(rows.next())).isEqualTo(Map.of("uscc", "1", "name", "甲"));
        assertThatThrownBy(() -> open("统一社会信用代码,uscc,公司\n")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.violations())
                    .extracting(violation -> violation.field() + " " + violation.code())
                    .containsExactlyInAnyOrder("uscc doubled-column", "公司 unknown-column", "name missing-column");
            assertThat(problem.detail().zh()).contains("企业名称（name）");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "GBK"})
    void filesOfAChineseSpreadsheetAreRead(String charset) throws IOException {
        var table = "统一社会信用代码,名称\n1,联通\n2,日照示例海洋食品有限公司\n".getBytes(Charset.forName(charset));

        try (var rows = CsvRows.open(new ByteArrayInputStream(table), COLUMNS)) {
            assertThat(texts(rows.next())).containsEntry("name", "联通");
            assertThat(texts(rows.next())).containsEntry("name", "日照示例海洋食品有限公司");
        }
    }

    /** A rare character has four bytes in GB18030, of which GBK knows nothing. */
    @Test
    void aRareCharacterOfAPlaceOrPersonIsRead() throws IOException {
        var table = "uscc,name\n1,𬍛㙍\n".getBytes(Charset.forName("GB18030"));

        try (var rows = CsvRows.open(new ByteArrayInputStream(table), COLUMNS)) {
            assertThat(texts(rows.next())).containsEntry("name", "𬍛㙍");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "757363632c6e616d650a312cff31, 既不是 UTF-8 也不是 GB18030",
        "fffe75007300, UTF-16",
        "504b030414000600, XLSX",
        "d0cf11e0a1b11ae1, .xls",
    })
    void anotherEncodingIsNamed(String hex, String named) {
        assertThatThrownBy(() ->
                        CsvRows.open(new ByteArrayInputStream(HexFormat.of().parseHex(hex)), COLUMNS))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.type().code()).isEqualTo("malformed-csv");
                    assertThat(problem.detail().zh()).contains(named, "UTF-8");
                });
    }

    private static Map<String, String> texts(Optional<TableRows.Row> row) {
        assertThat(row.orElseThrow().defect()).isEmpty();
        return row.orElseThrow().cells().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, cell -> cell.getValue().text()));
    }

    private static TableRows open(String text) {
        try {
            return CsvRows.open(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), COLUMNS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package cn.quality.platform.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.Violation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private static final Set<String> COLUMNS = Set.of("uscc", "name");

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
        try (var rows =
                CsvRows.open(new ByteArrayInputStream(out.toByteArray()), Set.of("name", "number"), Set.of("name"))) {
            assertThat(rows.next().orElseThrow().cells())
                    .containsEntry("name", "甲,乙")
                    .containsEntry("number", "-1");
            assertThat(rows.next().orElseThrow().line()).isEqualTo(3);
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
        assertThat(rows.next().orElseThrow().cells()).containsEntry("uscc", "1");
        assertThat(rows.next()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000", "\u001f", "a\u007fb", "\u0085a"})
    void aCellWithAControlCharacterDoesNotStopTheOthers(String cell) {
        var rows = open("name,uscc\n" + cell + ",1\n\"two\nlines\",2\n");

        assertThat(rows.next().orElseThrow().defect().orElseThrow().violations())
                .extracting(Violation::field, Violation::code)
                .containsExactly(tuple("name", "control-character"));
        assertThat(rows.next().orElseThrow().cells()).containsEntry("name", "two\nlines");
    }

    @Test
    void aCellWithoutEndIsCutOff() {
        var rows = open("uscc,name\n\"" + "x".repeat(1_000_000));

        assertThatThrownBy(rows::next)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type().status()).isEqualTo(413));
    }

    @Test
    void anotherEncodingIsNamed() {
        var gbk = "uscc,name\na,日照\n".getBytes(Charset.forName("GBK"));

        assertThatThrownBy(() -> CsvRows.open(new ByteArrayInputStream(gbk), COLUMNS, COLUMNS)
                        .next())
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.detail().zh()).contains("UTF-8"));
    }

    private static CsvRows open(String text) {
        return CsvRows.open(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), COLUMNS, COLUMNS);
    }
}

package cn.quality.indicator.observation;

import static cn.quality.indicator.Api.administrator;
import static cn.quality.indicator.Api.as;
import static cn.quality.indicator.observation.Figures.given;
import static cn.quality.indicator.observation.Figures.givenCount;
import static cn.quality.indicator.observation.Workbook.HEADER;
import static cn.quality.indicator.observation.Workbook.figure;
import static cn.quality.indicator.observation.Workbook.number;
import static cn.quality.indicator.observation.Workbook.row;
import static cn.quality.indicator.observation.Workbook.text;
import static cn.quality.testing.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cn.quality.indicator.IndicatorTest;
import cn.quality.platform.sql.Jdbc;
import cn.quality.platform.tabular.TableRows;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of figures as nobody should send them: what is wrong is named by its cell, and nothing of the file is stored. */
@IndicatorTest
class ObservationFileTest {

    private static final String CODE = "T_FILE";
    private static final String GOOD = figure(2, CODE, number("D2", "93.4"));

    @Inject
    Jdbc sql;

    @BeforeEach
    void anIndicator() {
        given(CODE);
        givenCount("T_FILE_COUNT");
    }

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of(
                        "a formula that was never calculated",
                        Workbook.of(HEADER, GOOD, figure(3, CODE, "<c r=\"D3\"><f>E3/F3</f></c>")),
                        400,
                        "unreadable-lines",
                        "rows[3].D3"),
                Arguments.of(
                        "a formula that ended in an error",
                        Workbook.of(HEADER, GOOD, figure(3, CODE, "<c r=\"D3\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>")),
                        400,
                        "unreadable-lines",
                        "rows[3].D3"),
                Arguments.of(
                        "merged cells",
                        Workbook.of(HEADER, GOOD, figure(3, CODE, number("D3", "90")))
                                .merged("G2:G3"),
                        400,
                        "unreadable-lines",
                        "rows[2].G2:G3"),
                Arguments.of(
                        "a merged header", Workbook.of(HEADER, GOOD).merged("A1:C1"), 400, "malformed-xlsx", "A1:C1"),
                Arguments.of(
                        "NaN",
                        Workbook.of(HEADER, GOOD, figure(3, CODE, number("D3", "NaN"))),
                        400,
                        "unreadable-lines",
                        "rows[3].value"),
                Arguments.of(
                        "more digits than a spreadsheet has",
                        Workbook.of(HEADER, GOOD, figure(3, "T_FILE_COUNT", number("D3", "1234567890123456"))),
                        400,
                        "unreadable-lines",
                        "rows[3].value"),
                Arguments.of(
                        "a percentage of what is none",
                        Workbook.of(HEADER, GOOD, figure(3, "T_FILE_COUNT", "<c r=\"D3\" s=\"1\"><v>0.934</v></c>")),
                        422,
                        "unsuitable-observations",
                        "rows[3].unit"),
                Arguments.of(
                        "a percentage above 100",
                        Workbook.of(HEADER, GOOD, figure(3, CODE, "<c r=\"D3\" s=\"1\"><v>1.01</v></c>")),
                        422,
                        "unsuitable-observations",
                        "rows[3].value"),
                Arguments.of(
                        "a part above the whole",
                        Workbook.of(HEADER, GOOD, figure(3, CODE, number("E3", "51"), number("F3", "50"))),
                        422,
                        "unsuitable-observations",
                        "rows[3].numerator"),
                Arguments.of(
                        "a day in place of a period",
                        Workbook.of(HEADER, GOOD, day(3)),
                        400,
                        "unreadable-lines",
                        "rows[3].period"),
                Arguments.of(
                        "a day counted from 1904",
                        Workbook.of(HEADER, GOOD, day(3))
                                .replaced("xl/workbook.xml", "<workbookPr/>", "<workbookPr date1904=\"1\"/>"),
                        400,
                        "unreadable-lines",
                        "rows[3].period"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void whatIsWrongIsNamedByItsCell(String what, Workbook file, int status, String code, String field) {
        int before = stored();
        refused(send(file), status, code).body("violations.field", hasItem(field));
        assertThat(stored()).as(what).isEqualTo(before);
    }

    /** The first visible sheet is read; with another table on it, it says which columns it would take. */
    @Test
    void anotherTableOnTheSheet() {
        int before = stored();
        refused(send(Workbook.of(row(1, text("A1", "统一社会信用代码"), text("B1", "处罚决定")))), 400, "xlsx-header")
                .body("detail", containsString("指标代码"));
        refused(
                send(Workbook.of(HEADER, GOOD)
                        .replaced("xl/workbook.xml", "sheetId=\"1\"", "sheetId=\"1\" state=\"hidden\"")),
                400,
                "malformed-xlsx");
        refused(send("PK rubbish".getBytes(StandardCharsets.UTF_8)), 400, "malformed-xlsx");
        assertThat(stored()).isEqualTo(before);
    }

    /** A million rows that say nothing are passed over; a file of them alone is none. */
    @Test
    void emptyRowsSayNothing() {
        var empty = IntStream.rangeClosed(3, 1_000_002)
                .mapToObj(i -> "<row r=\"" + i + "\"/>")
                .collect(Collectors.joining());
        int before = stored();
        refused(send(Workbook.of(HEADER, row(2), row(3))), 400, "invalid-argument")
                .body("detail", containsString("没有数据"));
        assertThat(stored()).isEqualTo(before);
        given("T_FILE_EMPTY");
        send(Workbook.of(HEADER, figure(2, "T_FILE_EMPTY", number("D2", "93.4")), empty))
                .statusCode(200)
                .body("recorded", equalTo(1))
                .body("skipped", equalTo(1_000_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"})
    void aBombIsRefusedBeforeItGoesOff(String part) {
        int before = stored();
        refused(
                send(Workbook.of(HEADER, GOOD).part(part, "<sst><si><t>" + "0".repeat(30_000_000))),
                413,
                "payload-too-large");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void noEntityIsExpanded() {
        int before = stored();
        refused(send(Workbook.of(HEADER, GOOD).part("xl/sharedStrings.xml", """
                        <!DOCTYPE s [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>""")), 400, "malformed-xlsx");
        assertThat(stored()).isEqualTo(before);
    }

    /** What a spreadsheet shows is what is read: a percentage, fifteen digits, the result of a formula, a year as a number. */
    @Test
    void whatTheSpreadsheetShowsIsRead() {
        given("T_FILE_SHOWN");
        givenCount("T_FILE_DIGITS");
        send(Workbook.of(
                                HEADER,
                                figure(2, "T_FILE_SHOWN", "<c r=\"D2\" s=\"1\"><v>0.93400000000000005</v></c>"),
                                figure(3, "T_FILE_DIGITS", "<c r=\"D3\"><f>0.1+0.2</f><v>0.30000000000000004</v></c>"))
                        .replaced("xl/workbook.xml", "<workbookPr/>", "<workbookPr date1904=\"1\"/>"))
                .statusCode(200)
                .body("recorded", equalTo(2));
        recorded("T_FILE_SHOWN").body("items.value", contains(93.4f)).body("items.period", contains("2018"));
        recorded("T_FILE_DIGITS").body("items.value", contains(0.3f));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1e999999999", "\"93.4\"", "0x5D"})
    void whatIsNoNumberInJson(String value) {
        int before = stored();
        var line = """
                {"indicator": "T_FILE", "area": "990701", "period": "2018", "source": "测试", "value": %s}""".formatted(value);
        administrator()
                .body("{\"observations\": [" + line + "]}")
                .post("/observations")
                .then()
                .statusCode(400);
        refused(
                        administrator()
                                .contentType("application/x-ndjson")
                                .body(line.getBytes(StandardCharsets.UTF_8))
                                .post("/observations/batch")
                                .then(),
                        400,
                        "unreadable-lines")
                .body("violations[0].field", containsString("rows[1]"));
        assertThat(stored()).isEqualTo(before);
    }

    private static String day(int row) {
        return row(
                row,
                text("A" + row, CODE),
                text("B" + row, "990701"),
                "<c r=\"C" + row + "\" s=\"2\"><v>43101</v></c>",
                number("D" + row, "90"),
                text("G" + row, "测试"));
    }

    private static ValidatableResponse send(Workbook file) {
        return send(file.bytes());
    }

    private static ValidatableResponse send(byte[] file) {
        return administrator()
                .contentType(TableRows.XLSX)
                .body(file)
                .post("/observations/batch")
                .then();
    }

    private static ValidatableResponse recorded(String indicator) {
        return as("auditor")
                .get("/observations/recorded?indicator=" + indicator)
                .then();
    }

    private int stored() {
        return sql.first(
                        "select (select count(*) from observation) + (select count(*) from series)"
                                + " + (select count(*) from warning_check)",
                        found -> found.getInt(1))
                .orElseThrow();
    }
}

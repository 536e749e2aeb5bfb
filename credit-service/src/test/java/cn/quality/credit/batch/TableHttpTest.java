package cn.quality.credit.batch;

import static cn.quality.credit.Credit.BASE;
import static cn.quality.credit.Credit.anybody;
import static cn.quality.credit.Credit.as;
import static cn.quality.credit.Credit.department;
import static cn.quality.credit.Credit.next;
import static cn.quality.credit.Credit.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import cn.quality.platform.sql.Jdbc;
import cn.quality.platform.tabular.CsvTable;
import cn.quality.platform.tabular.TableRows;
import cn.quality.platform.tabular.XlsxTable;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Batches as data officers send them: tables out of Excel and WPS. */
@CreditTest
class TableHttpTest {

    private static final String HEADER = "统一社会信用代码,记录类别,标题,发生日期,公开方式,来源部门,来源编号,产品,结论,是否复检\n";

    @Inject
    Jdbc sql;

    private String uscc = "";

    @BeforeEach
    void enterprise() {
        Credit.storeReferenceData();
        uscc = registered();
    }

    @Test
    void aTableOutOfExcelIsTakenAsItIs() {
        var table = HEADER
                + row("监督抽查结果", "2026/3/2", "公开公示", "合格", "否") + ",,,\n"
                + ",,,,,,,,,\n"
                + row("SAMPLING_RESULT", "2026年3月2日", "PUBLIC", "不合格", "TRUE") + "\n"
                + ",,,,,,,,,,,,\n";

        for (var charset : List.of("UTF-8", "GB18030")) {
            var answers = send("text/csv", table.getBytes(Charset.forName(charset)))
                    .asString()
                    .lines()
                    .toList();
            assertThat(answers).hasSize(2);
            assertThat(answers.get(0)).contains("\"line\":2");
            assertThat(answers.get(1)).contains("\"line\":4");
            assertThat(answers).allMatch(line -> line.contains("ACCEPTED") || line.contains("DUPLICATE"));
        }
        assertThat(filed()).isEqualTo(2);
    }

    @Test
    void aRefusalSaysWhatIsAccepted() {
        var answers = send(
                        "text/csv",
                        (HEADER + row("罚单", "2026-3-2", "公开公示", "合格", "否") + "\n"
                                        + row("监督抽查结果", "46083", "公布", "很好", "有") + "\n")
                                .getBytes(StandardCharsets.UTF_8))
                .asString()
                .lines()
                .toList();

        assertThat(answers.get(0)).contains("\"field\":\"kind\"", "行政处罚（PENALTY）");
        assertThat(answers.get(1))
                .contains("2026年3月2日", "政务共享（GOVERNMENT）", "应为 合格、不合格 之一", "应为“是”或“否”")
                .doesNotContain("malformed-json");
    }

    /** A lenient reader would lose all rows behind the quote, with a success answer. */
    @Test
    void aQuoteThatIsNeverClosedLosesNoRowWithoutAWord() {
        var rows = IntStream.range(0, 20)
                .mapToObj(i -> row("监督抽查结果", "2026-03-02", "公开公示", "合格", i == 9 ? "\"否" : "否"))
                .toList();
        var table = (HEADER + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);

        send("text/csv", table)
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-csv"))
                .body("detail", org.hamcrest.Matchers.containsString("第11行"));
        assertThat(filed()).isZero();
    }

    @Test
    void aSpreadsheetIsTakenAndItsAnswersAreATableWithItsRowNumbers() throws IOException {
        var number = next();
        var table = xlsx(List.of(
                new Row(uscc, "监督抽查结果", LocalDate.of(2026, 3, 2), "X-" + number, "合格"),
                new Row("", "", null, "", ""),
                new Row(uscc, "监督抽查结果", LocalDate.of(2026, 3, 2), "Y-" + number, "很好"),
                new Row("例：" + uscc, "监督抽查结果", LocalDate.of(2026, 3, 2), "Z-" + number, "合格")));

        var answer = as(department())
                .accept("text/csv")
                .header("Idempotency-Key", "sheet-" + number)
                .contentType(TableRows.XLSX)
                .body(table)
                .post("records/batch");

        answer.then().statusCode(200).contentType("text/csv;charset=UTF-8");
        var lines = answer.asString().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).endsWith("line,outcome,id,code,field,message");
        assertThat(lines.get(1)).startsWith("2,ACCEPTED,");
        assertThat(lines.get(2)).startsWith("4,REJECTED,,").contains("details.result", "应为 合格、不合格 之一");
        assertThat(lines.get(3)).contains("SKIPPED", "共 2 行");
        as(department())
                .get(answer.header("Location").replaceFirst(".*" + BASE + "/", ""))
                .then()
                .body("accepted", equalTo(1))
                .body("rejected", equalTo(1))
                .body("skipped", equalTo(2));
    }

    @Test
    void aTemplateOfEachKindIsOffered() {
        anybody()
                .accept(TableRows.XLSX)
                .get("record-kinds/PENALTY/template")
                .then()
                .statusCode(200)
                .contentType(TableRows.XLSX)
                .header("Content-Disposition", equalTo("attachment; filename=\"record-penalty.xlsx\""));
        anybody()
                .accept(TableRows.XLSX)
                .get("record-kinds/NONE/template")
                .then()
                .statusCode(404);
    }

    @Test
    void aTemplateOfEnterprisesIsOffered() {
        anybody()
                .accept(TableRows.XLSX)
                .get("enterprises/template")
                .then()
                .statusCode(200)
                .contentType(TableRows.XLSX)
                .header("Content-Disposition", equalTo("attachment; filename=\"enterprises.xlsx\""));
    }

    @Test
    void whatIsNoSpreadsheetIsNamed() {
        send(TableRows.XLSX, HEADER.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-xlsx"));
        assertThat(filed()).isZero();
    }

    private record Row(String uscc, String kind, @Nullable LocalDate day, String number, String result) {}

    private static byte[] xlsx(List<Row> rows) throws IOException {
        var table = new CsvTable<Row>(List.of(
                CsvTable.column("统一社会信用代码*", Row::uscc),
                CsvTable.column("记录类别*", Row::kind),
                CsvTable.column("发生日期*", Row::day),
                CsvTable.column("来源编号*", Row::number),
                CsvTable.column("结论", Row::result),
                CsvTable.column("标题*", row -> row.number().isEmpty() ? "" : "示例抽查"),
                CsvTable.column("公开方式*", row -> row.number().isEmpty() ? "" : "公开公示"),
                CsvTable.column("来源部门*", row -> row.number().isEmpty() ? "" : Credit.DEPARTMENT),
                CsvTable.column("产品", row -> row.number().isEmpty() ? "" : "示例产品")));
        var out = new ByteArrayOutputStream();
        XlsxTable.write(out, "数据", table, sink -> rows.forEach(sink));
        return out.toByteArray();
    }

    private String row(String kind, String day, String disclosure, String result, String recheck) {
        return String.join(
                ",", uscc, kind, "示例抽查", day, disclosure, Credit.DEPARTMENT, "T-" + next(), "示例产品", result, recheck);
    }

    private static Response send(String type, byte[] table) {
        return as(department()).contentType(type).body(table).post("records/batch");
    }

    private long filed() {
        return sql.query("select 1 from archive_record where uscc = ?", row -> 1, uscc)
                .size();
    }
}

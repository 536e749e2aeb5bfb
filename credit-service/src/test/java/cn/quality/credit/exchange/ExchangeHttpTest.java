package cn.quality.credit.exchange;

import static cn.quality.credit.Credit.administrator;
import static cn.quality.credit.Credit.anybody;
import static cn.quality.credit.Credit.as;
import static cn.quality.credit.Credit.department;
import static cn.quality.credit.Credit.next;
import static cn.quality.credit.Credit.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import cn.quality.platform.tabular.TableRows;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Penalties in the table departments fill in for 双公示: in, and out again. */
@CreditTest
class ExchangeHttpTest {

    private static final String ID = "xzcf-gongshi";
    private static final String TABLE = "exchange-templates/" + ID + "/records";
    private static final String HEADER =
            "行政相对人名称,行政相对人代码_1（统一社会信用代码）,行政处罚决定书文号,违法行为类型,违法事实,处罚依据,处罚类别,处罚内容,罚款金额（万元）,处罚决定日期,处罚机关,数据来源单位\n";

    @BeforeEach
    void template() throws IOException {
        Credit.storeReferenceData();
        var template = new ObjectMapper()
                .readTree(new File("../seeds/credit/exchange-templates.json"))
                .path(0);
        as(administrator())
                .contentType(ContentType.JSON)
                .body(template.toString())
                .put("exchange-templates/" + ID)
                .then()
                .statusCode(200)
                .body("columns.header", hasItem("处罚决定日期"));
    }

    @Test
    void penaltiesGoInAsATableAndComeOutAsTheSameTable() {
        var name = "日照示例交换" + next() + "有限公司";
        var uscc = registered(Map.of("name", name));
        var day = "2019-04-%02d".formatted(1 + next() % 28);
        var table = HEADER + row(name, uscc, "罚款；没收非法财物", "0.5", day);

        var answer = send(table.getBytes(Charset.forName("GB18030")), "text/csv");

        assertThat(answer).singleElement().asString().contains("ACCEPTED", "\"line\":2");
        for (var type : List.of("text/csv", TableRows.XLSX)) {
            var file = as(department())
                    .accept(type)
                    .queryParam("from", day)
                    .queryParam("to", day)
                    .get(TABLE);
            file.then()
                    .statusCode(200)
                    .header(
                            "Content-Disposition",
                            equalTo("attachment; filename=\"" + ID + (type.equals(TableRows.XLSX) ? ".xlsx" : ".csv")
                                    + "\""));
            assertThat(send(file.asByteArray(), type))
                    .isNotEmpty()
                    .allMatch(line -> line.contains("DUPLICATE"))
                    .anyMatch(line -> line.contains(idOf(answer.getFirst())));
        }
    }

    /** With one wrong digit, the penalty would be another firm's. */
    @Test
    void aNameThatIsNotThatOfTheCodeIsRefused() {
        var name = "日照示例交换" + next() + "有限公司";
        var uscc = registered(Map.of("name", name));

        assertThat(send(
                        (HEADER + row("日照示例另一家有限公司", uscc, "罚款", "1", "2026-03-02")).getBytes(StandardCharsets.UTF_8),
                        "text/csv"))
                .singleElement()
                .asString()
                .contains("REJECTED", "name-differs", name);
        assertThat(send(
                        (HEADER + row(name.replace("有限公司", "有限公司 "), uscc, "罚款", "1", "2026-03-02"))
                                .getBytes(StandardCharsets.UTF_8),
                        "text/csv"))
                .singleElement()
                .asString()
                .contains("ACCEPTED");
    }

    @Test
    void aTemplateIsDownloadedAndOneThatIsWrongIsRefused() {
        anybody()
                .accept(TableRows.XLSX)
                .get("exchange-templates/" + ID + "/file")
                .then()
                .statusCode(200)
                .contentType(TableRows.XLSX);
        anybody().get("exchange-templates").then().statusCode(200).body("items.id", hasItem(ID));
        as(department())
                .accept("text/csv")
                .get("exchange-templates/none/records")
                .then()
                .statusCode(404);
        as(department())
                .accept("text/csv")
                .queryParam("from", "46083")
                .get(TABLE)
                .then()
                .statusCode(400);
        as(administrator())
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "id", "wrong",
                        "title", "示例",
                        "recordKind", "PENALTY",
                        "columns", List.of(Map.of("header", "颜色", "field", "details.colour", "required", false)),
                        "certainty", "U",
                        "source", "示例"))
                .put("exchange-templates/wrong")
                .then()
                .statusCode(422)
                .body("code", equalTo("unsuitable-template"));
    }

    private static String idOf(String line) {
        return line.replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1");
    }

    private static String row(String name, String uscc, String types, String fine, String day) {
        return String.join(
                        ",",
                        name,
                        uscc,
                        "示例〔2026〕" + next() + "号",
                        "示例违法行为",
                        "示例事实",
                        "示例依据",
                        types,
                        "示例内容",
                        fine,
                        day,
                        Credit.DEPARTMENT,
                        Credit.DEPARTMENT)
                + "\n";
    }

    private static List<String> send(byte[] table, String type) {
        Response answer = as(department()).contentType(type).body(table).post(TABLE);
        answer.then().statusCode(200).contentType("application/x-ndjson");
        return answer.asString().lines().toList();
    }
}

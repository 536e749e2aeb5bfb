package cn.quality.standards.exchange;

import static cn.quality.standards.suite.Bodies.standard;
import static cn.quality.standards.suite.Bodies.with;
import static cn.quality.standards.suite.Http.administrator;
import static cn.quality.standards.suite.Http.anyone;
import static cn.quality.testing.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cn.quality.platform.sql.Jdbc;
import cn.quality.standards.StandardsTest;
import cn.quality.standards.suite.Tables;
import cn.quality.testing.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@StandardsTest
class ImportTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Jdbc sql;

    private static List<JsonNode> ndjson(String path, String lines) {
        var answer = sending("application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8))
                .post(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return answer.lines().map(ImportTest::json).toList();
    }

    private static RequestSpecification sending(String type, byte[] body) {
        return administrator()
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs(type, ContentType.BINARY)))
                .contentType(type)
                .body(body);
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (Exception e) {
            throw new AssertionError(line, e);
        }
    }

    private static String written(Map<String, Object> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String outcomes(List<JsonNode> answers) {
        return answers.stream()
                .map(answer -> answer.path("line").asText() + " "
                        + answer.path("outcome").asText()
                        + answer.path("problems").findValuesAsText("code"))
                .collect(Collectors.joining("; "));
    }

    private static ValidatableResponse byNumber(String number) {
        var id = anyone().queryParam("number", number)
                .get("numbers")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("standard.id");
        return anyone().get("standards/" + id).then().statusCode(200);
    }

    @Test
    void brokenLinesAreNamedAndTheRestIsTaken() {
        var first = standard("GB/T 78501-2010", "导入试验甲", "NATIONAL", "REPLACED");
        var lines = List.of(
                written(first),
                "",
                written(standard("GB/T 78502", "导入试验乙", "NATIONAL", "IN_FORCE")),
                "{\"number\": \"GB/T 7850",
                written(with(standard("GB/T 78503-2010", "导入试验丙", "NATIONAL", "IN_FORCE"), "colour", "red")),
                written(with(
                        standard("GB/T 78501-2020", "导入试验丁", "NATIONAL", "IN_FORCE"),
                        "replaces",
                        List.of("GB/T 78501-2010"))),
                // The same once more in one file is a correction of the line before.
                written(with(first, "titleEn", "Import test")),
                // Would close a circle with the two above.
                written(with(
                        standard("GB/T 78501-2005", "导入试验戊", "NATIONAL", "REPLACED"),
                        "replaces",
                        List.of("GB/T 78501-2020"))),
                written(with(
                        standard("GB/T 78501-2010", "导入试验甲", "NATIONAL", "REPLACED"),
                        "replaces",
                        List.of("GB/T 78501-2005"))));
        var body = String.join("\n", lines);
        assertThat(outcomes(ndjson("standards/imports", body)))
                .isEqualTo(
                        "1 CREATED[]; 3 REJECTED[year]; 4 REJECTED[malformed-json]; 5 REJECTED[unknown-field]; 6 CREATED[];"
                                + " 7 CORRECTED[]; 8 CREATED[]; 9 REJECTED[cyclic-replacement]");
        byNumber("GB/T 78501-2010")
                .body("titleEn", equalTo("Import test"))
                .body("replacedBy.number", contains("GB/T 78501-2020"));
        var id = byNumber("GB/T 78501-2010").extract().<String>path("id");
        assertThat(sql.query(
                        "select act from decision_log where subject_id = ? order by number",
                        row -> row.getString(1),
                        id))
                .containsExactly("standard.register", "standard.correct");
        assertThat(Tables.count(sql, "standard_revision", "standard_id", UUID.fromString(id)))
                .isEqualTo(2);
    }

    @Test
    void whatIsSentAgainChangesNothing() {
        var lines = IntStream.rangeClosed(1, 1_200)
                .mapToObj(i -> written(standard("GB/T 785.%d-2010".formatted(i), "重复导入", "NATIONAL", "IN_FORCE")))
                .collect(Collectors.joining("\n"));
        var first = ndjson("standards/imports", lines);
        assertThat(first)
                .hasSize(1_200)
                .allMatch(line -> line.path("outcome").asText().equals("CREATED"));
        var before = Tables.rows(sql);
        var again = ndjson("standards/imports", lines);
        assertThat(again).allMatch(line -> line.path("outcome").asText().equals("UNCHANGED"));
        assertThat(again.stream().map(line -> line.path("id")))
                .isEqualTo(first.stream().map(line -> line.path("id")).toList());
        assertThat(Tables.rows(sql)).isEqualTo(before);
        // The chain of the decision log is whole although its lines were written by the hundred.
        anyone().auth()
                .oauth2(Tokens.of("auditor").sign())
                .get("decision-log/verification")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true));
    }

    /** 1483027200000 is midnight of 2016-12-30 in Shanghai, and still the 29th in London. */
    @Test
    void aTableIsTakenWithDaysInMilliseconds() {
        var table = """
                标准编号,标准名称,状态,发布日期,实施日期,代替标准,采用标准,曾用编号,规范性引用文件,起草单位,信息来源
                GB/T 78504-2016,表格导入试验,现行,1483027200000,2017/7/1,GB/T 78504-2008,ISO 97504:2015 IDT,,GB/T 78505；GB/T 78506-2010,示例院；示例厂,测试
                GB/T 78504-2008,表格导入试验,废了,,,,,,,,测试
                GB/T 78507-2000,"表格导入试验, 转推荐",现行,,,,,GB 78507-2000 2017-03-23,,,测试
                """;
        var answer = sending("text/csv", table.getBytes(Charset.forName("GB18030")))
                .accept("text/csv")
                .post("standards/imports")
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .extract()
                .asString();
        assertThat(answer.lines().map(line -> line.replaceAll("[0-9a-f-]{36}", "ID")))
                .hasSize(4)
                .contains("2,CREATED,ID,", "4,CREATED,ID,")
                .anyMatch(line -> line.startsWith("3,REJECTED,,") && line.contains("status") && line.contains("现行"));
        byNumber("GB/T 78504-2016")
                .body("publishedOn", equalTo("2016-12-30"))
                .body("implementedOn", equalTo("2017-07-01"))
                .body("level", equalTo("NATIONAL"))
                .body("certainty", equalTo("U"))
                .body("adopts[0].degree", equalTo("IDT"))
                .body("cites.number", contains("GB/T 78505", "GB/T 78506-2010"))
                .body("draftingUnits", contains("示例院", "示例厂"));
        byNumber("GB 78507-2000").body("number", equalTo("GB/T 78507-2000"));

        var line = written(standard("GB/T 78508-2016", "毫秒试验", "NATIONAL", "IN_FORCE"))
                .replace("{", "{\"publishedOn\": 1483027200000, ");
        assertThat(outcomes(ndjson("standards/imports", line))).isEqualTo("1 CREATED[]");
        byNumber("GB/T 78508-2016").body("publishedOn", equalTo("2016-12-30"));
    }

    @Test
    void aFileThatIsUnfitAsAWholeIsRefusedAndWritesNothing() {
        var before = Tables.rows(sql);
        refused(
                        sending("text/csv", "标准编号,标准名称,颜色\nGB 1-2020,题名,红".getBytes(StandardCharsets.UTF_8))
                                .post("standards/imports")
                                .then(),
                        400,
                        "csv-header")
                .body("violations.find { it.field == '颜色' }.code", equalTo("unknown-column"));
        refused(
                sending(XLSX, "no spreadsheet".getBytes(StandardCharsets.UTF_8))
                        .post("standards/imports")
                        .then(),
                400,
                "malformed-xlsx");
        refused(
                anyone().contentType("text/csv")
                        .body("x")
                        .post("standards/imports")
                        .then(),
                401,
                "unauthenticated");
        assertThat(Tables.rows(sql)).isEqualTo(before);
    }

    @Test
    void theTemplateComesBackWithoutItsExample() {
        var template = anyone().get("standards/imports/template")
                .then()
                .statusCode(200)
                .contentType(XLSX)
                .extract()
                .asByteArray();
        sending(XLSX, template).post("standards/imports").then().statusCode(200).body(equalTo(""));
    }

    @Test
    void isoOpenDataKeepsWhatIsKnownInChineseAndNamesItsSource() {
        var known = with(standard("ISO 97501:2015", "示例管理体系 要求", "INTERNATIONAL", "IN_FORCE"), "ccs", "A00");
        administrator().body(known).post("standards").then().statusCode(201);
        var lines = """
                {"id": 1, "reference": "ISO 97501:2008", "title": {"en": "Examples"}, "currentStage": 9599, "replacedBy": [2], "publicationDate": "2008-11-14"}
                {"id": 2, "reference": "ISO 97501:2015", "title": {"en": "Examples"}, "currentStage": 9093, "replaces": [1], "publicationDate": "2015-09-22"}
                {"id": 3, "reference": "ISO 97501:2015/Amd 1:2024", "title": {"en": "Examples — Amendment 1"}, "currentStage": 6060}
                {"id": 4, "reference": "ISO/CD 97502", "title": {"en": "Drafts"}, "currentStage": 3020}
                """;
        assertThat(outcomes(ndjson("standards/imports/iso-open-data", lines)))
                .isEqualTo("1 CREATED[]; 2 CORRECTED[]; 3 CREATED[]; 4 REJECTED[not-published]");
        byNumber("ISO 97501:2015")
                .body("titleZh", equalTo("示例管理体系 要求"))
                .body("titleEn", equalTo("Examples"))
                .body("ccs", equalTo("A00"))
                .body("publishedOn", equalTo("2015-09-22"))
                .body("replaces.number", contains("ISO 97501:2008"))
                .body("supplements.number", contains("ISO 97501:2015/Amd 1:2024"))
                .body("source", equalTo(IsoDeliverable.ATTRIBUTION));
        byNumber("ISO 97501:2008").body("status", equalTo("REPLACED")).body("titleZh", equalTo("Examples"));
        assertThat(outcomes(ndjson("standards/imports/iso-open-data", lines)))
                .isEqualTo("1 UNCHANGED[]; 2 UNCHANGED[]; 3 UNCHANGED[]; 4 REJECTED[not-published]");
    }
}

package cn.quality.standards.exchange;

import static cn.quality.standards.suite.Bodies.standard;
import static cn.quality.standards.suite.Bodies.with;
import static cn.quality.standards.suite.Http.administrator;
import static cn.quality.standards.suite.Http.anyone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import cn.quality.platform.digest.Digests;
import cn.quality.platform.sql.Jdbc;
import cn.quality.standards.StandardsTest;
import cn.quality.standards.suite.Tables;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@StandardsTest
class BulkFileTest {

    @Inject
    Jdbc sql;

    /** As if the day were new. */
    @BeforeEach
    void forgetFiles() {
        sql.update("delete from bulk_file");
        var body = with(standard("GB/T 78701-2016", "全量文件试验", "NATIONAL", "IN_FORCE"), "cites", List.of("GB/T 78702"));
        body.put("adopts", List.of(Map.of("number", "ISO 97701:2015", "degree", "IDT")));
        body.put("formerNumbers", List.of(Map.of("number", "GB 78701-2016", "until", "2017-03-23")));
        body.put("draftingUnits", List.of("示例院", "示例厂"));
        administrator().body(body).post("standards");
    }

    private static Response file(String ending) {
        return anyone().get("standards/files/standards." + ending);
    }

    @ParameterizedTest
    @CsvSource({"csv, text/csv", "ndjson, application/x-ndjson"})
    void whatGoesOutComesInAgainWithoutAChange(String ending, String type) {
        var bytes = file(ending).then().statusCode(200).extract().asByteArray();
        var own = new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("\uFEFF") || line.contains("GB/T 7870"))
                .collect(Collectors.joining("\n"));
        var before = Tables.rows(sql);
        var outcomes = administrator()
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs(type, ContentType.BINARY)))
                .contentType(type)
                .body(own.getBytes(StandardCharsets.UTF_8))
                .post("standards/imports")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(outcomes.lines()).isNotEmpty().allMatch(line -> line.contains("UNCHANGED"));
        assertThat(Tables.rows(sql)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"csv", "ndjson"})
    void aFileOfTheDayIsTheSameUntilTheNext(String ending) {
        var first = file(ending);
        first.then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment; filename=\"standards-"))
                .header("Cache-Control", containsString("public"))
                .header("Last-Modified", notNullValue());
        var etag = first.header("ETag");
        assertThat(etag).isEqualTo("\"" + Digests.sha256(first.asByteArray()) + "\"");
        assertThat(first.header("Content-Length")).isEqualTo(String.valueOf(first.asByteArray().length));
        administrator()
                .body(standard("GB/T 78703-2016", "当日之后", "NATIONAL", "IN_FORCE"))
                .post("standards");
        file(ending).then().statusCode(200).header("ETag", equalTo(etag));
        anyone().header("If-None-Match", etag)
                .get("standards/files/standards." + ending)
                .then()
                .statusCode(304)
                .header("ETag", equalTo(etag));
    }

    /** Nobody waits while the file of a new day is being made. */
    @Test
    void yesterdaysFileIsGivenWhileTodaysIsBeingMade() {
        var etag = file("csv").then().statusCode(200).extract().header("ETag");
        sql.update("insert into bulk_file select day - 1, form, digest, length, made_at from bulk_file");
        sql.update("delete from bulk_file where day = (select max(day) from bulk_file)");
        administrator()
                .body(standard("GB/T 78704-2016", "次日", "NATIONAL", "IN_FORCE"))
                .post("standards");
        file("csv").then().statusCode(200).header("ETag", equalTo(etag));
        Awaitility.await()
                .untilAsserted(() -> assertThat(file("csv").header("ETag")).isNotEqualTo(etag));
    }

    @Test
    void theCatalogueOfDataSaysWhatIsToBeAttributed() {
        anyone().get("datasets")
                .then()
                .statusCode(200)
                .contentType("application/ld+json")
                .body("'@type'", equalTo("dcat:Catalog"))
                .body("'dcat:dataset'.'dct:identifier'", hasItems("standards", "declarations"))
                .body(containsString("/api/standards/v1/standards/files/standards.csv"))
                .body(containsString("ODC-By"));
    }
}

package cn.quality.standards.fulltext;

import static cn.quality.standards.suite.Bodies.standard;
import static cn.quality.standards.suite.Bodies.with;
import static cn.quality.standards.suite.Http.administrator;
import static cn.quality.standards.suite.Http.anyone;
import static cn.quality.testing.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Texts where they may be public, and words where not. */
@StandardsTest
class FullTextTest {

    @Inject
    Jdbc sql;

    private static String enter(Map<String, Object> body) {
        return administrator()
                .body(body)
                .post("standards")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** More than one piece, of which nothing repeats. */
    private static byte[] pdf(int seed) {
        var bytes = new byte[1_500_000];
        new Random(seed).nextBytes(bytes);
        System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 9);
        return bytes;
    }

    private static Response put(String id, String basis, byte[] content) {
        return administrator()
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/pdf", ContentType.BINARY)))
                .contentType("application/pdf")
                .queryParam("basis", basis)
                .body(content)
                .put("full-texts/" + id);
    }

    @Test
    void everyDownloadIsTheTextOfItsRecord() throws Exception {
        var texts = new HashMap<String, String>();
        for (var number : List.of("GB 78801-2010", "GB 78802-2010")) {
            var id = enter(standard(number, "全文试验", "NATIONAL", "IN_FORCE"));
            var content = pdf(texts.size());
            put(id, "MANDATORY", content)
                    .then()
                    .statusCode(200)
                    .body("number", equalTo(number))
                    .body("sha256", equalTo(Digests.sha256(content)));
            texts.put(id, Digests.sha256(content));
        }
        var ids = List.copyOf(texts.keySet());
        try (var readers = Executors.newFixedThreadPool(10)) {
            var downloads = IntStream.range(0, 50)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        var id = ids.get(i % 2);
                        var answer = anyone().get("full-texts/" + id);
                        assertThat(answer.statusCode()).isEqualTo(200);
                        assertThat(answer.header("ETag")).isEqualTo("\"" + texts.get(id) + "\"");
                        assertThat(Digests.sha256(answer.asByteArray())).isEqualTo(texts.get(id));
                        return null;
                    })
                    .toList();
            for (var download : readers.invokeAll(downloads)) {
                download.get();
            }
        }
        var id = ids.getFirst();
        var number = anyone().get("standards/" + id).<String>path("number");
        anyone().get("full-texts/" + id)
                .then()
                .contentType("application/pdf")
                .header("Content-Disposition", equalTo("inline; filename=\"" + number + ".pdf\""))
                .header("Cache-Control", containsString("public"));
        var etag = anyone().get("full-texts/" + id).header("ETag");
        anyone().header("If-None-Match", etag).get("full-texts/" + id).then().statusCode(304);
        anyone().get("full-texts/" + id + "/record")
                .then()
                .statusCode(200)
                .body("sha256", equalTo(etag.replace("\"", "")))
                .body("basis", equalTo("MANDATORY"));
    }

    @Test
    void onlyWhatMayBePublicIsTaken() {
        var recommended = enter(standard("GB/T 78803-2010", "推荐性标准", "NATIONAL", "IN_FORCE"));
        var adopting = enter(with(
                standard("GB 78804-2010", "采标", "NATIONAL", "IN_FORCE"),
                "adopts",
                List.of(Map.of("number", "ISO 97804:2008", "degree", "IDT"))));
        var foreign = enter(standard("DB11/T 78805-2010", "外省地方标准", "LOCAL", "IN_FORCE"));
        var local = enter(standard("DB3711/T 78805-2010", "本市地方标准", "LOCAL", "IN_FORCE"));
        var before = Tables.rows(sql);
        refused(put(recommended, "MANDATORY", pdf(1)).then(), 422, "full-text-not-public")
                .body("detail", containsString("不是强制性标准"));
        refused(put(adopting, "MANDATORY", pdf(1)).then(), 422, "full-text-not-public")
                .body("detail", containsString("国际标准组织的版权"));
        refused(put(foreign, "LOCAL", pdf(1)).then(), 422, "full-text-not-public");
        refused(put(recommended, "PERMITTED", pdf(1)).then(), 400, "invalid-argument")
                .body("violations[0].field", equalTo("permission"));
        refused(put(recommended, "FREE", pdf(1)).then(), 400, "invalid-argument");
        refused(put(local, "LOCAL", "<html>".getBytes(StandardCharsets.UTF_8)).then(), 422, "no-pdf");
        refused(put(UUID.randomUUID().toString(), "MANDATORY", pdf(1)).then(), 404, "not-found");
        assertThat(Tables.rows(sql)).isEqualTo(before);
        put(local, "LOCAL", pdf(1)).then().statusCode(200);
        anyone().get("full-texts/" + local)
                .then()
                .header("Content-Disposition", containsString("DB3711_T 78805-2010.pdf"));
    }

    @Test
    void whereThereIsNoTextItSaysInWordsWhy() {
        var recommended = enter(standard("GB/T 78806-2010", "推荐性标准", "NATIONAL", "IN_FORCE"));
        var mandatory = enter(standard("GB 78807-2010", "强制性标准", "NATIONAL", "IN_FORCE"));
        refused(anyone().get("full-texts/" + recommended).then(), 404, "no-full-text")
                .body("detail", containsString("受著作权保护"));
        refused(anyone().get("full-texts/" + mandatory).then(), 404, "no-full-text")
                .body("detail", containsString("免费公开"));
    }

    /** Some mandatory standards became recommended in 2017; their texts are no longer everybody's. */
    @Test
    void aGroundThatIsGoneTakesTheTextWithIt() {
        var body = with(standard("GB 78808-2010", "转为推荐性", "NATIONAL", "IN_FORCE"), "nature", "MANDATORY");
        var id = enter(body);
        put(id, "MANDATORY", pdf(2)).then().statusCode(200);
        administrator()
                .body(with(body, "nature", "RECOMMENDED"))
                .post("standards")
                .then()
                .statusCode(200);
        refused(anyone().get("full-texts/" + id).then(), 403, "full-text-not-public");
    }

    @Test
    void anotherTextIsAnotherRecord() {
        var id = enter(standard("GB 78809-2010", "更换文本", "NATIONAL", "IN_FORCE"));
        put(id, "MANDATORY", pdf(3)).then().statusCode(200);
        put(id, "MANDATORY", pdf(3)).then().statusCode(200);
        refused(put(id, "MANDATORY", pdf(4)).then(), 409, "full-text-exists");
        var etag = anyone().get("full-texts/" + id).header("ETag");
        administrator()
                .delete("full-texts/" + id)
                .then()
                .statusCode(200)
                .body("sha256", equalTo(etag.replace("\"", "")));
        refused(administrator().delete("full-texts/" + id).then(), 404, "no-full-text");
        refused(anyone().get("full-texts/" + id).then(), 404, "no-full-text");
        put(id, "MANDATORY", pdf(4)).then().statusCode(200);
        anyone().get("full-texts/" + id).then().statusCode(200).header("ETag", not(equalTo(etag)));
        assertThat(sql.query(
                        "select act from decision_log where subject_id = ? and act like 'full-text%' order by number",
                        row -> row.getString(1), id))
                .containsExactly("full-text.record", "full-text.withdraw", "full-text.record");
    }
}

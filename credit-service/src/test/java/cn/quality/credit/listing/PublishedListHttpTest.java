package cn.quality.credit.listing;

import static cn.quality.credit.Credit.anybody;
import static cn.quality.credit.Credit.next;
import static cn.quality.credit.Credit.published;
import static cn.quality.credit.Credit.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import cn.quality.platform.sql.Jdbc;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lists as everybody reads them: narrowed, page by page, and whole. */
@CreditTest
class PublishedListHttpTest {

    @Inject
    Jdbc sql;

    private final int batchNumber = next();

    @BeforeEach
    void referenceData() {
        Credit.storeReferenceData();
    }

    @Test
    void everyFilterNarrows() {
        var uscc = registered(Map.of("region", "371103", "fields", List.of("CONSTRUCTION")));
        var id = published(uscc, "BLACK");
        var other = published(registered(), "BLACK");
        var authority = "示例机关" + next();
        var batch = batch(id);
        sql.update(
                "update listing set ground = ?, authority = ?, field = 'CONSTRUCTION', legal_basis = 'TEST-OTHER', "
                        + "published_at = timestamptz '2024-02-29 23:30+08' where id = ?::uuid",
                "示例：冒用认证标志，情节严重" + authority,
                authority,
                id);

        for (var filter : List.of(
                "uscc=" + uscc,
                "authority=" + authority,
                "legalBasis=TEST-OTHER",
                "field=CONSTRUCTION",
                "region=371103",
                "ground=冒用 情节严重",
                "ground=" + authority,
                "batch=" + batch,
                "batch=2024-" + batchNumber,
                "batch=" + batchNumber,
                "publishedFrom=2024-02-29&publishedTo=2024-02-29",
                "publishedTo=2024-02-29")) {
            var answer = list("kind=BLACK&limit=200&" + filter);
            answer.then().statusCode(200).body("items.id", hasItem(id));
            assertThat(answer.<List<String>>path("items.id")).as(filter).doesNotContain(other);
        }
        for (var filter : List.of(
                "kind=RED",
                "publishedFrom=2024-03-01",
                "publishedTo=2024-02-28",
                "batch=2023-" + batchNumber,
                "ground=冒用 " + next(),
                "region=371102",
                "field=SERVICES")) {
            list("uscc=" + uscc + "&" + filter).then().statusCode(200).body("items", hasSize(0));
        }
        list("uscc=" + uscc + "&region=371100").then().body("items.id", equalTo(List.of(id)));
    }

    @Test
    void theStatementAndTheBatchStandBesideTheEntry() {
        var uscc = registered();
        var id = published(uscc, "BLACK");
        batch(id);
        sql.update("update listing set statement = '示例：已完成整改', stated_at = published_at where id = ?::uuid", id);

        for (var entry : List.of(
                anybody().get("listings/" + id).<Map<String, Object>>path("$"),
                list("uscc=" + uscc).<Map<String, Object>>path("items[0]"),
                anybody().get("enterprises/" + uscc).<Map<String, Object>>path("listings[0]"))) {
            assertThat(entry).containsEntry("statement", "示例：已完成整改").containsKey("statedAt");
            assertThat(entry.get("batch")).asString().contains("year=2024", "number=" + batchNumber);
        }
    }

    @Test
    void theWholeListComesAsOneFileOfOneEdition() {
        var uscc = registered();
        var ids = List.of(published(uscc, "BLACK"), published(uscc, "BLACK"), published(uscc, "BLACK"));
        sql.update("update listing set statement = '=cmd|'' /C calc''!A0' where id = ?::uuid", ids.get(1));
        var edition = list("uscc=" + uscc).header("List-Version");

        var csv = file("text/csv").get("listings?limit=1&uscc=" + uscc);
        csv.then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .header("List-Version", edition)
                .header("List-As-Of", notNullValue())
                .header("Content-Disposition", "attachment; filename=\"listings.csv\"");
        var lines = csv.asString().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst()).startsWith("\uFEFFid,uscc,enterpriseName,kind,");
        assertThat(lines.subList(1, 4)).allMatch(line -> line.contains(uscc));
        assertThat(lines.get(2)).contains("'=cmd").doesNotContain(",=cmd");

        var ndjson = file("application/x-ndjson").get("listings?limit=1&uscc=" + uscc);
        ndjson.then().statusCode(200).contentType("application/x-ndjson").header("List-Version", edition);
        assertThat(ndjson.asString()
                        .lines()
                        .map(line ->
                                io.restassured.path.json.JsonPath.from(line).getString("id")))
                .containsExactly(ids.get(2), ids.get(1), ids.get(0));
    }

    @Test
    void anEmptyFileStillNamesItsEdition() {
        var csv = file("text/csv").get("listings?uscc=" + registered());

        csv.then().statusCode(200).header("List-Version", notNullValue());
        assertThat(csv.asString().lines()).hasSize(1);
        var ndjson = file("application/x-ndjson").get("listings?uscc=" + registered());
        ndjson.then().statusCode(200).header("List-Version", notNullValue());
        assertThat(ndjson.asString()).isEmpty();
    }

    @Test
    void anotherFormatIsNotToBeHad() {
        file("application/pdf").get("listings").then().statusCode(406);
    }

    @ParameterizedTest
    @CsvSource({
        "kind=GREEN, kind, enum",
        "field=MINING, field, enum",
        "region=东港, region, form",
        "publishedFrom=2026-02-30, publishedFrom, date",
        "publishedTo=tomorrow, publishedTo, date",
        "publishedFrom=2026-03-02&publishedTo=2026-03-01, publishedTo, too-early",
        "batch=第三批, batch, form"
    })
    void aWrongValueIsNamed(String query, String field, String code) {
        anybody()
                .get("listings?" + query)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-argument"))
                .body("violations.field", equalTo(List.of(field)))
                .body("violations.code", equalTo(List.of(code)));
    }

    @Test
    void aWrongCodeSaysWhy() {
        anybody().get("listings?uscc=91371199MA3RI0018").then().statusCode(400).body("code", equalTo("invalid-uscc"));
    }

    private static Response list(String query) {
        return anybody().get("listings?" + query);
    }

    private static RequestSpecification file(String mediaType) {
        return io.restassured.RestAssured.given().basePath(Credit.BASE).accept(mediaType);
    }

    /** Puts the entry into a batch of its own. */
    private String batch(String listing) {
        var batch = UUID.randomUUID().toString();
        sql.update(
                "insert into publication_batch select (jsonb_populate_record(null::publication_batch, jsonb_build_object("
                        + "'id', ?::text, 'kind', 'BLACK', 'region', '371100', 'year', 2024, 'number', ?::integer, "
                        + "'announcement', '示例', 'published_at', now(), 'published_by', 'li'))).*",
                batch,
                batchNumber);
        sql.update("update listing set batch_id = ?::uuid where id = ?::uuid", batch, listing);
        return batch;
    }
}

package cn.quality.credit.rules;

import static cn.quality.credit.Credit.administrator;
import static cn.quality.credit.Credit.anybody;
import static cn.quality.credit.Credit.as;
import static cn.quality.credit.Credit.handler;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cn.quality.credit.CreditTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@CreditTest
class ReferenceHttpTest {

    @Test
    void aChangedItemIsANewVersionAndTheSameItemIsNone() {
        var region = Map.of(
                "code",
                "371121",
                "name",
                "五莲县",
                "level",
                "COUNTY",
                "parent",
                "371100",
                "certainty",
                "D",
                "source",
                "GB/T 2260");
        var renamed = Map.of(
                "code",
                "371121",
                "name",
                "五莲",
                "level",
                "COUNTY",
                "parent",
                "371100",
                "certainty",
                "D",
                "source",
                "GB/T 2260");

        put("regions/371121", region).then().statusCode(200).header("ETag", "\"v1\"");
        put("regions/371121", region).then().statusCode(200).header("ETag", "\"v1\"");
        put("regions/371121", renamed).then().statusCode(200).header("ETag", "\"v2\"");

        anybody().get("regions").then().statusCode(200).body("items.name", hasItem("五莲"));
    }

    /** The suite's own reference data must fit what this service takes. */
    @ParameterizedTest
    @CsvSource({
        "regions.json, regions, code",
        "legal-bases.json, legal-bases, code",
        "rule-packs.json, rule-packs, id",
        "calendars.json, calendars, year",
        "industries.json, industries, edition"
    })
    void takesTheSeeds(String file, String path, String key) throws IOException {
        var items = io.restassured.path.json.JsonPath.from(Files.readString(Path.of("..", "seeds", "credit", file)))
                .<Map<String, Object>>getList("");
        for (var item : items) {
            put(path + "/" + item.get(key), item).then().statusCode(200);
        }
        if (!path.equals("calendars")) {
            anybody()
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("items." + key, hasItem(items.getFirst().get(key)));
        }
    }

    @Test
    void aCalendarIsReadByItsYear() {
        put(
                        "calendars/2031",
                        Map.of(
                                "year",
                                2031,
                                "version",
                                1,
                                "source",
                                "示例",
                                "certainty",
                                "U",
                                "holidays",
                                List.of(Map.of("date", "2031-01-01", "name", "元旦")),
                                "workingWeekends",
                                List.of()))
                .then()
                .statusCode(200);

        anybody().get("calendars/2031").then().statusCode(200).body("holidays[0].name", equalTo("元旦"));
        anybody().get("calendars/2099").then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void wrongContentIsRefusedWithItsFields() {
        put("regions/371122", Map.of("code", "37112", "name", "", "level", "COUNTY", "certainty", "D", "source", "示例"))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-argument"))
                .body("violations.field", hasItem("code"))
                .body("violations.field", hasItem("name"));
        put(
                        "regions/371122",
                        Map.of("code", "371121", "name", "示例", "level", "COUNTY", "certainty", "D", "source", "示例"))
                .then()
                .statusCode(400);
        put(
                        "regions/371122",
                        Map.of(
                                "code", "371122",
                                "name", "示例",
                                "level", "COUNTY",
                                "validFrom", "2026-01-02",
                                "validTo", "2026-01-01",
                                "certainty", "D",
                                "source", "示例"))
                .then()
                .statusCode(400);
    }

    @Test
    void onlyAnAdministratorKeepsReferenceData() {
        as(handler())
                .contentType(ContentType.JSON)
                .body(Map.of())
                .put("regions/371122")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        anybody()
                .contentType(ContentType.JSON)
                .body(Map.of())
                .put("regions/371122")
                .then()
                .statusCode(401);
    }

    private static Response put(String path, Map<String, ?> body) {
        return as(administrator()).contentType(ContentType.JSON).body(body).put(path);
    }
}

package cn.quality.indicator;

import static cn.quality.indicator.Api.anyone;
import static cn.quality.indicator.Api.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The real plans, the real areas and all that the plans state in figures pass the rules of this service. */
@IndicatorTest
class SeedsTest {

    private static final Path SEEDS = Path.of("../seeds/indicators");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theCataloguePassesAndComesBackAsItWasSent() throws IOException {
        for (var plan : read("plans.json")) {
            var id = plan.path("id").asText();
            ((ObjectNode) plan).put("text", Files.readString(SEEDS.resolve("plan-" + id + ".txt")));
            put("/plans/" + id, plan.toString()).statusCode(is(oneOf(200, 201)));
        }
        for (var area : read("areas.json")) {
            put("/areas/" + area.path("code").asText(), area.toString()).statusCode(is(oneOf(200, 201)));
        }
        var indicators = read("indicators.json");
        assertThat(indicators).hasSize(93);
        for (var indicator : indicators) {
            var path = "/indicators/" + indicator.path("code").asText();
            put(path, indicator.toString()).statusCode(is(oneOf(200, 201)));
            int version =
                    put(path, indicator.toString()).statusCode(200).extract().path("version");
            var kept = JSON.readTree(anyone().get(path + "/versions?limit=1").asString())
                    .at("/items/0");
            assertThat(kept.path("version").asInt()).isEqualTo(version);
            assertThat((Object) kept.path("body")).isEqualTo(indicator);
        }
        for (var more : read("indicators-of-other-plans.json")) {
            put("/indicators/" + more.path("code").asText(), more.toString()).statusCode(is(oneOf(200, 201)));
        }
        for (var definition : read("definitions.json")) {
            put(
                            "/definitions/" + definition.path("indicator").asText() + "/" + definition.path("version"),
                            definition.toString())
                    .statusCode(is(oneOf(200, 201)));
        }
        everyTargetComesBackAsItWasSent();
        whatBecameOfThePlansIsPublic();
        everyConflictCanBeSeen();
        anyone().get("/indicators?plan=quality-2016-2020&q=合格率&hasTarget=true&limit=200")
                .then()
                .body("items.code", hasItems("PRD_SUPERV_PASS", "AGR_SAFETY_PASS", "FOD_DRUG_PASS"));
        anyone().get("/indicators/STD_AGRI_BASE_NATL")
                .then()
                .body("quotations[0].sharedWith[0]", equalTo("STD_AGRI_BASE_PROV"));
    }

    /** 120 promised, 201 reported: both can be read, and where the figure comes from. */
    private static void whatBecameOfThePlansIsPublic() throws IOException {
        Api.administrator()
                .body("{\"observations\": %s}".formatted(read("observations.json")))
                .post("/observations")
                .then()
                .statusCode(200);
        Api.as("publisher")
                .contentType(ContentType.JSON)
                .body("{\"areas\": [\"371100\"], \"periods\": [\"2020\"], \"basis\": \"规划公开数据\"}")
                .post("/observations/publications")
                .then()
                .statusCode(is(oneOf(200, 422)));
        anyone().get("/observations?indicator=STD_INTL_NATL_IND&area=371100")
                .then()
                .body("items[0].value", equalTo(201))
                .body("items[0].source", startsWith("日照市“十四五”质量发展规划"));
        assertThat(read("observations.json"))
                .allSatisfy(figure -> anyone().get("/observations?area=371100&from=2020&to=2020&indicator="
                                + figure.path("indicator").asText())
                        .then()
                        .body("items", hasSize(1)));
    }

    /** Every statement with a target is a target of each plan that makes it, and of no other. */
    private static void everyTargetComesBackAsItWasSent() throws IOException {
        var promised = StreamSupport.stream(read("indicators.json").spliterator(), false)
                .filter(indicator -> indicator.has("target"))
                .flatMap(indicator -> StreamSupport.stream(
                                indicator.path("plans").spliterator(), false)
                        .map(plan ->
                                plan.asText() + " " + indicator.path("code").asText()))
                .toList();
        var made = new ArrayList<String>();
        for (var target : read("targets.json")) {
            var path = "/targets/" + target.path("id").asText();
            put(path, target.toString()).statusCode(is(oneOf(200, 201)));
            var kept = JSON.readTree(anyone().get(path).asString());
            target.properties().stream()
                    .filter(part -> !part.getKey().equals("passages"))
                    .forEach(part -> assertThat((Object) kept.path(part.getKey()))
                            .as(path + " " + part.getKey())
                            .isEqualTo(part.getValue()));
            for (int i = 0; i < target.path("passages").size(); i++) {
                var passage = (ObjectNode) kept.path("passages").path(i);
                passage.remove("sharedWith");
                assertThat((Object) passage).isEqualTo(target.path("passages").path(i));
            }
            if (target.path("plan").asText().endsWith("-2016-2020") && target.has("figure")) {
                made.add(target.path("plan").asText() + " "
                        + target.path("indicator").asText());
            }
        }
        assertThat(made).hasSize(43).containsExactlyInAnyOrderElementsOf(promised);
        anyone().get("/targets/quality-2016-2020.eng-muni-superv-cover")
                .then()
                .body("passages[0].start", equalTo(3683))
                .body("passages[0].sharedWith", hasItems("quality-2016-2020.eng-large-first-accept"));
        anyone().get("/targets?indicator=PRD_MFG_QCI")
                .then()
                .body("items.area", hasItems("100000", "370000", "371100"))
                .body("items.figure.value", hasItems(86, 90, 87));
    }

    private static void everyConflictCanBeSeen() throws IOException {
        var conflicts = read("conflicts.json");
        assertThat(conflicts).hasSize(11);
        for (var conflict : conflicts) {
            var path = "/conflicts/" + conflict.path("id").asText();
            put(path, conflict.toString()).statusCode(is(oneOf(200, 201)));
            anyone().get(path)
                    .then()
                    .body("sides.size()", is(conflict.path("sides").size()))
                    .body(
                            "sides.positions.flatten().size()",
                            greaterThanOrEqualTo(conflict.path("sides").size()));
        }
        anyone().get("/indicators/STD_INTL").then().body("conflicts.id", hasItems("international-standards-2015"));
        anyone().get("/conflicts/good-practice-baseline/progress?date=2018-12-31")
                .then()
                .body("items.baseline.value", hasItems(28, 63));
    }

    private static JsonNode read(String file) throws IOException {
        return JSON.readTree(Files.readString(SEEDS.resolve(file)));
    }
}

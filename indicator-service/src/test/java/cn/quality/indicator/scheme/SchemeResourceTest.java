package cn.quality.indicator.scheme;

import static cn.quality.indicator.Api.anyone;
import static cn.quality.indicator.Api.put;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;

import cn.quality.indicator.IndicatorTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@IndicatorTest
class SchemeResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theSampleIsPutAndComesBackAsItWasSent() throws IOException {
        var sample = sample("government-quality-2013");
        put("/schemes/government-quality-2013", sample.toString()).statusCode(is(oneOf(200, 201)));
        put("/schemes/government-quality-2013", sample.toString()).statusCode(200);

        anyone().get("/schemes/government-quality-2013")
                .then()
                .statusCode(200)
                .body("scheme.nodes.size()", equalTo(22));
        anyone().get("/schemes").then().body("items.scheme.id", hasItem("government-quality-2013"));
        anyone().get("/schemes/government-quality-2013/versions")
                .then()
                .body("items[0].body.notApplicable", equalTo("WITHIN_GROUP"));
    }

    @Test
    void aChangeIsAnotherVersion() throws IOException {
        var scheme = sample("changing-scheme");
        put("/schemes/changing-scheme", scheme.toString()).statusCode(201).header("ETag", "\"v1\"");
        scheme.put("decimals", 2);
        put("/schemes/changing-scheme", scheme.toString()).statusCode(200).header("ETag", "\"v2\"");
        anyone().get("/schemes/changing-scheme/versions").then().body("items.size()", equalTo(2));
    }

    @Test
    void weightsThatDoNotSumAreRefusedAndNothingIsStored() throws IOException {
        var scheme = sample("bad-scheme");
        ((ObjectNode) scheme.at("/nodes/2")).put("weight", 9);
        put("/schemes/bad-scheme", scheme.toString())
                .statusCode(422)
                .body("code", equalTo("inconsistent-scheme"))
                .body("violations[0].field", equalTo("nodes[1].weight"))
                .body("violations[0].code", equalTo("weights-do-not-sum"));
        anyone().get("/schemes/bad-scheme").then().statusCode(404);
    }

    @Test
    void unknownFormsAndWordsInsteadOfNumbersAreNamed() throws IOException {
        var form = sample("bad-scheme");
        ((ObjectNode) form.at("/nodes/2/rule")).put("form", "LUCK");
        put("/schemes/bad-scheme", form.toString())
                .statusCode(400)
                .body("violations[0].field", equalTo("nodes[2].rule.form"));
        var word = sample("bad-scheme");
        ((ObjectNode) word.at("/nodes/2")).put("weight", "eight");
        put("/schemes/bad-scheme", word.toString())
                .statusCode(400)
                .body("violations[0].field", equalTo("nodes[2].weight"));
        var negative = sample("bad-scheme");
        ((ObjectNode) negative.at("/nodes/2")).put("weight", -8);
        put("/schemes/bad-scheme", negative.toString())
                .statusCode(400)
                .body("violations[0].field", equalTo("nodes[2].weight"));
        put("/schemes/other-scheme", sample("bad-scheme").toString()).statusCode(400);
    }

    private static ObjectNode sample(String id) throws IOException {
        JsonNode sample = JSON.readTree(Files.readString(Path.of("../seeds/indicators/schemes.json")))
                .get(0);
        return ((ObjectNode) sample).put("id", id);
    }
}

package cn.quality.standards.check;

import static cn.quality.standards.suite.Bodies.declaration;
import static cn.quality.standards.suite.Http.anyone;
import static cn.quality.standards.suite.Http.enterprise;
import static cn.quality.testing.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import cn.quality.standards.StandardsTest;
import cn.quality.standards.suite.Fictional;
import cn.quality.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@StandardsTest
class CheckJobTest {

    @Inject
    CheckJobService service;

    private static RequestSpecification shop(String client) {
        return anyone().auth()
                .oauth2(Tokens.of("screening-client").client(client).sign())
                .contentType(ContentType.JSON);
    }

    private void untilNothingWaits() {
        boolean more = true;
        while (more) {
            more = service.work();
        }
    }

    @Test
    void aListIsAnsweredLineByLineAndABrokenLineKeepsNobodyWaiting() {
        var uscc = Fictional.uscc();
        enterprise(uscc)
                .body(declaration("Q/RZPL 001-2024"))
                .post("declarations")
                .then()
                .statusCode(201);
        var body = Map.of(
                "items",
                List.of(
                        Map.of("number", "Q/RZPL 001-2024", "uscc", uscc, "product", "6901234567892"),
                        Map.of("number", "GB 19001x", "uscc", uscc),
                        Map.of("number", "Q/RZPL 001-2024", "uscc", "123"),
                        Map.of("number", "Q/RZPL 002-2024", "uscc", uscc)));
        var key = UUID.randomUUID().toString();
        var id = shop("example-shop")
                .header("Idempotency-Key", key)
                .body(body)
                .post("check-jobs")
                .then()
                .statusCode(202)
                .body("lines", equalTo(4))
                .body("$", not(hasKey("finishedAt")))
                .extract()
                .<String>path("id");
        assertThat(shop("example-shop")
                        .header("Idempotency-Key", key)
                        .body(body)
                        .post("check-jobs")
                        .<String>path("id"))
                .isEqualTo(id);
        refused(shop("example-shop").get("check-jobs/" + id + "/answers").then(), 409, "check-not-done");

        untilNothingWaits();
        shop("example-shop")
                .get("check-jobs/" + id)
                .then()
                .statusCode(200)
                .body("done", equalTo(4))
                .body("$", hasKey("finishedAt"));
        shop("example-shop")
                .get("check-jobs/" + id + "/answers")
                .then()
                .statusCode(200)
                .body("items.line", contains(1, 2, 3, 4))
                .body("items[0].verdict", equalTo("DECLARED"))
                .body("items[1].problem", equalTo("invalid-standard-number"))
                .body("items[2].problem", equalTo("invalid-uscc"))
                .body("items[3].verdict", equalTo("NOT_DECLARED"));
        assertThat(shop("example-shop")
                        .accept("text/csv")
                        .get("check-jobs/" + id + "/answers")
                        .asString()
                        .lines())
                .hasSize(5);
        refused(shop("another-shop").get("check-jobs/" + id).then(), 404, "not-found");
        refused(
                shop("example-shop")
                        .body(Map.of("items", List.of()))
                        .post("check-jobs")
                        .then(),
                400,
                "invalid-argument");
    }
}

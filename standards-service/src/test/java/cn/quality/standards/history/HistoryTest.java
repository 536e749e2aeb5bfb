package cn.quality.standards.history;

import static cn.quality.standards.suite.Bodies.declaration;
import static cn.quality.standards.suite.Bodies.with;
import static cn.quality.standards.suite.Http.anyone;
import static cn.quality.standards.suite.Http.enterprise;
import static cn.quality.testing.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cn.quality.platform.digest.Digests;
import cn.quality.platform.sql.Jdbc;
import cn.quality.platform.sql.SqlFailure;
import cn.quality.standards.StandardsTest;
import cn.quality.standards.suite.Fictional;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@StandardsTest
class HistoryTest {

    @Inject
    Jdbc sql;

    private static Map<String, Object> promising(String number, String protein) {
        return with(
                declaration(number),
                "indicators",
                List.of(Map.of(
                        "name",
                        "蛋白质",
                        "operator",
                        "GE",
                        "value",
                        new BigDecimal(protein),
                        "unit",
                        "%",
                        "testMethod",
                        "GB 5009.5-2016")));
    }

    private static String content(String id, int version) {
        return anyone().get("declarations/" + id + "/versions/" + version)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void everyVersionHasTheDigestOfItsCanonicalJsonAndNamesTheOneBefore() throws Exception {
        var uscc = Fictional.uscc();
        var id = enterprise(uscc)
                .body(promising("Q/RZLS 001-2024", "12.50"))
                .post("declarations")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        // 12.50 promises another decimal than 12.5, so the digest is another.
        enterprise(uscc)
                .header("If-Match", "\"v1\"")
                .body(promising("Q/RZLS 001-2024", "12.5"))
                .put("declarations/" + id)
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        var digests = anyone().get("declarations/" + id + "/versions")
                .then()
                .statusCode(200)
                .body("proof.proves", containsString("names the digest of the one before"))
                .body("proof.doesNotProve", containsString("不证明声明的内容真实"))
                .extract()
                .<List<String>>path("items.digest");
        assertThat(digests).hasSize(2).doesNotHaveDuplicates();
        var first = content(id, 1);
        var second = content(id, 2);
        assertThat(digests).containsExactly(Digests.sha256(first), Digests.sha256(second));
        assertThat(first).contains("\"value\":\"12.50\"");
        var said = new ObjectMapper().readTree(second).path("content");
        assertThat(said.at("/details/indicators/0/value").asText()).isEqualTo("12.5");
        assertThat(said.path("previousDigest").asText()).isEqualTo(digests.getFirst());
        assertThat(said.path("uscc").asText()).isEqualTo(uscc);

        refused(anyone().get("declarations/" + id + "/versions/3").then(), 404, "not-found");
        refused(anyone().get("declarations/" + UUID.randomUUID() + "/versions").then(), 404, "not-found");
    }

    @Test
    void whoReadsAllDigestsToTheEndMissesNone() {
        var uscc = Fictional.uscc();
        var made = new HashSet<String>();
        for (int i = 1; i <= 3; i++) {
            made.add(enterprise(uscc)
                    .body(declaration("Q/RZLS 10" + i + "-2024"))
                    .post("declarations")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("contentDigest"));
        }
        Awaitility.await().untilAsserted(() -> assertThat(allDigests()).containsAll(made));
        assertThat(anyone().accept("text/csv").get("declaration-digests").asString())
                .contains("declarationId,version,recordedAt,digest")
                .contains(made);
    }

    private static List<String> allDigests() {
        var all = new ArrayList<String>();
        String after = null;
        do {
            var request = anyone().queryParam("limit", 100);
            var page = (after == null ? request : request.queryParam("after", after))
                    .get("declaration-digests")
                    .then()
                    .statusCode(200)
                    .extract();
            all.addAll(page.<List<String>>path("items.digest"));
            after = page.path("next");
        } while (after != null);
        assertThat(all).doesNotHaveDuplicates();
        return all;
    }

    @Test
    void theDatabaseLetsNobodyRewriteAVersion() {
        enterprise(Fictional.uscc())
                .body(declaration("Q/RZLS 201-2024"))
                .post("declarations")
                .then()
                .statusCode(201);
        for (var rewriting :
                List.of("update declaration_version set content = '{}'", "delete from declaration_version")) {
            assertThatThrownBy(() -> sql.update(rewriting))
                    .isInstanceOf(SqlFailure.class)
                    .hasMessageContaining("never changed or removed");
        }
    }
}

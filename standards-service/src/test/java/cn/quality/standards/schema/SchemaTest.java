package cn.quality.standards.schema;

import static cn.quality.standards.suite.Http.anyone;
import static cn.quality.testing.Refusal.refused;
import static org.hamcrest.Matchers.equalTo;

import cn.quality.standards.StandardsTest;
import cn.quality.testing.AsyncApi;
import org.junit.jupiter.api.Test;

@StandardsTest
class SchemaTest {

    @Test
    void servesTheSchemaOfEveryEvent() {
        for (var type : AsyncApi.schemaFiles().keySet()) {
            anyone().get("schemas/" + type)
                    .then()
                    .statusCode(200)
                    .contentType("application/schema+json")
                    .body("'$id'", equalTo("urn:schema:" + type));
        }
    }

    @Test
    void knowsNoOtherFiles() {
        refused(anyone().get("schemas/cn.quality.standards.nothing.v1").then(), 404, "not-found");
        refused(anyone().get("schemas/..%2Fapplication").then(), 404, "not-found");
    }
}

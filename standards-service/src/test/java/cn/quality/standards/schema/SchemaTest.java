package cn.quality.standards.schema;

import static cn.quality.standards.suite.Http.anyone;
import static cn.quality.standards.suite.Http.refused;
import static org.hamcrest.Matchers.equalTo;

import cn.quality.testing.InfraResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = InfraResource.class, initArgs = @ResourceArg(name = "database", value = "standards"))
class SchemaTest {

    @Test
    void servesTheSchemaOfEveryEvent() {
        for (var type : Contracts.schemaFiles().keySet()) {
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

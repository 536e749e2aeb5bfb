package cn.quality.standards;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.testing.RoleTable;
import cn.quality.testing.RoleTable.Operation;
import cn.quality.testing.Tokens;
import java.util.List;

/** Every operation of the running service, called by everybody, on things that do not exist. */
final class RolesInTheTable {

    private static final String BASE = "/api/standards/v1";
    private static final String ANYBODY = "anonymous";
    private static final List<String> CALLERS = List.of(
            ANYBODY,
            "data-provider",
            "reporter",
            "county-reviewer",
            "city-reviewer",
            "case-handler",
            "case-approver",
            "publisher",
            "enterprise",
            "social-organization",
            "screening-client",
            "auditor",
            "administrator");

    private RolesInTheTable() {}

    static String written() {
        var document = given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return RoleTable.written("", RoleTable.operations(document, BASE), CALLERS, RolesInTheTable::call);
    }

    private static int call(String caller, Operation operation) {
        var request = given().basePath(BASE).accept("*/*");
        if (!caller.equals(ANYBODY)) {
            request.auth()
                    .oauth2(Tokens.of(caller)
                            .user("table-" + caller)
                            .region("371100")
                            .uscc("91371199MA3RH00187")
                            .sign());
        }
        if (!operation.reads()) {
            request.contentType("application/json").body("{}");
        }
        int status = request.request(operation.method(), operation.path().replaceAll("\\{\\w+}", "none"))
                .statusCode();
        if (operation.restricted() && caller.equals(ANYBODY)) {
            assertThat(status).as(operation.name()).isEqualTo(401);
        }
        return status;
    }
}

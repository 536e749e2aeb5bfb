package cn.quality.credit.contracts;

import static cn.quality.credit.Credit.DEPARTMENT;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.credit.Credit;
import cn.quality.testing.RoleTable;
import cn.quality.testing.RoleTable.Operation;
import cn.quality.testing.Tokens;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Every operation of the running service, called by everybody. Who asks for a token refuses whoever has none. */
final class RolesInTheTable {

    private static final String REMARKS = """
            # GET is called on an enterprise in region 371102, its published entry, and as that enterprise.
            # The last columns are the same roles, but of another region, department or enterprise.
            """;

    private final String uscc;
    private final String listing;

    RolesInTheTable() {
        Credit.storeReferenceData();
        Credit.storeLaw();
        uscc = Credit.registered();
        listing = Credit.published(uscc, "BLACK");
    }

    String written() {
        var callers = callers();
        var document = given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return RoleTable.written(
                REMARKS,
                RoleTable.operations(document, Credit.BASE),
                List.copyOf(callers.keySet()),
                (caller, operation) -> call(operation, callers.getOrDefault(caller, Optional.empty())));
    }

    private Map<String, Optional<Tokens>> callers() {
        var callers = new LinkedHashMap<String, Optional<Tokens>>();
        callers.put("anonymous", Optional.empty());
        for (var role : List.of(
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
                "administrator")) {
            callers.put(role, Optional.of(of(role)));
        }
        callers.put("handler elsewhere", Optional.of(of("case-handler").region("371103")));
        callers.put("publisher elsewhere", Optional.of(of("publisher").region("371103")));
        callers.put("provider elsewhere", Optional.of(of("data-provider").region("371103")));
        callers.put("other department", Optional.of(of("data-provider").department("示例另一部门")));
        callers.put("other enterprise", Optional.of(of("enterprise").uscc("91371199MA3RH00187")));
        callers.put("enterprise of none", Optional.of(Tokens.of("enterprise").user("nobody")));
        return Collections.unmodifiableMap(callers);
    }

    private Tokens of(String role) {
        return Tokens.of(role)
                .user("table-" + role)
                .region("371100")
                .department(DEPARTMENT)
                .uscc(uscc);
    }

    private int call(Operation operation, Optional<Tokens> caller) {
        RequestSpecification request = given().basePath(Credit.BASE).accept("*/*");
        caller.ifPresent(token -> request.auth().oauth2(token.sign()));
        if (!operation.reads()) {
            empty(request, operation.body().orElse("application/json"));
        }
        int status = request.request(operation.method(), path(operation)).statusCode();
        if (operation.restricted() && caller.isEmpty()) {
            assertThat(status).as(operation.name()).isEqualTo(401);
        }
        return status;
    }

    private static void empty(RequestSpecification request, String type) {
        if (type.equals("application/x-www-form-urlencoded")) {
            request.formParam("none", "");
        } else {
            request.header("Content-Type", type).body("{}".getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What is read exists; what is written to does not, so that nothing is changed. */
    private String path(Operation operation) {
        boolean read = operation.reads();
        return operation
                .path()
                .replace("listings/{id}", "listings/" + (read ? listing : UUID.randomUUID()))
                .replace("{uscc}", read ? uscc : "91371199MA3RH00187")
                .replace("{year}", "2026")
                .replaceAll("\\{(\\w*[iI]d)}", UUID.randomUUID().toString())
                .replaceAll("\\{\\w+}", "none");
    }
}

package cn.quality.credit.contracts;

import static cn.quality.credit.Credit.DEPARTMENT;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.credit.Credit;
import cn.quality.testing.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who may call what: every operation the running service describes, called by everybody. An operation that asks for a token
 * refuses whoever has none; all else is for a reader of the table to judge.
 */
final class RoleTable {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final String LET_IN = "+";
    private static final String FORBIDDEN = "x";
    private static final String LOG_IN = "-";

    private static final String HEAD = """
            # Who may call what. + let in, x refused (403), - asked to log in (401).
            # Let in says no more than that: on nothing and with an empty request, most of these end in 400 or 404.
            # GET is called on an enterprise in region 371102, its published entry, and as that enterprise.
            # The last columns are the same roles, but of another region, department or enterprise.
            """;

    private final String uscc;
    private final String listing;

    RoleTable() {
        Credit.storeReferenceData();
        Credit.storeLaw();
        uscc = Credit.registered();
        listing = Credit.published(uscc, "BLACK");
    }

    String written() throws IOException {
        return HEAD + String.join("\n", rows()) + "\n";
    }

    private List<String> rows() throws IOException {
        var callers = callers();
        var rows = new ArrayList<String>();
        var width = 2
                + operations().stream()
                        .mapToInt(one -> one.name().length())
                        .max()
                        .orElse(0);
        int longest = callers.keySet().stream().mapToInt(String::length).max().orElse(0);
        // Names of roles stand upright, one letter a line, so that a row stays readable.
        for (int line = 0; line < longest; line++) {
            var head = new StringBuilder("#" + " ".repeat(width - 1));
            for (var caller : callers.keySet()) {
                int from = line - (longest - caller.length());
                head.append(' ').append(from < 0 ? ' ' : caller.charAt(from));
            }
            rows.add(head.toString().stripTrailing());
        }
        for (var operation : operations()) {
            var row = new StringBuilder(
                    operation.name() + " ".repeat(width - operation.name().length()));
            callers.values().forEach(caller -> row.append(' ').append(call(operation, caller)));
            if (operation.restricted()) {
                assertThat(row.charAt(width + 1)).as(operation.name()).isEqualTo(LOG_IN.charAt(0));
            }
            rows.add(row.toString());
        }
        return rows;
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

    private record Operation(String method, String path, Optional<String> body, boolean restricted) {

        String name() {
            return "%-6s /%s".formatted(method.toUpperCase(Locale.ROOT), path);
        }
    }

    private static List<Operation> operations() throws IOException {
        var operations = new ArrayList<Operation>();
        var description = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> operations.add(new Operation(
                                operation.getKey(),
                                path.getKey().substring(Credit.BASE.length() + 1),
                                body(operation.getValue()),
                                !operation.getValue().path("security").isEmpty()))));
        return operations;
    }

    private static Optional<String> body(JsonNode operation) {
        return operation.path("requestBody").path("content").properties().stream()
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private String call(Operation operation, Optional<Tokens> caller) {
        RequestSpecification request = given().basePath(Credit.BASE).accept("*/*");
        caller.ifPresent(token -> request.auth().oauth2(token.sign()));
        if (!"get".equals(operation.method())) {
            empty(request, operation.body().orElse("application/json"));
        }
        int status = request.request(operation.method(), path(operation)).statusCode();
        assertThat(status).as("%s for %s", operation.name(), caller).isLessThan(500);
        return switch (status) {
            case 401 -> LOG_IN;
            case 403 -> FORBIDDEN;
            default -> LET_IN;
        };
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
        boolean read = "get".equals(operation.method());
        return operation
                .path()
                .replace("listings/{id}", "listings/" + (read ? listing : UUID.randomUUID()))
                .replace("{uscc}", read ? uscc : "91371199MA3RH00187")
                .replace("{year}", "2026")
                .replaceAll("\\{(\\w*[iI]d)}", UUID.randomUUID().toString())
                .replaceAll("\\{\\w+}", "none");
    }
}

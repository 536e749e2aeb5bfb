package cn.quality.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.testing.RoleTable;
import cn.quality.testing.RoleTable.Operation;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every operation of every service, called by everybody through the gateway with tokens of the real realm, is refused or not as
 * the tables of the services say. An operation that is described but stands in no table fails.
 */
@ExtendWith(RunningSuite.class)
class RolesTest {

    private static final Path HOME = Path.of("../..");
    private static final String OWN = "91371199MA3RH00187";
    private static final int AT_ONCE = 8;

    private final Actors actors;

    RolesTest(Actors actors) {
        this.actors = actors;
    }

    /** A service: its folder and where its interface begins. */
    private record Service(String folder, String base) {

        private List<Operation> operations() throws IOException {
            return RoleTable.operations(
                    Files.readString(HOME.resolve(folder).resolve("src/main/openapi/openapi.json")), base);
        }

        private Map<String, Map<String, Character>> table() throws IOException {
            return RoleTable.read(Files.readString(HOME.resolve(folder).resolve("src/test/resources/roles.txt")))
                    .stream()
                    .collect(Collectors.toMap(RoleTable.Row::name, RoleTable.Row::marks));
        }
    }

    private static final List<Service> SERVICES = List.of(
            new Service("credit-service", "/api/credit/v1"),
            new Service("standards-service", "/api/standards/v1"),
            new Service("indicator-service", "/api/indicators/v1"));

    @Test
    void everyOperationTreatsEveryRoleAsItsTableSays() throws Exception {
        var listing = Samples.published(actors, OWN, "BLACK");
        var callers = callers();
        var calls = new ArrayList<Callable<List<String>>>();
        for (var service : SERVICES) {
            var table = service.table();
            for (var operation : service.operations()) {
                calls.add(() -> differences(service, operation, table.get(operation.name()), callers, listing));
            }
        }
        assertThat(calls).hasSizeGreaterThan(100);
        assertThat(all(calls)).isEmpty();
    }

    private List<String> differences(
            Service service,
            Operation operation,
            @Nullable Map<String, Character> marks,
            Map<String, Supplier<RequestSpecification>> callers,
            String listing) {
        if (marks == null) {
            return List.of(operation.name() + " stands in no table");
        }
        var differences = new ArrayList<String>();
        callers.forEach((caller, request) -> {
            var status = call(service, operation, request.get(), listing);
            var expected = marks.get(caller);
            if (expected == null || RoleTable.mark(status, operation, caller) != expected) {
                differences.add("%s %s as %s: %d, the table says %s"
                        .formatted(service.folder(), operation.name(), caller, status, expected));
            }
        });
        return differences;
    }

    /** What is read exists; what is written to does not, so that nothing is changed. */
    private static int call(Service service, Operation operation, RequestSpecification request, String listing) {
        var path = operation
                .path()
                .replace("listings/{id}", "listings/" + (operation.reads() ? listing : UUID.randomUUID()))
                .replace("{uscc}", OWN)
                .replace("{year}", "2026")
                .replaceAll("\\{(\\w*[iI]d)}", UUID.randomUUID().toString())
                .replaceAll("\\{\\w+}", "none");
        request.accept("*/*");
        if (!operation.reads()) {
            var type = operation.body().orElse("application/json");
            if (type.equals("application/x-www-form-urlencoded")) {
                request.formParam("none", "");
            } else {
                request.header("Content-Type", type).body("{}".getBytes(StandardCharsets.UTF_8));
            }
        }
        return request.request(operation.method(), service.base() + path).statusCode();
    }

    /** One login of the realm per role. */
    private Map<String, Supplier<RequestSpecification>> callers() {
        return Map.ofEntries(
                Map.entry("anonymous", actors::anybody),
                Map.entry("data-provider", () -> actors.system("dept-market-supervision")),
                Map.entry("reporter", () -> actors.person("reporter")),
                Map.entry("county-reviewer", () -> actors.person("county-reviewer")),
                Map.entry("city-reviewer", () -> actors.person("city-reviewer")),
                Map.entry("case-handler", () -> actors.person("case-handler")),
                Map.entry("case-approver", () -> actors.person("case-approver")),
                Map.entry("publisher", () -> actors.person("publisher")),
                Map.entry("enterprise", () -> actors.person("enterprise")),
                Map.entry("social-organization", () -> actors.person("social-organization")),
                Map.entry("screening-client", () -> actors.system("screening-bank")),
                Map.entry("auditor", () -> actors.person("auditor")),
                Map.entry("administrator", () -> actors.person("administrator")));
    }

    private static List<String> all(Collection<Callable<List<String>>> calls)
            throws InterruptedException, ExecutionException {
        var differences = new ArrayList<String>();
        try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var done : workers.invokeAll(calls)) {
                differences.addAll(done.get());
            }
        }
        return differences;
    }
}

package cn.quality.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.local.PartName;
import cn.quality.testing.EmptyCalls;
import cn.quality.testing.RoleTable;
import cn.quality.testing.RoleTable.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every operation of every service and of the gateway, called by everybody through the gateway with tokens of the real realm,
 * is refused or not as their tables say. An operation that is described but stands in no table fails.
 */
@SuiteTest
class RolesTest {

    private static final Path HOME = Path.of("../..");
    private static final String OWN = "91371199MA3RH00187";
    private static final int AT_ONCE = 8;

    private final Actors actors;

    RolesTest(Actors actors) {
        this.actors = actors;
    }

    private static final String GENERATED = "src/main/openapi/openapi.json";

    /** A part that answers: its folder, where its interface begins, and where that is described. */
    private record Service(String folder, String base, List<String> documents) {

        private List<Operation> operations() throws IOException {
            var operations = new ArrayList<Operation>();
            for (var document : documents) {
                operations.addAll(RoleTable.operations(
                        Files.readString(HOME.resolve(folder).resolve(document)), base));
            }
            return operations;
        }

        private Map<String, Map<String, Character>> table() throws IOException {
            return RoleTable.read(Files.readString(HOME.resolve(folder).resolve("src/test/resources/roles.txt")))
                    .stream()
                    .collect(Collectors.toMap(RoleTable.Row::name, RoleTable.Row::marks));
        }
    }

    private static final List<Service> SERVICES = List.of(
            new Service("credit-service", "/api/credit/v1", List.of(GENERATED)),
            new Service("standards-service", "/api/standards/v1", List.of(GENERATED)),
            new Service("indicator-service", "/api/indicators/v1", List.of(GENERATED)),
            new Service("gateway", "", List.of(GENERATED, "src/main/resources/docs/feeds/openapi.json")));

    @Test
    void everyOperationTreatsEveryRoleAsItsTableSays() throws Exception {
        var listing = Samples.published(actors, OWN, "RED");
        var callers = callers();
        try (var calls = new EmptyCalls(actors.suite().url(PartName.GATEWAY))) {
            var checks = new ArrayList<Callable<List<String>>>();
            for (var service : SERVICES) {
                var table = service.table();
                for (var operation : service.operations()) {
                    checks.add(() -> differences(
                            service,
                            operation,
                            table.get(operation.name()),
                            callers,
                            token -> calls.status(operation, path(service, operation, listing), token)));
                }
            }
            assertThat(checks).hasSizeGreaterThan(100);
            assertThat(all(checks)).isEmpty();
        }
    }

    private static List<String> differences(
            Service service,
            Operation operation,
            @Nullable Map<String, Character> marks,
            Map<String, Supplier<Optional<String>>> callers,
            ToIntFunction<Optional<String>> call) {
        if (marks == null) {
            return List.of(operation.name() + " stands in no table");
        }
        var differences = new ArrayList<String>();
        callers.forEach((caller, token) -> {
            var status = call.applyAsInt(token.get());
            var expected = marks.get(caller);
            if (expected == null || RoleTable.mark(status, operation, caller) != expected) {
                differences.add("%s %s as %s: %d, the table says %s"
                        .formatted(service.folder(), operation.name(), caller, status, expected));
            }
        });
        return differences;
    }

    /** What is read exists; what is written to does not, so that nothing is changed. */
    private static String path(Service service, Operation operation, String listing) {
        return service.base()
                + operation
                        .path()
                        .replace("listings/{id}", "listings/" + (operation.reads() ? listing : UUID.randomUUID()))
                        // The secret of a receipt is asked for first; what is no receipt is not found.
                        .replace("feedback/{id}", "feedback/none")
                        .replace("{uscc}", OWN)
                        .replace("{year}", "2026")
                        .replaceAll("\\{(\\w*[iI]d)}", UUID.randomUUID().toString())
                        .replaceAll("\\{\\w+}", "none");
    }

    /** One login of the realm per role. */
    private Map<String, Supplier<Optional<String>>> callers() {
        return Map.ofEntries(
                Map.entry("anonymous", Optional::empty),
                Map.entry("data-provider", system("dept-market-supervision")),
                Map.entry("reporter", person("reporter")),
                Map.entry("county-reviewer", person("county-reviewer")),
                Map.entry("city-reviewer", person("city-reviewer")),
                Map.entry("case-handler", person("case-handler")),
                Map.entry("case-approver", person("case-approver")),
                Map.entry("publisher", person("publisher")),
                Map.entry("enterprise", person("enterprise")),
                Map.entry("social-organization", person("social-organization")),
                Map.entry("screening-client", system("screening-bank")),
                Map.entry("auditor", person("auditor")),
                Map.entry("administrator", person("administrator")));
    }

    private Supplier<Optional<String>> person(String login) {
        return () -> Optional.of(actors.tokenOfPerson(login));
    }

    private Supplier<Optional<String>> system(String client) {
        return () -> Optional.of(actors.tokenOfSystem(client));
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

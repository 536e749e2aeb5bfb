package cn.quality.testing;

import cn.quality.testing.RoleTable.Operation;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The table of a service that runs: every operation it describes, called by everybody. */
public final class RolesInTheTable {

    private static final String ANYBODY = "anonymous";
    /** Every role a token can carry. */
    public static final List<String> ROLES = List.of(
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

    /**
     * Somebody without a token, and one of each role; others may be added.
     *
     * @param token of somebody with this role
     */
    public static Map<String, Optional<String>> everybody(Function<String, String> token) {
        var callers = new LinkedHashMap<String, Optional<String>>();
        callers.put(ANYBODY, Optional.empty());
        ROLES.forEach(role -> callers.put(role, Optional.of(token.apply(role))));
        return callers;
    }

    /** The path of an operation on something that does not exist. */
    public static String onNothing(Operation operation) {
        return operation.path().replaceAll("\\{\\w+}", "none");
    }

    /**
     * @param service where it listens
     * @param base where its interface begins
     * @param remarks lines of the head, each after {@code #}
     * @param callers tokens by caller, in the order of the columns
     * @param path what an operation is called on, below the base
     * @throws AssertionError when an operation fails, or lets somebody in without the token it says it asks for
     */
    public static String written(
            URI service,
            String base,
            String remarks,
            List<Operation> operations,
            Map<String, Optional<String>> callers,
            Function<Operation, String> path) {
        try (var calls = new EmptyCalls(service)) {
            return RoleTable.written(remarks, operations, List.copyOf(callers.keySet()), (caller, operation) -> {
                var token = callers.getOrDefault(caller, Optional.empty());
                int status = calls.status(operation, base + path.apply(operation), token);
                if (operation.restricted() && token.isEmpty() && status != 401) {
                    throw new AssertionError("%s lets anybody in: %d".formatted(operation.name(), status));
                }
                return status;
            });
        }
    }
}

package cn.quality.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may call what of a service: every operation its API document describes, called by everybody. A service's tests write
 * the table and compare it with the committed one, so a new operation without a row fails; the end-to-end tests read it and
 * try the same through the gateway.
 */
public final class RoleTable {

    /** Let in; that says no more than that it was not refused for who asked. */
    public static final char LET_IN = '+';

    public static final char FORBIDDEN = 'x';
    public static final char LOG_IN = '-';

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final String LEGEND = """
            # Who may call what. + let in, x refused (403), - asked to log in (401).
            # Let in says no more than that: on nothing and with an empty request, most of these end in 400 or 404.
            """;

    private RoleTable() {}

    /**
     * @param path below the service's base, with {@code {parameters}}
     * @param body media type of what it takes
     * @param restricted whether its description asks for a token
     */
    public record Operation(String method, String path, Optional<String> body, boolean restricted) {

        public String name() {
            return "%-6s %s".formatted(method, path);
        }

        public boolean reads() {
            return method.equals("GET");
        }
    }

    /** An operation and the mark of each caller, by the caller's name. */
    public record Row(String name, Map<String, Character> marks) {}

    /** Calls an operation. */
    @FunctionalInterface
    public interface Call {
        /** @return the HTTP status */
        int as(String caller, Operation operation);
    }

    /** @param document OpenAPI, as JSON */
    public static List<Operation> operations(String document, String base) {
        var operations = new ArrayList<Operation>();
        for (var path : json(document).path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    operations.add(new Operation(
                            operation.getKey().toUpperCase(Locale.ROOT),
                            path.getKey().substring(base.length()),
                            body(operation.getValue()),
                            !operation.getValue().path("security").isEmpty()));
                }
            }
        }
        return operations;
    }

    /**
     * @param remarks lines of the head, each after {@code #}
     * @throws AssertionError when an operation fails, or lets somebody in without the token it says it asks for
     */
    public static String written(String remarks, List<Operation> operations, List<String> callers, Call call) {
        int width = 2
                + operations.stream().mapToInt(one -> one.name().length()).max().orElse(0);
        var table = new StringBuilder(LEGEND).append(remarks).append(head(callers, width));
        for (var operation : operations) {
            var row = new StringBuilder(pad(operation.name(), width));
            for (var caller : callers) {
                row.append(' ').append(mark(call.as(caller, operation), operation, caller));
            }
            table.append(row).append('\n');
        }
        return table.toString();
    }

    /** The mark a status stands for. */
    public static char mark(int status, Operation operation, String caller) {
        if (status >= 500 || status == 429) {
            throw new AssertionError("%s as %s: %d".formatted(operation.name(), caller, status));
        }
        return status == 401 ? LOG_IN : status == 403 ? FORBIDDEN : LET_IN;
    }

    /** Reads what {@link #written} wrote. */
    public static List<Row> read(String table) {
        var names = new LinkedHashMap<Integer, StringBuilder>();
        var rows = new ArrayList<Row>();
        for (var line : table.split("\n", -1)) {
            if (line.startsWith("#  ")) {
                for (int i = 1; i < line.length(); i++) {
                    if (line.charAt(i) != ' ' || names.containsKey(i)) {
                        names.computeIfAbsent(i, column -> new StringBuilder()).append(line.charAt(i));
                    }
                }
            } else if (!line.isBlank() && !line.startsWith("#")) {
                var marks = new LinkedHashMap<String, Character>();
                names.forEach((column, name) -> marks.put(name.toString(), line.charAt(column)));
                rows.add(new Row(line.substring(0, line.indexOf("  ", 7)), marks));
            }
        }
        return rows;
    }

    /** Names stand upright, one letter a line, so that a row stays readable. */
    private static String head(List<String> callers, int width) {
        int longest = callers.stream().mapToInt(String::length).max().orElse(0);
        var head = new StringBuilder();
        for (int line = 0; line < longest; line++) {
            var letters = new StringBuilder(pad("#", width));
            for (var caller : callers) {
                int from = line - (longest - caller.length());
                letters.append(' ').append(from < 0 ? ' ' : caller.charAt(from));
            }
            head.append(letters.toString().stripTrailing()).append('\n');
        }
        return head.toString();
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static Optional<String> body(JsonNode operation) {
        return operation.path("requestBody").path("content").properties().stream()
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static JsonNode json(String document) {
        try {
            return new ObjectMapper().readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not an API document", e);
        }
    }
}

package cn.quality.testing;

import cn.quality.testing.RoleTable.Operation;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every operation a service describes, called by somebody of each role: who is let in stands in a committed table. */
public abstract class RoleTableContract {

    private static final Path TABLE = Path.of("src", "test", "resources", "roles.txt");

    /** Where the interface begins, as in {@code /api/credit/v1}. */
    protected abstract String base();

    protected List<Operation> operations() throws IOException {
        return RoleTable.operations(ApiDocument.served().root().toString(), base());
    }

    /** Tokens by caller, in the order of the columns. */
    protected Map<String, Optional<String>> callers() {
        return RolesInTheTable.everybody(role -> Tokens.of(role)
                .user("table-" + role)
                .region("371100")
                .uscc("91371199MA3RH00187")
                .sign());
    }

    /** What an operation is called on, below the base. */
    protected String path(Operation operation) {
        return RolesInTheTable.onNothing(operation);
    }

    /** Lines of the head of the table, each after {@code #}. */
    protected String remarks() {
        return "";
    }

    /** A new operation has no row there, and fails. Read the difference: it is what changed in who may do what. */
    @Test
    void everyOperationAnswersEveryRoleAsTheTableSays() throws IOException {
        Golden.isCommitted(
                TABLE,
                RolesInTheTable.written(
                        URI.create("http://localhost:" + RestAssured.port),
                        base(),
                        remarks(),
                        operations(),
                        callers(),
                        this::path));
    }
}

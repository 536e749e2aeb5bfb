package cn.quality.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.gateway.store.Migration;
import cn.quality.testing.RoleTable;
import cn.quality.testing.RoleTable.Operation;
import cn.quality.testing.RoleTableContract;
import cn.quality.testing.RolesInTheTable;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;

/** Who may do what of the gateway's own. The rest of what passes it stands in the tables of the services. */
@QuarkusTest
@WithTestResource(OutsideWorld.class)
@WithTestResource(Ground.class)
class RolesTest extends RoleTableContract {

    /** The one that is generated, which another test compares with what is served, and what is described by hand. */
    private static final List<Path> DOCUMENTS =
            List.of(Path.of("src/main/openapi/openapi.json"), Path.of("src/main/resources/docs/feeds/openapi.json"));

    @Inject
    Migration migration;

    /** Somebody allowed would be told of tables that are not there. */
    @BeforeEach
    void tablesAreThere() {
        assertThat(migration.done()).succeedsWithin(Duration.ofMinutes(1));
    }

    @Override
    protected String base() {
        return "";
    }

    @Override
    protected Map<String, Optional<String>> callers() {
        return RolesInTheTable.everybody(RolesTest::token);
    }

    @Override
    protected List<Operation> operations() throws IOException {
        var operations = new ArrayList<Operation>();
        for (var document : DOCUMENTS) {
            operations.addAll(RoleTable.operations(Files.readString(document), ""));
        }
        return operations;
    }

    private static String token(String role) {
        try {
            return Token.valid().ofSystem("table-" + role).withRoles(role).sign();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}

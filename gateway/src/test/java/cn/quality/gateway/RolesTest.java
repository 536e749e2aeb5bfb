package cn.quality.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.gateway.store.Migration;
import cn.quality.testing.RoleTable;
import cn.quality.testing.RoleTable.Operation;
import cn.quality.testing.RolesInTheTable;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may do what of the gateway's own. The rest of what passes it stands in the tables of the services. */
@QuarkusTest
@WithTestResource(OutsideWorld.class)
@WithTestResource(Ground.class)
class RolesTest {

    private static final Path ROLES = Path.of("src/test/resources/roles.txt");

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

    /** A new operation has no row there, and fails. Read the difference: it is what changed in who may do what. */
    @Test
    void everyOperationAnswersEveryRoleAsTheTableSays() throws IOException {
        var table = RolesInTheTable.written(
                URI.create("http://localhost:" + RestAssured.port),
                "",
                "",
                operations(),
                RolesInTheTable.everybody(RolesTest::token),
                RolesInTheTable::onNothing);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(ROLES.getParent());
            Files.writeString(ROLES, table);
        }
        assertThat(table).isEqualTo(Files.readString(ROLES));
    }

    private static List<Operation> operations() throws IOException {
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

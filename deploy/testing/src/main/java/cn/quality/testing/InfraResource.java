package cn.quality.testing;

import cn.quality.embedded.Databases;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a Quarkus test the broker, the token issuer, and the database named by the argument {@code database} (none
 * without it):
 *
 * <pre>{@code
 * @WithTestResource(value = InfraResource.class,
 *         initArgs = @ResourceArg(name = "database", value = "credit"))
 * }</pre>
 */
public final class InfraResource implements QuarkusTestResourceLifecycleManager {

    private @Nullable String database;

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.get("database");
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>();
        // Several modules are tested at once.
        config.put("quarkus.http.test-port", "0");
        config.put("kafka.bootstrap.servers", Infra.bootstrapServers());
        // Tokens are checked against this key; no identity server is asked.
        config.put("quarkus.oidc.public-key", Tokens.publicKey());
        config.put("quarkus.oidc.auth-server-url", "");
        config.put("quarkus.oidc.token.issuer", Tokens.ISSUER);
        if (database != null) {
            config.put("quarkus.datasource.jdbc.url", Infra.jdbcUrl(database));
            config.put("quarkus.datasource.username", Databases.app(database));
            config.put("quarkus.datasource.password", Databases.app(database));
            config.put("quarkus.flyway.username", Databases.owner(database));
            config.put("quarkus.flyway.password", Databases.owner(database));
        }
        return config;
    }

    @Override
    public void stop() {
        // The parts serve every application of this JVM and end with it.
    }
}

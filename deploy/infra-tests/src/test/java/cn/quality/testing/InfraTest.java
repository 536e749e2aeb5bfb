package cn.quality.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.embedded.Databases;
import cn.quality.embedded.Topics;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("container")
class InfraTest {

    @Test
    void bothRolesOfADatabaseCanLogInAndChineseIsText() throws SQLException {
        try (Connection owner = as("credit", Databases.owner("credit"));
                Statement sql = owner.createStatement()) {
            sql.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm");
        }
        try (Connection app = as("credit", Databases.app("credit"));
                Statement sql = app.createStatement();
                ResultSet rows = sql.executeQuery("SELECT cardinality(show_trgm('日照')), 'ä' > 'z'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isPositive();
            assertThat(rows.getBoolean(2)).isTrue();
        }
    }

    @Test
    void theBrokerHasTheTopicsGoesAwayAndComesBack() throws Exception {
        String address = Infra.bootstrapServers();
        assertThat(topics(address)).containsAll(Topics.all());
        Infra.kafka().stop();
        assertThatThrownBy(() -> topics(address)).isInstanceOf(TimeoutException.class);
        Infra.kafka().start();
        assertThat(Infra.bootstrapServers()).isEqualTo(address);
        assertThat(topics(address)).containsAll(Topics.all());
    }

    @Test
    void otherClassLoadersReachTheSameParts() throws Exception {
        List<URL> classPath = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            classPath.add(Path.of(entry).toUri().toURL());
        }
        try (var stranger = new URLClassLoader(classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> theirs = stranger.loadClass("cn.quality.testing.Infra");
            assertThat(theirs).isNotEqualTo(Infra.class);
            assertThat(theirs.getMethod("bootstrapServers").invoke(null)).isEqualTo(Infra.bootstrapServers());
            assertThat(theirs.getMethod("jdbcUrl", String.class).invoke(null, "credit"))
                    .isEqualTo(Infra.jdbcUrl("credit"));
        }
    }

    private static Connection as(String database, String role) throws SQLException {
        return DriverManager.getConnection(Infra.jdbcUrl(database), role, role);
    }

    private static Set<String> topics(String address) throws Exception {
        Admin admin = Admin.create(Map.of("bootstrap.servers", address));
        try {
            return admin.listTopics().names().get(3, TimeUnit.SECONDS);
        } finally {
            // Without the limit it would wait for the answer of a broker that is gone.
            admin.close(Duration.ZERO);
        }
    }
}

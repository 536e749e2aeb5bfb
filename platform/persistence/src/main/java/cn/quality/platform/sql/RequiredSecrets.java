package cn.quality.platform.sql;

import io.quarkus.runtime.Startup;
import io.smallrye.config.ConfigMapping;
import jakarta.inject.Singleton;

/**
 * The secrets of the database, which have no default: a program without them ends at its start with the name of what is missing,
 * before it has opened anything. Only that they are there is checked here.
 */
@Startup
@Singleton
class RequiredSecrets {

    /** Each refers to the setting in which the secret is given. */
    @ConfigMapping(prefix = "quality.secrets")
    interface Names {

        String database();

        String migrations();
    }

    /** Read with all other settings, when the program starts. */
    RequiredSecrets(Names names) {
        if (names.database().isBlank() || names.migrations().isBlank()) {
            throw new IllegalStateException("quarkus.datasource.password and quarkus.flyway.password must be set");
        }
    }
}

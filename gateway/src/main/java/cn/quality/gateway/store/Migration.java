package cn.quality.gateway.store;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/** Migrates beside the start and not before it, as often as it takes. */
@ApplicationScoped
public class Migration {

    private static final Logger LOG = Logger.getLogger(Migration.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Flyway flyway;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final Thread thread = Thread.ofVirtual().name("migration").unstarted(this::migrate);

    Migration(Flyway flyway) {
        this.flyway = flyway;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        thread.interrupt();
    }

    /** When the database has its shape. */
    public CompletionStage<Void> done() {
        return done.minimalCompletionStage();
    }

    private void migrate() {
        try {
            for (boolean first = true; !migrated(first); first = false) {
                Thread.sleep(PAUSE);
            }
            done.complete(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean migrated(boolean first) {
        try {
            flyway.migrate();
            return true;
        } catch (FlywayException e) {
            if (first) {
                LOG.warnf("The database is not there yet, webhooks wait for it: %s", e.getMessage());
            }
            return false;
        }
    }
}

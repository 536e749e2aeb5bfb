package cn.quality.gateway.portal;

import cn.quality.gateway.edge.TransferMemory;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Where files of forms wait until the form is whole: on disk, for this process alone. A file lives no longer than its request,
 * however that ends; what is left all the same, by a process that was killed say, is swept at the start and every hour. All of
 * them together have as much space as {@link UploadConfig} says.
 */
@Singleton
class UploadFolder {

    private static final Logger LOG = Logger.getLogger(UploadFolder.class);

    static final String PREFIX = "gateway-upload-";
    private static final Duration OLDEST = Duration.ofHours(1);

    /** The folder of temporary files is for all programs, each file for its owner. */
    private static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"));

    private final TransferMemory space;

    UploadFolder(UploadConfig config, MeterRegistry meters, Clock clock, Vertx vertx) {
        this.space = new TransferMemory(config.space().asLongValue());
        meters.gauge("gateway.uploads.bytes", space, TransferMemory::held);
        sweep(clock.instant().minus(OLDEST));
        vertx.setPeriodic(OLDEST.toMillis(), hour -> {
            var unused = vertx.executeBlocking(
                    Executors.callable(() -> sweep(clock.instant().minus(OLDEST))));
        });
    }

    /** Counts what arrives of a form; there has to be space for it until the end of the request. */
    final class Space {

        private long taken;

        private Space(RoutingContext request) {
            request.addEndHandler(end -> space.remove(taken));
        }

        /** Whether there was space for so many bytes more. */
        boolean take(int bytes) {
            taken += bytes;
            space.add(bytes);
            return !space.full();
        }
    }

    Space spaceFor(RoutingContext request) {
        return new Space(request);
    }

    /** Saves a file; it is deleted at the end of the request. */
    Future<Path> save(HttpServerFileUpload file, RoutingContext request) {
        var place = create();
        var saved = file.streamToFileSystem(place.toString()).map(place);
        request.addEndHandler(end -> {
            stopSaving(file);
            delete(place, request);
            // It may have been opened in the meantime; what breaks off in the middle of a file never completes.
            saved.onComplete(over -> delete(place, request));
        });
        return saved;
    }

    /** What is refused in the middle of a file would go on being written, to a file without a name. */
    private static void stopSaving(HttpServerFileUpload file) {
        try {
            file.cancelStreamToFileSystem();
        } catch (IllegalStateException closed) {
            LOG.debugf("A file of a form was whole: %s", closed.getMessage());
        }
    }

    private static void delete(Path file, RoutingContext request) {
        request.vertx().fileSystem().delete(file.toString());
    }

    /** With rights for its owner alone. */
    private Path create() {
        try {
            return Files.createTempFile(FOLDER, PREFIX, UUID.randomUUID().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes what is older. */
    static void sweep(Instant oldest) {
        try (var files = Files.newDirectoryStream(FOLDER, PREFIX + "*")) {
            for (var file : files) {
                deleteWhenOlder(file, oldest);
            }
        } catch (IOException e) {
            LOG.warnf("Files of forms were not swept: %s", e.getMessage());
        }
    }

    private static void deleteWhenOlder(Path file, Instant oldest) throws IOException {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
            Files.deleteIfExists(file);
        }
    }
}

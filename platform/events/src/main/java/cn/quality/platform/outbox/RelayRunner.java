package cn.quality.platform.outbox;

import static java.util.Map.entry;

import cn.quality.platform.sql.Jdbc;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Runs this process's relay: at once after a commit here, and by a short poll for commits made elsewhere. */
@ApplicationScoped
class RelayRunner {

    private static final Logger LOG = Logger.getLogger(RelayRunner.class);

    @ConfigMapping(prefix = "quality.outbox")
    interface Config {

        /** Off in processes that only read. */
        @WithDefault("true")
        boolean relay();

        /** How often to look for events other processes left. */
        @WithDefault("200ms")
        Duration poll();

        /** Pause after the broker refused. */
        @WithDefault("1s")
        Duration retry();

        /** Events under one lock. */
        @WithDefault("1000")
        int batch();

        /** Published events stay this long for the change feeds. */
        @WithDefault("30d")
        Duration retention();
    }

    private final Jdbc sql;
    private final Clock clock;
    private final Config config;
    private final String source;
    private final Map<String, Object> kafka;
    private final MeterRegistry meters;
    private final Semaphore bell = new Semaphore(0);
    private final Thread thread = Thread.ofVirtual().name("outbox-relay").unstarted(this::run);
    private volatile boolean stopping;

    RelayRunner(
            Jdbc sql,
            Clock clock,
            Config config,
            @ConfigProperty(name = "quarkus.application.name") String source,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            MeterRegistry meters) {
        this.sql = sql;
        this.clock = clock;
        this.config = config;
        this.source = "/" + source;
        this.kafka = kafka;
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        if (config.relay()) {
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        bell.release();
        if (thread.isAlive()) {
            thread.join(TimeUnit.SECONDS.toMillis(5));
            thread.interrupt();
        }
    }

    /** Something was committed. */
    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Appended events) {
        bell.release();
    }

    private void run() {
        var published = meters.counter("outbox.published");
        var retention = new Retention(sql, clock, config.retention());
        boolean reachable = true;
        try {
            while (!stopping) {
                // Made anew after a failure: it cannot be made at all while the brokers' names are unknown, as they are
                // before the brokers start, and some failures it does not survive.
                try (var producer = producer(kafka)) {
                    var relay = new Relay(sql, producer, clock, source, config.batch());
                    while (!stopping) {
                        int count = relay.publishWaiting();
                        published.increment(count);
                        if (!reachable) {
                            LOG.info("The broker takes events again");
                            reachable = true;
                        }
                        if (count == 0) {
                            retention.sweepWhenDue();
                            rest(config.poll());
                        }
                    }
                } catch (Relay.BrokerUnavailable | RuntimeException e) {
                    if (reachable && !stopping) {
                        LOG.warnf("Events wait in the outbox: %s", e.getMessage());
                        reachable = false;
                    }
                    rest(config.retry());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void rest(Duration pause) throws InterruptedException {
        if (bell.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
    }

    /** @param kafka where the brokers are and how to log in to them: what is set below {@code kafka.} */
    static Producer<String, byte[]> producer(Map<String, Object> kafka) {
        var settings = new HashMap<>(kafka);
        settings.putAll(Map.ofEntries(
                entry(ProducerConfig.ACKS_CONFIG, "all"),
                entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none"),
                // Bounded, because the relay holds its lock while it waits.
                entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000),
                entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000),
                entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 6_000),
                entry(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000)));
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}

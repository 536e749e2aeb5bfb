package cn.quality.gateway.webhooks;

import cn.quality.gateway.webhooks.DeliveryRepository.Delivery;
import cn.quality.gateway.webhooks.DeliveryRepository.Settled;
import cn.quality.gateway.webhooks.DeliveryView.State;
import cn.quality.gateway.webhooks.WebhookSender.Reply;
import cn.quality.gateway.webhooks.WebhookState.Move;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/**
 * Carries out deliveries, as many at a time as each webhook and this gateway may have in flight. One thread takes what is due
 * and settles what has ended, both by the hundred; each delivery has a virtual thread of its own in between.
 *
 * <p>Any number of dispatchers may run. What one has taken and does not settle, because it was killed say, is taken again once
 * its lease has run out.
 */
final class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final Duration GATHER = Duration.ofMillis(2);
    private static final Duration PAUSE_WHEN_THE_DATABASE_IS_AWAY = Duration.ofSeconds(1);
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);
    private static final Duration FAREWELL = Duration.ofSeconds(8);

    private final WebhookRepository webhooks;
    private final DeliveryRepository deliveries;
    private final WebhookService service;
    private final Handshake handshake;
    private final WebhookSender sender;
    private final WebhookConfig config;
    private final Clock clock;
    private final MeterRegistry meters;

    private final Map<UUID, Integer> inFlight = new ConcurrentHashMap<>();
    private final BlockingQueue<Settled> ended = new LinkedBlockingQueue<>();
    private final Semaphore bell = new Semaphore(0);
    private final Thread thread = Thread.ofVirtual().name("webhooks").unstarted(this::run);
    private volatile boolean stopping;
    private Instant swept = Instant.EPOCH;

    Dispatcher(
            WebhookRepository webhooks,
            DeliveryRepository deliveries,
            WebhookService service,
            Handshake handshake,
            WebhookSender sender,
            WebhookConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.service = service;
        this.handshake = handshake;
        this.sender = sender;
        this.config = config;
        this.clock = clock;
        this.meters = meters;
    }

    void start() {
        thread.start();
    }

    /** What is in flight may still end, and be settled. */
    void stop() throws InterruptedException {
        stopping = true;
        wake();
        if (thread.isAlive()) {
            thread.join(FAREWELL);
            thread.interrupt();
        }
    }

    /** Something is due. */
    void wake() {
        bell.release();
    }

    private void run() {
        boolean reachable = true;
        try {
            while (!stopping || !inFlight.isEmpty() || !ended.isEmpty()) {
                try {
                    sweepWhenDue();
                    int moved = settle() + (stopping ? 0 : ask() + deliver());
                    reachable = true;
                    rest(moved > 0 ? GATHER : config.poll());
                } catch (RuntimeException e) {
                    if (reachable) {
                        LOG.warnf("Webhooks wait: %s", e.getMessage());
                        reachable = false;
                    }
                    Thread.sleep(PAUSE_WHEN_THE_DATABASE_IS_AWAY);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void rest(Duration pause) throws InterruptedException {
        if (bell.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            Thread.sleep(GATHER);
            bell.drainPermits();
        }
    }

    private void sweepWhenDue() {
        var now = clock.instant();
        if (Duration.between(swept, now).abs().compareTo(BETWEEN_SWEEPS) >= 0) {
            service.sweep();
            swept = now;
        }
    }

    private int ask() {
        var pending = QuarkusTransaction.requiringNew()
                .call(() -> webhooks.claimPendingHandshakes(clock.instant(), config.lease()));
        pending.forEach(one -> Thread.startVirtualThread(() -> shakeHands(one)));
        return pending.size();
    }

    private void shakeHands(WebhookRepository.PendingHandshake pending) {
        try {
            handshake.with(pending);
        } catch (RuntimeException e) {
            // Comes back after its lease.
            LOG.errorf(e, "Handshake with %s", pending.webhook().id());
        }
    }

    private int deliver() {
        int underWay = inFlight.values().stream().mapToInt(Integer::intValue).sum();
        if (underWay >= config.altogether()) {
            return 0;
        }
        var busy = Map.copyOf(inFlight);
        var taken = QuarkusTransaction.requiringNew()
                .call(() -> deliveries.take(
                        clock.instant(), config.lease(), busy, config.perWebhook(), config.altogether() - underWay));
        taken.forEach(delivery -> inFlight.merge(delivery.webhook().id(), 1, Integer::sum));
        taken.forEach(delivery -> Thread.startVirtualThread(() -> carryOut(delivery)));
        return taken.size();
    }

    private void carryOut(Delivery delivery) {
        try {
            var snapshot = delivery.snapshot();
            var reply =
                    sender.deliver(delivery.webhook(), snapshot.id(), Envelope.of(snapshot), snapshot.traceparent());
            if (!reply.accepted()) {
                LOG.debugf(
                        "%s not delivered to %s: %s",
                        snapshot.id(), delivery.webhook().id(), reply.failure());
            }
            ended.add(outcome(delivery, reply));
            react(delivery, reply);
        } catch (RuntimeException e) {
            // Comes back after its lease.
            LOG.errorf(
                    e,
                    "Delivery %s to %s",
                    delivery.snapshot().id(),
                    delivery.webhook().id());
        } finally {
            inFlight.computeIfPresent(delivery.webhook().id(), (id, many) -> many > 1 ? many - 1 : null);
            wake();
        }
    }

    private Settled outcome(Delivery delivery, Reply reply) {
        meters.counter("webhooks.attempts", "accepted", Boolean.toString(reply.accepted()))
                .increment();
        var now = clock.instant();
        var due = now.plus(retryAfter(reply, now)
                .orElseGet(() -> Backoff.after(delivery.attempts() + 1, RandomGenerator.getDefault())));
        var tooLate = due.isAfter(delivery.queuedAt().plus(config.patience()));
        return new Settled(
                delivery.webhook().id(),
                delivery.snapshot().id(),
                reply.accepted() ? State.DELIVERED : tooLate ? State.DEAD : State.WAITING,
                due,
                reply.status(),
                reply.failure());
    }

    /** What an answer means for all that is to come. */
    private void react(Delivery delivery, Reply reply) {
        if (reply.is(410)) {
            service.end(delivery.webhook().id(), Move.LEAVE, reply.failure());
        } else {
            var now = clock.instant();
            retryAfter(reply, now)
                    .ifPresent(pause -> webhooks.pauseUntil(delivery.webhook().id(), now.plus(pause)));
        }
    }

    /** A receiver that is busy says until when. */
    private Optional<Duration> retryAfter(Reply reply, Instant now) {
        var value = reply.headers().get("Retry-After");
        if (value == null || !(reply.is(429) || reply.is(503))) {
            return Optional.empty();
        }
        try {
            var pause = value.strip().matches("[0-9]{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(value.strip()))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return Optional.of(pause.compareTo(config.patience()) < 0 ? pause : config.patience())
                    .filter(some -> !some.isNegative());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private int settle() {
        var attempts = new ArrayList<Settled>();
        ended.drainTo(attempts);
        if (attempts.isEmpty()) {
            return 0;
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> deliveries.settle(List.copyOf(attempts), clock.instant()));
        } catch (RuntimeException e) {
            ended.addAll(attempts);
            throw e;
        }
        return attempts.size();
    }
}

package cn.quality.gateway.feeds;

import cn.quality.gateway.webhooks.EventCatalogue;
import cn.quality.platform.topics.Topics;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The latest state of each subject that changed of late, in the order in which it arrived. An event takes the place of what
 * was stored of its subject before: a listing that has ended is never sent with its former content again. What is private is
 * not stored at all: a stream has no recipient.
 *
 * <p>Every stream reads from here at its own pace, so there is one memory for all of them and no queue for each.
 */
@Singleton
class RecentEvents implements EventListener {

    private static final Logger LOG = Logger.getLogger(RecentEvents.class);

    private static final int OVERHEAD = 400;

    /**
     * An event, ready to be sent.
     *
     * @param place in the order of this memory
     * @param published milliseconds, by the broker
     * @param regions the one it is of and those around it; empty when it is of none
     */
    record Recent(long place, long published, String subject, String type, List<String> regions, Buffer written) {

        int weight() {
            return OVERHEAD + written.length();
        }
    }

    private record Latest(long place, long sequence) {}

    private final long memory;
    private final ConcurrentSkipListMap<Long, Recent> inOrder = new ConcurrentSkipListMap<>();
    private final Map<String, Latest> bySubject = new HashMap<>();
    private final List<Runnable> readers = new CopyOnWriteArrayList<>();
    private final Clock clock;
    private long weight;
    private long last;
    private volatile long lost;
    private volatile long since;

    @Inject
    RecentEvents(FeedConfig config, Clock clock) {
        this(config.memory().asLongValue(), config.lookBack(), clock);
    }

    /** @param memory bytes */
    RecentEvents(long memory, Duration lookBack, Clock clock) {
        this.memory = memory;
        this.clock = clock;
        this.since = clock.millis() - lookBack.toMillis();
    }

    /** Runs after each event that is new. */
    void whenHeard(Runnable reader) {
        readers.add(reader);
    }

    @Override
    public synchronized void heard(TailedEvent event) {
        if (Topics.isPrivate(event.topic())) {
            return;
        }
        var subject = event.topic() + '/' + event.subject();
        var known = bySubject.get(subject);
        if (event.data().length == 0) {
            forget(subject);
        } else if (!event.id().isEmpty() && (known == null || event.sequence() > known.sequence())) {
            forget(subject);
            remember(subject, event);
            readers.forEach(Runnable::run);
        }
    }

    @Override
    public synchronized void missed() {
        inOrder.clear();
        bySubject.clear();
        weight = 0;
        lost = last;
        since = clock.millis();
        readers.forEach(Runnable::run);
    }

    private void remember(String subject, TailedEvent event) {
        try {
            var recent = new Recent(
                    ++last,
                    event.published(),
                    subject,
                    event.type(),
                    EventCatalogue.regionsAround(new JsonObject(Buffer.buffer(event.data())).getString("region", "")),
                    Buffer.buffer(written(event)));
            inOrder.put(last, recent);
            bySubject.put(subject, new Latest(last, event.sequence()));
            weight += recent.weight();
            while (weight > memory) {
                var oldest = inOrder.firstEntry().getValue();
                forget(oldest.subject());
                lost = oldest.place();
                since = Math.max(since, oldest.published() + 1);
            }
        } catch (RuntimeException e) {
            LOG.warnf("An event of %s is not JSON and is not streamed: %s", event.topic(), e.getMessage());
        }
    }

    private void forget(String subject) {
        var former = bySubject.remove(subject);
        var gone = former == null ? null : inOrder.remove(former.place());
        if (gone != null) {
            weight -= gone.weight();
        }
    }

    /** The next event for a reader who has received all up to a place. */
    @Nullable
    Recent after(long place) {
        var next = inOrder.higherEntry(place);
        return next == null ? null : next.getValue();
    }

    /** The highest place that was given up for want of room: a reader that has not got there has missed something. */
    long lost() {
        return lost;
    }

    /** The place of a reader who has received all there was until now. */
    synchronized long end() {
        return last;
    }

    /**
     * The place of a reader who has received all that was published before a moment.
     *
     * @param moment milliseconds
     * @return -1 when that is no longer known
     */
    synchronized long placeAt(long moment) {
        if (moment < since || moment > clock.millis()) {
            return -1;
        }
        return inOrder.values().stream()
                .filter(recent -> recent.published() >= moment)
                .findFirst()
                .map(recent -> recent.place() - 1)
                .orElse(last);
    }

    private static byte[] written(TailedEvent event) {
        var head = new JsonObject()
                .put("specversion", "1.0")
                .put("id", event.id())
                .put("source", event.source())
                .put("type", event.type())
                .put("subject", event.subject())
                .put("time", event.time())
                .put("sequence", event.sequence())
                .put("datacontenttype", "application/json")
                .encode();
        // JSON has line breaks only where they mean nothing; a line break ends a field of the stream.
        var data = new String(event.data(), StandardCharsets.UTF_8)
                .replace('\n', ' ')
                .replace('\r', ' ');
        return "id: %d\nevent: %s\ndata: %s,\"data\":%s}\n\n"
                .formatted(event.published(), event.type(), head.substring(0, head.length() - 1), data)
                .getBytes(StandardCharsets.UTF_8);
    }
}

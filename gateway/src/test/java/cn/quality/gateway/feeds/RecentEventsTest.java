package cn.quality.gateway.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RecentEventsTest {

    private static final long NOW = 1_764_032_400_000L;
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC);

    private final RecentEvents events = new RecentEvents(1 << 20, Duration.ofMinutes(15), CLOCK);

    @Example
    void whatEndedIsNotToldWithItsFormerContent() {
        events.heard(event("one", 1, NOW - 2000, "{\"state\":\"PUBLISHED\"}"));
        events.heard(event("two", 1, NOW - 1500, "{}"));
        events.heard(event("one", 2, NOW - 1000, "{\"state\":\"REPAIRED\"}"));
        assertThat(received(events.placeAt(NOW - 10_000)))
                .hasSize(2)
                .last()
                .asString()
                .contains("REPAIRED");
        assertThat(received(events.placeAt(NOW - 10_000)).toString()).doesNotContain("PUBLISHED");
    }

    @Example
    void whatComesAgainOrLateIsNotToldAgain() {
        events.heard(event("one", 2, NOW, "{\"n\":2}"));
        events.heard(event("one", 2, NOW, "{\"n\":2}"));
        events.heard(event("one", 1, NOW, "{\"n\":1}"));
        assertThat(received(0)).hasSize(1).first().asString().contains("\"n\":2");
    }

    /** A stream has no recipient. */
    @Example
    void whatIsPrivateIsNotStreamed() {
        events.heard(event("quality.standards.watch", "one", 1, NOW, "{\"recipient\":\"bank\"}"));
        assertThat(received(0)).isEmpty();
    }

    @Example
    void whatIsGoneForGoodIsForgotten() {
        events.heard(event("one", 1, NOW, "{\"n\":1}"));
        events.heard(event("one", 2, NOW, ""));
        assertThat(received(0)).isEmpty();
    }

    @Example
    void anEventIsThreeLinesWhateverItsDataLooksLike() {
        events.heard(event("one", 1, NOW, "{\n\"n\":\r\n1}"));
        assertThat(received(0).getFirst().lines())
                .containsExactly(
                        "id: " + NOW,
                        "event: cn.quality.test.changed.v1",
                        "data: {\"specversion\":\"1.0\",\"id\":\"id-one-1\",\"source\":\"/test\",\"type\":\"cn.quality.test.changed.v1\",\"subject\":\"one\",\"time\":\"2026-01-05T02:00:00Z\",\"sequence\":1,\"datacontenttype\":\"application/json\",\"data\":{ \"n\":  1}}",
                        "");
    }

    @Example
    void whatIsNoJsonIsLeftOut() {
        events.heard(event("one", 1, NOW, "no JSON"));
        assertThat(received(0)).isEmpty();
    }

    @Example
    void aPlaceOutsideOfWhatIsRememberedIsNone() {
        assertThat(events.placeAt(NOW - Duration.ofMinutes(16).toMillis())).isEqualTo(-1);
        assertThat(events.placeAt(NOW + 1)).isEqualTo(-1);
        assertThat(events.placeAt(NOW - 1000)).isZero();
        events.heard(event("one", 1, NOW, "{}"));
        events.missed();
        assertThat(events.placeAt(NOW - 1000)).isEqualTo(-1);
        assertThat(events.lost()).isEqualTo(1);
    }

    @Example
    void whatHasNoRoomIsLostAndKnownToBe() {
        var small = new RecentEvents(2_000, Duration.ofMinutes(15), CLOCK);
        for (int i = 0; i < 10; i++) {
            small.heard(event("subject " + i, 1, NOW - 1000 + i, "{}"));
        }
        assertThat(small.lost()).isPositive();
        assertThat(small.after(0)).isNotNull();
        assertThat(small.after(small.lost())).isEqualTo(small.after(0));
        assertThat(small.placeAt(NOW - 1000)).isEqualTo(-1);
    }

    /** However a reader is interrupted, in the end he has the latest state of every subject, and never hears an older after it. */
    @Property(tries = 200)
    void whoeverComesBackMissesNothing(
            @ForAll @Size(max = 60) List<@IntRange(max = 4) Integer> subjects, @ForAll @IntRange(max = 59) int breaks) {
        var recent = new RecentEvents(1 << 20, Duration.ofMinutes(15), CLOCK);
        var sequences = new HashMap<Integer, Integer>();
        var has = new HashMap<String, String>();
        long place = 0;
        long lastId = 0;
        for (int i = 0; i < subjects.size(); i++) {
            var sequence = sequences.merge(subjects.get(i), 1, Integer::sum);
            recent.heard(event("" + subjects.get(i), sequence, NOW - 60_000 + i * 7L, "{\"n\":" + sequence + "}"));
            if (i < breaks) {
                for (var next = recent.after(place); next != null; next = recent.after(place)) {
                    place = next.place();
                    lastId = next.published();
                    has.put(next.subject(), next.written().toString());
                }
            }
        }
        place = lastId == 0 ? 0 : recent.placeAt(lastId - 5000);
        for (var next = recent.after(place); next != null; next = recent.after(place)) {
            place = next.place();
            has.put(next.subject(), next.written().toString());
        }
        Map<String, String> subscription = new HashMap<>();
        sequences.forEach(
                (subject, last) -> subscription.put("quality.test/" + subject, "\"data\":{\"n\":" + last + "}}\n\n"));
        assertThat(has.keySet()).isEqualTo(subscription.keySet());
        subscription.forEach((subject, end) -> assertThat(has.get(subject)).endsWith(end));
    }

    private List<String> received(long place) {
        var received = new ArrayList<String>();
        for (var next = events.after(place); next != null; next = events.after(next.place())) {
            received.add(next.written().toString());
        }
        return received;
    }

    private static TailedEvent event(String subject, int sequence, long published, String data) {
        return event("quality.test", subject, sequence, published, data);
    }

    private static TailedEvent event(String topic, String subject, int sequence, long published, String data) {
        return new TailedEvent(
                topic,
                0,
                0,
                published,
                "id-" + subject + "-" + sequence,
                "cn.quality.test.changed.v1",
                "/test",
                subject,
                sequence,
                "2026-01-05T02:00:00Z",
                data.getBytes(StandardCharsets.UTF_8));
    }
}

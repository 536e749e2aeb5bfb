package cn.quality.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.gateway.feeds.TailedEvent;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InvalidationsTest {

    private static final String CODE = "91371199MA3RH00187";

    private long now = Long.MAX_VALUE; // nanoTime may wrap
    private final Invalidations invalidations = new Invalidations(() -> now);

    @Test
    void whatIsOlderThanTheStartDoesNotCount() {
        assertThat(invalidations.since(now)).isFalse();
        assertThat(invalidations.since(now, 1, 65_535)).isFalse();
        assertThat(invalidations.since(now - 1)).isTrue();
        invalidations.invalidateEverything();
        assertThat(invalidations.since(now)).isTrue();
    }

    @Test
    void aSubjectIsInvalidFromItsMomentOn() {
        now += 100;
        var slot = Invalidations.slot(CODE);
        invalidations.invalidate(CODE);
        assertThat(invalidations.since(now, slot)).isTrue();
        assertThat(invalidations.since(now, slot + 1, slot)).isTrue();
        assertThat(invalidations.since(now + 1, slot)).isFalse();
        assertThat(invalidations.since(now, slot + 1)).isFalse();
        assertThat(invalidations.since(now)).isFalse();
    }

    @Test
    void everySubjectHasASlotThatIsNotThatOfEverything() {
        var slots = IntStream.range(0, 200_000)
                .map(i -> Invalidations.slot("subject " + i))
                .summaryStatistics();
        assertThat(slots.getMin()).isBetween(1, 100);
        assertThat(slots.getMax()).isBetween(65_400, 65_535);
        assertThat(IntStream.range(0, 1_000)
                        .map(i -> Invalidations.slot("subject " + i))
                        .distinct()
                        .count())
                .isGreaterThan(950);
    }

    @Test
    void anEventInvalidatesItsSubjectsAndAGapEverything() {
        var events = new EventInvalidator(invalidations);
        now += 100;
        events.heard(new TailedEvent(
                "quality.credit.record",
                0,
                0,
                0,
                "",
                "",
                "",
                "",
                0,
                "",
                ("{\"uscc\":\"" + CODE + "\"}").getBytes(StandardCharsets.UTF_8)));
        assertThat(invalidations.since(now, Invalidations.slot(CODE))).isTrue();
        assertThat(invalidations.since(now, Invalidations.slot("/api/credit/v1/honours")))
                .isTrue();
        assertThat(invalidations.since(now)).isFalse();
        events.missed();
        assertThat(invalidations.since(now)).isTrue();
    }

    @Test
    void eventsArriveWhenTheirSourceSaysSo() {
        var events = new EventInvalidator(invalidations);
        assertThat(events.eventsArrive()).isFalse();
        events.arriving(true);
        assertThat(events.eventsArrive()).isTrue();
        events.arriving(false);
        assertThat(events.eventsArrive()).isFalse();
    }
}

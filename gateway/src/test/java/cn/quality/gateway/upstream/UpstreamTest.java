package cn.quality.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom to ask next, with a clock that is moved by hand. */
class UpstreamTest {

    private long now = Long.MAX_VALUE - 5; // nanoTime may wrap

    private final Instance one = instance("http://one:8081");
    private final Instance two = instance("http://two");
    private final Upstream both = upstream(List.of(one, two));

    @Test
    void equalsAreAskedInTurn() {
        var first = both.choose(0);
        assertThat(both.choose(0)).isNotSameAs(first);
        assertThat(both.choose(0)).isSameAs(first);
    }

    @Test
    void theLeastBusyIsAsked() {
        one.requestStarted();
        assertThat(both.choose(0)).isSameAs(two);
        assertThat(both.choose(0)).isSameAs(two);
        two.requestStarted();
        two.requestStarted();
        assertThat(both.choose(0)).isSameAs(one);
        assertThat(both.choose(0)).isSameAs(one);
    }

    @Test
    void whatWasTriedIsNotTriedAgain() {
        assertThat(both.choose(both.bit(one))).isSameAs(two);
        assertThat(both.choose(both.bit(one) | both.bit(two))).isNull();
    }

    @Test
    void whoRefusesConnectionsIsLeftOutTwiceAsLongEachTime() {
        one.refusedConnection();
        one.refusedConnection(); // of the same moment
        assertThat(one.healthy()).isFalse();
        assertThat(both.choose(0)).isSameAs(two);
        now += Duration.ofMillis(1000).toNanos();
        assertThat(one.healthy()).isTrue();
        one.refusedConnection();
        now += Duration.ofMillis(1999).toNanos();
        assertThat(one.healthy()).isFalse();
        now += Duration.ofMillis(1).toNanos();
        assertThat(one.healthy()).isTrue();
        one.connected();
        one.refusedConnection();
        now += Duration.ofMillis(1000).toNanos();
        assertThat(one.healthy()).isTrue();
    }

    @Test
    void nobodyIsLeftOutLongerThanTheLongestPause() {
        for (int i = 0; i < 100; i++) {
            one.refusedConnection();
            now += Duration.ofSeconds(30).toNanos();
            assertThat(one.healthy()).isTrue();
        }
    }

    @Test
    void whoIsNotReadyIsAskedOnlyWhenNobodyElseIs() {
        assertThat(one.ready(false)).isTrue();
        assertThat(one.ready(false)).isFalse();
        assertThat(both.choose(0)).isSameAs(two);
        two.ready(false);
        assertThat(both.choose(0)).isNotNull();
        one.ready(true);
        assertThat(both.choose(0)).isSameAs(one);
    }

    @Test
    void aServiceWithoutAnAddressStopsTheStart() {
        assertThatThrownBy(() -> upstream(List.of())).hasMessageContaining("gateway.upstreams.both");
    }

    private Instance instance(String base) {
        return new Instance(URI.create(base), Duration.ofSeconds(1), Duration.ofSeconds(30), () -> now);
    }

    private static Upstream upstream(List<Instance> instances) {
        return new Upstream("both", instances);
    }
}

package cn.quality.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counting, with a clock that is moved by hand. */
class BucketsTest {

    private static final int CALLERS = 1_000;

    private long now;
    private final Buckets buckets = new Buckets(CALLERS, () -> now);

    @Test
    void aMinuteHoldsWhatItHoldsAndFillsEvenly() {
        var key = new BucketKey("standard", "client:a", 60);
        for (int i = 0; i < 60; i++) {
            assertThat(buckets.tryConsume(key).isConsumed()).isTrue();
        }
        var refused = buckets.tryConsume(key);
        assertThat(refused.isConsumed()).isFalse();
        assertThat(Duration.ofNanos(refused.getNanosToWaitForRefill())).isEqualTo(Duration.ofSeconds(1));
        now += Duration.ofSeconds(2).toNanos();
        assertThat(buckets.tryConsume(key).getRemainingTokens()).isEqualTo(1);
        assertThat(buckets.tryConsume(key).isConsumed()).isTrue();
        assertThat(buckets.tryConsume(key).isConsumed()).isFalse();
        now += Duration.ofHours(1).toNanos();
        assertThat(buckets.tryConsume(key).getRemainingTokens()).isEqualTo(59);
    }

    @Test
    void eachCallerAndEachClassCountsForItself() {
        assertThat(buckets.tryConsume(new BucketKey("standard", "client:a", 1)).isConsumed())
                .isTrue();
        assertThat(buckets.tryConsume(new BucketKey("standard", "client:b", 1)).isConsumed())
                .isTrue();
        assertThat(buckets.tryConsume(new BucketKey("intake", "client:a", 1)).isConsumed())
                .isTrue();
        assertThat(buckets.tryConsume(new BucketKey("standard", "client:a", 1)).isConsumed())
                .isFalse();
    }

    @Test
    void whoeverComesFromManyAddressesTakesNoMoreMemory() {
        IntStream.range(0, 50 * CALLERS).forEach(n -> buckets.tryConsume(new BucketKey("standard", "10.0.0." + n, 10)));
        assertThat(buckets.size()).isLessThanOrEqualTo(CALLERS);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
        "2001:db8:1:2::, 2001:db8:1:2::/64",
        "fe80:0:0:0:1:2:3:4%eth0, fe80:0:0:0::/64",
        "::ffff:203.0.113.7, 203.0.113.7"
    })
    void anIpv6AddressCountsWithItsNetwork(String address, String network) {
        assertThat(BucketKey.network(address)).isEqualTo(network);
    }
}

package cn.quality.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CachedResponseTest {

    private static final Lifetime LIFETIME = new Lifetime(Duration.ofSeconds(30), Duration.ZERO, false, Set.of());

    private static CachedResponse of(String... headers) {
        var all = MultiMap.caseInsensitiveMultiMap();
        for (int i = 0; i < headers.length; i += 2) {
            all.add(headers[i], headers[i + 1]);
        }
        return CachedResponse.of(all, Buffer.buffer("body"), 1_000, LIFETIME, new int[] {1});
    }

    @ParameterizedTest
    @CsvSource({"0,0", "20,20", "999999999,999999999", "9999999999,0", "-1,0", "soon,0", "'',0"})
    void theAgeItHadCounts(String age, long seconds) {
        assertThat(of("Age", age).ageAt(1_500))
                .isEqualTo(Duration.ofSeconds(seconds).toNanos() + 500);
    }

    @Test
    void withoutAnAgeItWasNew() {
        assertThat(of().ageAt(1_000)).isZero();
        assertThat(of().etag()).isEmpty();
        assertThat(of("ETag", "\"1\"").etag()).isEqualTo("\"1\"");
    }

    @Test
    void isTheResponseThatCame() {
        var whole = of("Age", "1", "Content-Length", "4", "Content-Type", "text/plain")
                .whole();
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.body().toString()).isEqualTo("body");
        assertThat(whole.headers().names()).containsExactly("Content-Type");
        assertThat(whole.headers().get("Content-Type")).isEqualTo("text/plain");
    }
}

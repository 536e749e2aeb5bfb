package cn.quality.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;

class CacheKeyTest {

    private static CacheKey key(String... headers) {
        var all = MultiMap.caseInsensitiveMultiMap();
        for (int i = 0; i < headers.length; i += 2) {
            all.add(headers[i], headers[i + 1]);
        }
        return CacheKey.of("/a%20b?q=%41", all);
    }

    @Test
    void theAddressIsAsItWasWritten() {
        assertThat(key().uri()).isEqualTo("/a%20b?q=%41");
        assertThat(key().path()).isEqualTo("/a b");
        assertThat(key().accept()).isEmpty();
        assertThat(key().language()).isEmpty();
    }

    @Test
    void linesAndBlanksMeanNothing() {
        assertThat(key("Accept", "text/csv, */*; q=0.1")).isEqualTo(key("Accept", "text/csv", "Accept", "*/*;q=0.1"));
        assertThat(key("Accept", " text/csv").accept()).isEqualTo("text/csv");
    }

    @Test
    void butWithinQuotesBlanksDo() {
        assertThat(key("Accept", "a;p=\"b c\", d").accept()).isEqualTo("a;p=\"b c\", d");
    }

    @Test
    void aServiceIsSentWhatTheKeyHas() {
        assertThat(key().headers().isEmpty()).isTrue();
        var headers = key("Accept", "text/csv", "Accept-Language", "en", "X-Other", "1")
                .headers();
        assertThat(headers.names()).containsExactlyInAnyOrder("accept", "accept-language");
        assertThat(headers.get("Accept")).isEqualTo("text/csv");
        assertThat(headers.get("Accept-Language")).isEqualTo("en");
    }

    @Test
    void aResponseMayVaryByWhatTheKeyHas() {
        var key = key("Accept", "text/csv", "Accept-Language", "en");
        assertThat(key.value("accept")).isEqualTo("text/csv");
        assertThat(key.value("accept-language")).isEqualTo("en");
        assertThat(key.value("cookie")).isEmpty();
    }
}

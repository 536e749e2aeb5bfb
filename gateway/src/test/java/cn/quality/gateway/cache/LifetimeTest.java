package cn.quality.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LifetimeTest {

    @Test
    void theServiceSaysHowLong() {
        var lifetime = Lifetime.of(
                        200, head("Cache-Control", "Public, max-age=30, stale-while-revalidate=300", "Vary", "Accept"))
                .orElseThrow();
        assertThat(lifetime.fresh()).isEqualTo(Duration.ofSeconds(30));
        assertThat(lifetime.stale()).isEqualTo(Duration.ofSeconds(300));
        assertThat(lifetime.strict()).isFalse();
        assertThat(lifetime.vary()).containsExactly("accept");
    }

    @Test
    void whatIsSaidToSharedCachesCountsFirst() {
        var lifetime = Lifetime.of(200, head("Cache-Control", "public, max-age=30, s-maxage=5"))
                .orElseThrow();
        assertThat(lifetime.fresh()).isEqualTo(Duration.ofSeconds(5));
        assertThat(lifetime.strict()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"must-revalidate", "Proxy-Revalidate", "s-maxage=30"})
    void whatItsServiceInsistsOnIsStrict(String directive) {
        assertThat(Lifetime.of(200, head("Cache-Control", "public, max-age=30, " + directive))
                        .orElseThrow()
                        .strict())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public,max-age=30",
                "max-age = \"30\" , public",
                ",, public,, max-age=30, max-age=30",
                "public, max-age=30, stale-while-revalidate=soon"
            })
    void spellingDoesNotMatter(String cacheControl) {
        var lifetime = Lifetime.of(200, head("Cache-Control", cacheControl)).orElseThrow();
        assertThat(lifetime.fresh()).isEqualTo(Duration.ofSeconds(30));
        assertThat(lifetime.stale()).isZero();
        assertThat(lifetime.strict()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept, Accept-Language", "Authorization", "COOKIE", "Accept-Encoding", ""})
    void mayVaryByWhatTheKeyHasOrNobodySends(String vary) {
        assertThat(Lifetime.of(200, head("Cache-Control", "public, max-age=30", "Vary", vary)))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "public",
                "max-age=30",
                "public, max-age=0",
                "public, max-age=-1",
                "public, max-age=soon",
                "public, max-age=99999999999999999999",
                "public, max-age=30, max-age=60",
                "public, max-age=30, no-store",
                "public, max-age=30, private",
                "public, max-age=30, PRIVATE=\"Set-Cookie\"",
                "public, max-age=30, no-cache",
                "public, max-age=30, no-cache=\"X, Y\"",
                "private=\"public, max-age=30\""
            })
    void whatIsNotPlainlyPublicIsNotKept(String cacheControl) {
        assertThat(Lifetime.of(200, head("Cache-Control", cacheControl))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 203, 204, 206, 301, 304, 400, 401, 403, 404, 410, 500, 503})
    void nothingButA200IsKept(int status) {
        assertThat(Lifetime.of(status, head("Cache-Control", "public, max-age=30")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Set-Cookie,a=b",
        "Content-Encoding,gzip",
        "Content-Range,bytes 0-1/2",
        "Vary,*",
        "Vary,'Accept, Origin'"
    })
    void whatIsForOneOrForAPartIsNotKept(String header, String value) {
        assertThat(Lifetime.of(200, head("Cache-Control", "public, max-age=30", header, value)))
                .isEmpty();
    }

    @Test
    void aSecondLineCounts() {
        var headers = head("Cache-Control", "public, max-age=30").add("Cache-Control", "no-store");
        assertThat(Lifetime.of(200, headers)).isEmpty();
        assertThat(Lifetime.of(
                        200,
                        head("Cache-Control", "public, max-age=30", "Vary", "Accept")
                                .add("Vary", "*")))
                .isEmpty();
    }

    private static MultiMap head(String... pairs) {
        var headers = MultiMap.caseInsensitiveMultiMap();
        for (int i = 0; i < pairs.length; i += 2) {
            headers.add(pairs[i], pairs[i + 1]);
        }
        return headers;
    }
}

package cn.quality.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller gets, by a clock that is moved by hand. */
class CacheHandlerTest {

    private static final String LIST = "/api/credit/v1/listings";
    private static final String HALF_A_MINUTE = "public, max-age=30";
    private static final String AND_STALE = "public, max-age=30, stale-while-revalidate=300";

    private final CacheWorld world = new CacheWorld();

    @AfterEach
    void close() {
        world.close();
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    @Test
    void aResponseSaysHowOldItIs() {
        world.serves("one", "Cache-Control", HALF_A_MINUTE, "ETag", "\"1\"");
        var miss = world.get(LIST);
        assertThat(miss.cache()).isEqualTo("MISS");
        assertThat(miss.header("Age")).isEqualTo("0");
        world.pass(Duration.ofMillis(7_999));
        var hit = world.get(LIST);
        assertThat(hit.cache()).isEqualTo("HIT");
        assertThat(hit.header("Age")).isEqualTo("7");
        assertThat(hit.body()).isEqualTo("one");
        assertThat(hit.header("ETag")).isEqualTo("\"1\"");
        assertThat(hit.header("Content-Length")).isEqualTo("3");
        assertThat(world.seen).hasSize(1);
    }

    @Test
    void theAgeItHadWhenItCameCounts() {
        world.serves("one", "Cache-Control", HALF_A_MINUTE, "Age", "20");
        var miss = world.get(LIST);
        assertThat(miss.headers().getAll("Age")).containsExactly("20");
        world.pass(seconds(9));
        assertThat(world.get(LIST).header("Age")).isEqualTo("29");
        world.pass(seconds(1));
        assertThat(world.get(LIST).cache()).isEqualTo("MISS");
    }

    @Test
    void aServiceIsSentTheKeyAndTheTraceAlone() {
        world.serves("one", "Cache-Control", HALF_A_MINUTE);
        world.get(
                LIST,
                "Accept",
                "application/json",
                "Accept-Language",
                "en",
                "User-Agent",
                "colour",
                "X-Forwarded-For",
                "colour",
                "If-None-Match",
                "\"colour\"",
                "Cache-Control",
                "no-cache");
        var sent = world.seen.getFirst();
        assertThat(sent.get("Accept")).isEqualTo("application/json");
        assertThat(sent.get("Accept-Language")).isEqualTo("en");
        assertThat(sent.names().stream().map(name -> name.toLowerCase(java.util.Locale.ROOT)))
                .containsExactlyInAnyOrder("host", "accept", "accept-language", "x-request-id", "traceparent");
    }

    @Test
    void aCallerIsNotSentWhatAServiceSaysOfItself() {
        world.serves("one", "Cache-Control", HALF_A_MINUTE, "Server", "peer", "X-Cache", "peer");
        for (int i = 0; i < 2; i++) {
            var reply = world.get(LIST);
            assertThat(reply.header("Server")).isEmpty();
            assertThat(reply.headers().getAll("X-Cache")).hasSize(1);
        }
        assertThat(world.seen).hasSize(1);
    }

    @Test
    void aHeadIsAnsweredFromWhatAGetBrought() {
        world.serves("one", "Cache-Control", HALF_A_MINUTE);
        assertThat(world.send(HttpMethod.HEAD, LIST).cache()).isEqualTo("MISS");
        assertThat(world.get(LIST).cache()).isEqualTo("MISS");
        var head = world.send(HttpMethod.HEAD, LIST);
        assertThat(head.cache()).isEqualTo("HIT");
        assertThat(head.header("Content-Length")).isEqualTo("3");
        assertThat(head.body()).isEmpty();
    }

    @Test
    void aHeadThatWaitedInVainLeavesNothing() {
        var held = holdBack();
        var get = world.ask(HttpMethod.GET, LIST);
        await().until(() -> held.size() == 1);
        var head = world.ask(HttpMethod.HEAD, LIST);
        world.awaitLookedUp(2);
        world.serves("whole", "Cache-Control", HALF_A_MINUTE);
        held.getFirst().response().putHeader("Cache-Control", "no-store").end("one");
        assertThat(CacheWorld.now(get).body()).isEqualTo("one");
        assertThat(CacheWorld.now(head).cache()).isEqualTo("MISS");
        var next = world.get(LIST);
        assertThat(next.cache()).isEqualTo("MISS");
        assertThat(next.body()).isEqualTo("whole");
    }

    @Test
    void aCallerWhoHasItAlreadyIsToldSo() {
        world.serves(
                "one",
                "Cache-Control",
                HALF_A_MINUTE,
                "ETag",
                "\"1\"",
                "Content-Type",
                "text/plain",
                "Last-Modified",
                "x",
                "Expires",
                "y");
        world.get(LIST);
        var same = world.get(LIST, "If-None-Match", "\"1\"");
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.cache()).isEqualTo("HIT");
        assertThat(same.header("Age")).isEqualTo("0");
        assertThat(same.header("ETag")).isEqualTo("\"1\"");
        assertThat(same.header("Cache-Control")).isEqualTo(HALF_A_MINUTE);
        assertThat(same.header("Expires")).isEqualTo("y");
        assertThat(same.header("Content-Type")).isEmpty();
        assertThat(same.header("Last-Modified")).isEmpty();
        assertThat(same.body()).isEmpty();
        assertThat(world.get(LIST, "If-None-Match", "\"2\"").status()).isEqualTo(200);
    }

    /** And in the language and format of the one it replaces, or the next caller would read another's. */
    @Test
    void whatIsJustOverIsServedOnceMoreAndRefreshed() {
        world.service = request -> request.response()
                .putHeader("Cache-Control", AND_STALE)
                .putHeader("Vary", "Accept, Accept-Language")
                .end(request.getHeader("Accept-Language") + " " + request.getHeader("Accept") + " "
                        + world.seen.size());
        var english = new String[] {"Accept-Language", "en", "Accept", "text/csv"};
        var chinese = new String[] {"Accept-Language", "zh-CN", "Accept", "text/csv"};
        assertThat(world.get(LIST, english).body()).isEqualTo("en text/csv 1");
        assertThat(world.get(LIST, chinese).body()).isEqualTo("zh-CN text/csv 2");
        world.pass(seconds(30));
        var stale = world.get(LIST, english);
        assertThat(stale.cache()).isEqualTo("STALE");
        assertThat(stale.header("Age")).isEqualTo("30");
        assertThat(stale.body()).isEqualTo("en text/csv 1");
        await().untilAsserted(() -> {
            var fresh = world.get(LIST, english);
            assertThat(fresh.cache()).isEqualTo("HIT");
            assertThat(fresh.body()).isEqualTo("en text/csv 3");
        });
        assertThat(world.seen.getLast().get("Accept-Language")).isEqualTo("en");
        assertThat(world.seen.getLast().get("Accept")).isEqualTo("text/csv");
        assertThat(world.get(LIST, chinese).cache()).isEqualTo("STALE");
    }

    @Test
    void aRefreshThatFailsIsTriedAgainByTheNext() {
        world.serves("one", "Cache-Control", AND_STALE);
        world.get(LIST);
        world.pass(seconds(31));
        world.refuses(500);
        assertThat(world.get(LIST).cache()).isEqualTo("STALE");
        await().until(() -> world.seen.size() == 2);
        await().until(() -> {
            world.get(LIST);
            return world.seen.size() >= 3;
        });
        world.serves("two", "Cache-Control", AND_STALE);
        await().until(() -> world.get(LIST).body().equals("two"));
    }

    @Test
    void aRefreshDoesNotTakeWhatIsTooLargeForTheCache() {
        world.serves("one", "Cache-Control", AND_STALE);
        world.get(LIST);
        world.pass(seconds(31));
        world.serves("x".repeat(CacheWorld.LARGEST + 1), "Cache-Control", AND_STALE);
        world.get(LIST);
        await().until(() -> world.seen.size() == 2);
        world.pass(seconds(30));
        assertThat(world.get(LIST).cache()).isEqualTo("MISS");
    }

    @Test
    void whatIsOverForLongIsFetchedAnew() {
        world.serves("one", "Cache-Control", AND_STALE);
        world.get(LIST);
        world.pass(seconds(60)); // 30 fresh, and 30 of the 300 are granted
        assertThat(world.get(LIST).cache()).isEqualTo("MISS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"must-revalidate", "proxy-revalidate", "s-maxage=30"})
    void aStrictResponseIsNeverServedOnceItIsOver(String strict) {
        world.serves("one", "Cache-Control", AND_STALE + ", " + strict);
        assertThat(world.get(LIST).cache()).isEqualTo("MISS");
        world.pass(seconds(29));
        assertThat(world.get(LIST).cache()).isEqualTo("HIT");
        world.pass(seconds(1));
        world.refuses(503, "Retry-After", "17");
        var reply = world.get(LIST);
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.cache()).isEqualTo("MISS");
        assertThat(reply.header("Retry-After")).isEqualTo("17");
        assertThat(reply.body()).isEqualTo("refused");
    }

    @ParameterizedTest
    @CsvSource({"499,499,MISS", "500,200,STALE", "503,200,STALE"})
    void whileAServiceFailsWhatIsOverIsServedMarked(int status, int served, String cache) {
        world.serves("one", "Cache-Control", HALF_A_MINUTE);
        world.get(LIST);
        world.pass(seconds(599));
        world.refuses(status);
        var reply = world.get(LIST);
        assertThat(reply.status()).isEqualTo(served);
        assertThat(reply.cache()).isEqualTo(cache);
        if (served == 200) {
            assertThat(reply.body()).isEqualTo("one");
            assertThat(reply.header("Age")).isEqualTo("599");
            assertThat(reply.header("Retry-After")).isEmpty();
        }
    }

    @Test
    void butNotForEver() {
        world.serves("one", "Cache-Control", HALF_A_MINUTE);
        world.get(LIST);
        world.pass(seconds(600));
        world.refuses(503);
        assertThat(world.get(LIST).status()).isEqualTo(503);
    }

    @Test
    void norWhileNoEventsArrive() {
        world.serves("one", "Cache-Control", HALF_A_MINUTE);
        world.get(LIST);
        world.pass(seconds(31));
        world.eventsArrive = false;
        world.refuses(503);
        assertThat(world.get(LIST).status()).isEqualTo(503);
    }

    /** The second failure opens the circuit, for half a minute. */
    @Test
    void aServiceThatCannotBeHadIsA503ThatSaysWhenToComeBack() {
        world.serves("one", "Cache-Control", HALF_A_MINUTE);
        world.get(LIST);
        world.pass(seconds(31));
        world.service = request -> request.connection().close();
        assertThat(world.get(LIST).cache()).isEqualTo("STALE");
        var open = world.get("/api/credit/v1/other");
        assertThat(open.status()).isEqualTo(503);
        assertThat(Integer.parseInt(open.header("Retry-After"))).isBetween(20, 30);
        assertThat(open.header("X-Cache")).isEqualTo("MISS");
        assertThat(open.body()).contains("\"code\":\"unavailable\"");
        assertThat(world.get(LIST).cache()).isEqualTo("STALE");
    }

    /** The service begins to answer and cuts the line. */
    private void breakOff() {
        world.service = request -> request.response()
                .putHeader("Cache-Control", HALF_A_MINUTE)
                .putHeader("Content-Length", "100")
                .write("begun")
                .onComplete(written -> request.connection().close());
    }

    @Test
    void aBodyThatBreaksOffIsNoResponse() {
        breakOff();
        var cut = world.get(LIST);
        assertThat(cut.status()).isEqualTo(502);
        assertThat(cut.header("Retry-After")).isEqualTo("5");
        world.serves("one", "Cache-Control", HALF_A_MINUTE);
        assertThat(world.get(LIST).body()).isEqualTo("one");
    }

    @Test
    void theLargestThatIsCached() {
        world.serves("x".repeat(CacheWorld.LARGEST), "Cache-Control", HALF_A_MINUTE);
        world.get(LIST);
        assertThat(world.get(LIST).cache()).isEqualTo("HIT");
        world.serves("x".repeat(CacheWorld.LARGEST + 1), "Cache-Control", HALF_A_MINUTE);
        for (int i = 0; i < 2; i++) {
            var larger = world.get(LIST + "/larger");
            assertThat(larger.cache()).isEqualTo("MISS");
            assertThat(larger.body()).hasSize(CacheWorld.LARGEST + 1);
        }
    }

    @Test
    void aBodyOfUnknownLengthIsRelayedAsItComes() {
        world.service = request -> {
            request.response().putHeader("Cache-Control", HALF_A_MINUTE).setChunked(true);
            request.response()
                    .write("be")
                    .onComplete(written -> request.response().end("gun"));
        };
        for (int i = 0; i < 2; i++) {
            var reply = world.get(LIST);
            assertThat(reply.cache()).isEqualTo("MISS");
            assertThat(reply.body()).isEqualTo("begun");
            assertThat(reply.header("Content-Length")).isEmpty();
        }
        assertThat(world.seen).hasSize(2);
    }

    /** Requests wait at the service until a test answers them. */
    private List<HttpServerRequest> holdBack() {
        var held = new CopyOnWriteArrayList<HttpServerRequest>();
        world.service = held::add;
        return held;
    }

    @Test
    void ofManyAtOnceOneFetches() {
        var held = holdBack();
        var first = world.ask(HttpMethod.GET, LIST);
        await().until(() -> held.size() == 1);
        var others = List.of(world.ask(HttpMethod.GET, LIST), world.ask(HttpMethod.GET, LIST));
        world.awaitLookedUp(3);
        held.getFirst().response().putHeader("Cache-Control", HALF_A_MINUTE).end("one");
        assertThat(CacheWorld.now(first).cache()).isEqualTo("MISS");
        for (var other : others) {
            assertThat(CacheWorld.now(other).cache()).isEqualTo("HIT");
            assertThat(CacheWorld.now(other).body()).isEqualTo("one");
        }
        assertThat(held).hasSize(1);
    }

    @Test
    void whatMayNotBeSharedIsFetchedByEach() {
        var held = holdBack();
        var first = world.ask(HttpMethod.GET, LIST);
        await().until(() -> held.size() == 1);
        var second = world.ask(HttpMethod.GET, LIST);
        world.awaitLookedUp(2);
        held.getFirst().response().putHeader("Cache-Control", "private").end("one");
        assertThat(CacheWorld.now(first).body()).isEqualTo("one");
        await().until(() -> held.size() == 2);
        held.get(1).response().putHeader("Cache-Control", "private").end("two");
        assertThat(CacheWorld.now(second).body()).isEqualTo("two");
        assertThat(CacheWorld.now(second).cache()).isEqualTo("MISS");
    }

    @Test
    void nobodyWaitsForACallerWhoLeft() {
        var held = holdBack();
        var leave = world.leave(LIST);
        await().until(() -> held.size() == 1);
        var second = world.ask(HttpMethod.GET, LIST);
        world.awaitLookedUp(2);
        leave.run();
        await().until(() -> held.size() == 2);
        held.get(1).response().putHeader("Cache-Control", HALF_A_MINUTE).end("two");
        assertThat(CacheWorld.now(second).body()).isEqualTo("two");
        assertThat(world.get(LIST).cache()).isEqualTo("HIT");
    }

    @Test
    void aCallerWhoLeavesWhileHeWaitsFetchesNothing() {
        var held = holdBack();
        var first = world.ask(HttpMethod.GET, LIST);
        await().until(() -> held.size() == 1);
        var leave = world.leave(LIST);
        world.awaitLookedUp(2);
        leave.run();
        world.awaitLeft();
        var last = world.ask(HttpMethod.GET, LIST);
        world.awaitLookedUp(3);
        held.getFirst().response().putHeader("Cache-Control", "private").end("one");
        CacheWorld.now(first);
        // Those who wait go on in their order: when the last fetches, the one before would have.
        await().until(() -> held.size() == 2);
        held.get(1).response().end("last");
        assertThat(CacheWorld.now(last).body()).isEqualTo("last");
        assertThat(held).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"200,MISS", "399,MISS", "400,HIT", "503,HIT"})
    void whatWasChangedIsNotReadOldNorWhatItIsAPartOf(int status, String cache) {
        world.serves("one", "Cache-Control", HALF_A_MINUTE);
        world.get(LIST);
        world.get(LIST + "/1");
        world.get(LIST + "/1/acts");
        world.get("/api/credit/v1/enterprises");
        world.pass(seconds(1));
        world.refuses(status);
        assertThat(world.send(HttpMethod.POST, LIST + "/1/acts").cache()).isEqualTo("BYPASS");
        world.serves("two", "Cache-Control", HALF_A_MINUTE);
        await().during(Duration.ofMillis(50))
                .until(() -> world.get(LIST + "/1/acts").cache().equals(cache));
        assertThat(world.get(LIST + "/1").cache()).isEqualTo(cache);
        assertThat(world.get(LIST).cache()).isEqualTo(cache);
        // No change of one entry changes all of a service.
        assertThat(world.get("/api/credit/v1/enterprises").cache()).isEqualTo("HIT");
    }

    @Test
    void aReadThatPassesByInvalidatesNothing() {
        world.serves("one", "Cache-Control", HALF_A_MINUTE);
        world.get(LIST);
        world.pass(seconds(1));
        assertThat(world.get(LIST, "Cookie", "a=b").cache()).isEqualTo("BYPASS");
        assertThat(world.send(HttpMethod.HEAD, LIST, "Cookie", "a=b").cache()).isEqualTo("BYPASS");
        assertThat(world.get(LIST).cache()).isEqualTo("HIT");
    }

    @Test
    void aRouteThatIsNotCachedIsForwarded() {
        world.serves("one", "Cache-Control", HALF_A_MINUTE);
        for (int i = 0; i < 2; i++) {
            var reply = world.get(CacheWorld.UNCACHED + "/1", "User-Agent", "of the caller");
            assertThat(reply.body()).isEqualTo("one");
            assertThat(reply.cache()).isEmpty();
        }
        assertThat(world.seen).hasSize(2);
        assertThat(world.seen.getFirst().get("User-Agent")).isEqualTo("of the caller");
    }

    @Test
    void aServiceThatRefusesWithoutAWordGetsOurs() {
        world.service = request -> request.response().setStatusCode(503).end();
        var reply = world.get(LIST);
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    }

    private Future<String> read(String uri, String language) {
        return world.read(uri, language)
                .map(response ->
                        response.status() + " " + response.headers().get("Content-Type") + " " + response.body());
    }

    @Test
    void aPageReadsWhatIsCachedForEverybody() {
        world.serves("one", "Cache-Control", AND_STALE, "Content-Type", "text/plain");
        assertThat(CacheWorld.now(read(LIST, "zh-CN"))).isEqualTo("200 text/plain one");
        assertThat(CacheWorld.now(read(LIST, "zh-CN"))).isEqualTo("200 text/plain one");
        assertThat(world.get(LIST, "Accept-Language", "zh-CN").cache()).isEqualTo("HIT");
        assertThat(world.seen).hasSize(1);
        assertThat(world.seen.getFirst().get("Accept-Language")).isEqualTo("zh-CN");
        world.pass(seconds(31));
        world.serves("two", "Cache-Control", AND_STALE, "Content-Type", "text/plain");
        assertThat(CacheWorld.now(read(LIST, "zh-CN"))).isEqualTo("200 text/plain one");
        await().until(() -> CacheWorld.now(read(LIST, "zh-CN")).equals("200 text/plain two"));
    }

    @Test
    void aPageReadsWhatIsNotCachedEachTime() {
        world.serves("x".repeat(CacheWorld.LARGEST + 1), "Cache-Control", HALF_A_MINUTE);
        for (int i = 1; i <= 2; i++) {
            assertThat(CacheWorld.now(read(LIST, "zh-CN"))).hasSizeGreaterThan(CacheWorld.LARGEST);
            assertThat(world.seen).hasSize(i);
        }
        world.serves("one", "Cache-Control", HALF_A_MINUTE);
        for (int i = 3; i <= 4; i++) {
            CacheWorld.now(read(CacheWorld.UNCACHED, "zh-CN"));
            assertThat(world.seen).hasSize(i);
        }
    }

    @Test
    void pagesAndCallersShareOneFetch() {
        var held = holdBack();
        var page = read(LIST, "en");
        await().until(() -> held.size() == 1);
        var other = read(LIST, "en");
        var caller = world.ask(HttpMethod.GET, LIST, "Accept-Language", "en");
        world.awaitLookedUp(3);
        held.getFirst().response().putHeader("Cache-Control", HALF_A_MINUTE).end("one");
        assertThat(CacheWorld.now(page)).endsWith(" one");
        assertThat(CacheWorld.now(other)).endsWith(" one");
        assertThat(CacheWorld.now(caller).cache()).isEqualTo("HIT");
        assertThat(held).hasSize(1);
    }

    @Test
    void aPageWhoseFetchFailsLeavesNobodyWaiting() {
        var held = holdBack();
        var page = read(LIST, "en");
        await().until(() -> held.size() == 1);
        var other = read(LIST, "en");
        world.awaitLookedUp(2);
        held.getFirst().response().setStatusCode(500).end();
        assertThat(CacheWorld.now(page)).startsWith("500");
        await().until(() -> held.size() == 2);
        held.get(1).response().putHeader("Cache-Control", HALF_A_MINUTE).end("two");
        assertThat(CacheWorld.now(other)).endsWith(" two");
        breakOff();
        assertThatThrownBy(() -> CacheWorld.now(read(LIST + "/1", "en"))).hasMessageContaining("closed");
        world.serves("three", "Cache-Control", HALF_A_MINUTE);
        assertThat(CacheWorld.now(read(LIST + "/1", "en"))).endsWith(" three");
    }

    @Test
    void aPageOfNoServiceIsAnErrorOfOurs() {
        assertThatThrownBy(() -> world.cache.read("/api/unknown", MultiMap.caseInsensitiveMultiMap()))
                .hasMessageContaining("no route to /api/unknown");
    }
}

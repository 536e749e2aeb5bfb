package cn.quality.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.quality.gateway.OutsideWorld;
import cn.quality.gateway.Token;
import cn.quality.gateway.Wire;
import cn.quality.gateway.Wire.Reply;
import cn.quality.gateway.feeds.TailedEvent;
import cn.quality.gateway.upstream.WholeResponse;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(OutsideWorld.class)
class PublicCacheTest {

    private static final String CODE = "91371199MA3RH00187";

    @Inject
    EventInvalidator events;

    @Inject
    PublicCache cache;

    @Inject
    Vertx vertx;

    @Inject
    @ConfigProperty(name = "outside.world")
    String outside;

    /** An address nobody asked for yet. */
    private final String fresh = "/api/credit/v1/things/" + UUID.randomUUID() + "/public";

    @BeforeEach
    void eventsArrive() {
        events.arriving(true);
        await().until(() -> {
            var probe = fresh + "?probe=1";
            Wire.get(probe);
            return "HIT".equals(Wire.get(probe).headers().get("x-cache"));
        });
    }

    @Test
    void whatIsPublicIsFetchedOnce() throws IOException {
        var first = Wire.get(fresh);
        var second = Wire.get(fresh);
        assertThat(first.headers()).containsEntry("x-cache", "MISS").containsEntry("age", "0");
        assertThat(second.headers()).containsEntry("x-cache", "HIT").containsKey("age");
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().get("content-type")).isEqualTo("application/json");
        assertThat(second.headers().get("x-request-id"))
                .isNotEqualTo(first.headers().get("x-request-id"));
    }

    @Test
    void aHeadIsAnsweredWithoutABody() throws IOException {
        var whole = Wire.get(fresh);
        var head = Wire.send("HEAD " + fresh + " HTTP/1.1\r\n", "");
        assertThat(head.headers()).containsEntry("x-cache", "HIT");
        assertThat(head.headers().get("content-length"))
                .isEqualTo("" + whole.body().length());
        assertThat(head.body()).isEmpty();
    }

    @Test
    void aHeadLeavesNothingBehind() throws IOException {
        assertThat(Wire.send("HEAD " + fresh + " HTTP/1.1\r\n", "").headers()).containsEntry("x-cache", "MISS");
        assertThat(Wire.get(fresh).headers()).containsEntry("x-cache", "MISS");
    }

    @Test
    void anAuthorisedAnswerIsNeitherKeptNorGivenFromHere() throws IOException, JoseException {
        var bearer = "Authorization: Bearer " + Token.valid().sign();
        var own = Wire.get(fresh, bearer);
        assertThat(own.headers()).containsEntry("x-cache", "BYPASS");
        assertThat(own.json().getJsonObject("headers").getString("authorization"))
                .isNotNull();
        var everybodys = Wire.get(fresh);
        assertThat(everybodys.json().getInteger("n")).isEqualTo(2);
        assertThat(everybodys.body()).doesNotContain("Bearer");
        assertThat(Wire.get(fresh, bearer).json().getInteger("n")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cookie: session=1", "Range: bytes=0-9", "If-Match: \"a\"", "Content-Length: 0"})
    void whoeverAsksForHimselfOrForAPartPassesBy(String header) throws IOException {
        Wire.get(fresh);
        var reply = Wire.get(fresh, header);
        assertThat(reply.headers()).containsEntry("x-cache", "BYPASS");
        assertThat(reply.json().getInteger("n")).isEqualTo(2);
        assertThat(Wire.get(fresh).json().getInteger("n")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=404",
                "status=206&Content-Range=bytes%200-1/2",
                "status=500",
                "cache=no-store",
                "cache=private,%20max-age=30",
                "cache=public,%20max-age=30,%20no-cache",
                "cache=public,%20max-age=0",
                "Set-Cookie=a=b",
                "Vary=*",
                "Vary=Origin",
                "Content-Encoding=gzip",
                "size=5000"
            })
    void whatMustNotBeKeptIsFetchedEachTime(String manner) throws IOException {
        var address = fresh + "?" + manner;
        var first = Wire.get(address);
        var second = Wire.get(address);
        assertThat(first.json().getInteger("n")).isEqualTo(1);
        assertThat(second.json().getInteger("n")).isEqualTo(2);
        assertThat(second.status()).isEqualTo(first.status());
        assertThat(second.headers()).containsEntry("x-cache", "MISS").doesNotContainKey("age");
    }

    @Test
    void answersThatVaryAreKeptSideBySide() throws IOException {
        var address = fresh + "?Vary=Accept";
        var json = Wire.get(address, "Accept: application/json");
        var any = Wire.get(address, "Accept: text/csv, */*");
        assertThat(any.json().getInteger("n")).isEqualTo(2);
        assertThat(Wire.get(address, "Accept: application/json").body()).isEqualTo(json.body());
        assertThat(Wire.get(address, "Accept: text/csv,*/*").body()).isEqualTo(any.body());
        assertThat(Wire.get(address).json().getInteger("n")).isEqualTo(3);
    }

    @Test
    void whatDoesNotVaryIsForAll() throws IOException {
        Wire.get(fresh, "Accept: application/json", "Accept-Language: zh-CN");
        assertThat(Wire.get(fresh, "Accept: */*", "Accept-Language: en").headers())
                .containsEntry("x-cache", "HIT");
    }

    /** What the key does not have must not reach the service, or one caller would colour what others get. */
    @ParameterizedTest
    @ValueSource(
            strings = {"X-Forwarded-Host: evil", "X-Anything: evil", "User-Agent: evil", "Origin: evil", "Via: evil"})
    void nobodyColoursWhatOthersGet(String header) throws IOException {
        var seen = Wire.get(fresh, header).json().getJsonObject("headers");
        assertThat(seen.encode()).doesNotContain("evil").contains("traceparent").doesNotContain("x-forwarded-for");
    }

    @Test
    void whoeverHasItIsToldSo() throws IOException {
        var address = fresh + "?ETag=%22v1%22&Vary=Accept";
        var unknown = Wire.get(address, "If-None-Match: \"v1\"");
        assertThat(unknown.status()).isEqualTo(304);
        for (var has : new String[] {"\"v1\"", "W/\"v1\"", "\"v0\", \"v1\"", "*"}) {
            var reply = Wire.get(address, "If-None-Match: " + has);
            assertThat(reply.status()).isEqualTo(304);
            assertThat(reply.body()).isEmpty();
            assertThat(reply.headers())
                    .containsEntry("x-cache", "HIT")
                    .containsEntry("etag", "\"v1\"")
                    .containsEntry("vary", "Accept")
                    .containsKey("cache-control")
                    .doesNotContainKey("content-type");
        }
        var other = Wire.get(address, "If-None-Match: \"v0\"");
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.json().getInteger("n")).isEqualTo(1);
    }

    @Test
    void aDateTellsItAsWellUnlessATagWasSent() throws IOException {
        var date = "If-Modified-Since: Wed, 03 Feb 2021 04:05:0%d GMT";
        var address = fresh + "?ETag=%22v1%22&Last-Modified=Wed,%2003%20Feb%202021%2004:05:06%20GMT";
        Wire.get(address);
        assertThat(Wire.get(address, date.formatted(6)).status()).isEqualTo(304);
        assertThat(Wire.get(address, date.formatted(7)).status()).isEqualTo(304);
        assertThat(Wire.get(address, date.formatted(5)).status()).isEqualTo(200);
        assertThat(Wire.get(address, "If-Modified-Since: yesterday").status()).isEqualTo(200);
        assertThat(Wire.get(address, date.formatted(7), "If-None-Match: \"v0\"").status())
                .isEqualTo(200);
    }

    @Test
    void manyAtOnceAreOneRequest() throws Exception {
        var address = fresh + "?delay=300";
        var replies = atOnce(20, () -> Wire.get(address));
        assertThat(replies).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.json().getInteger("n")).isEqualTo(1);
        });
    }

    @Test
    void whatIsNotForAllIsFetchedByEachOfThem() throws Exception {
        var address = fresh + "?delay=300&cache=no-store";
        var replies = atOnce(8, () -> Wire.get(address));
        assertThat(replies.stream().map(reply -> reply.json().getInteger("n")))
                .doesNotHaveDuplicates()
                .hasSize(8);
        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(200));
    }

    @Test
    void anErrorIsNobodysButItsOwn() throws Exception {
        var address = fresh + "?delay=300&status=500";
        var replies = atOnce(8, () -> Wire.get(address));
        assertThat(replies.stream().map(reply -> reply.json().getInteger("n"))).doesNotHaveDuplicates();
    }

    @Test
    void aServiceThatCutsItsAnswerShortLeavesNothing() throws IOException {
        var cut = fresh.replace("/public", "/cut-midway-public");
        for (int i = 0; i < 2; i++) {
            var reply = Wire.get(cut);
            assertThat(reply.status()).isEqualTo(502);
            assertThat(reply.problem().getString("code")).isEqualTo("bad-gateway");
        }
    }

    @Test
    void whatIsJustOverIsGivenWhileANewOneIsFetched() throws Exception {
        var address = fresh + "?cache=public,%20max-age=1,%20stale-while-revalidate=30";
        Wire.get(address);
        await().until(() -> "STALE".equals(Wire.get(address).headers().get("x-cache")));
        await().untilAsserted(() -> {
            var next = Wire.get(address);
            assertThat(next.json().getInteger("n")).isGreaterThan(1);
        });
    }

    @Test
    void whatIsOverIsGivenMarkedWhileTheServiceFails() throws Exception {
        var address = fresh + "?cache=public,%20max-age=1&then=503";
        Wire.get(address);
        await().until(() -> !"HIT".equals(Wire.get(address).headers().get("x-cache")));
        var reply = Wire.get(address);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers()).containsEntry("x-cache", "STALE");
        assertThat(Integer.parseInt(reply.headers().get("age"))).isPositive();
    }

    @Test
    void whatIsOverIsGivenMarkedWhileTheServiceIsAway() throws Exception {
        var address = fresh.replace("credit", "standards") + "?cache=public,%20max-age=1";
        Wire.get(address);
        RestAssured.get(outside + "/control/down").then().statusCode(200);
        try {
            await().until(() -> "STALE".equals(Wire.get(address).headers().get("x-cache")));
            events.heard(listingOf(CODE));
            var gone = Wire.get(address);
            assertThat(gone.status()).isEqualTo(503);
            assertThat(gone.problem().getString("code")).isEqualTo("unavailable");
        } finally {
            RestAssured.get(outside + "/control/up").then().statusCode(200);
        }
    }

    @Test
    void nothingOverIsGivenWhileNoEventsArrive() throws Exception {
        var address = fresh + "?cache=public,%20max-age=1,%20stale-while-revalidate=30&then=503";
        Wire.get(address);
        events.arriving(false);
        await().until(() -> Wire.get(address).status() == 503);
    }

    @Test
    void anEventTakesAwayWhatItTouches() throws Exception {
        var list = fresh;
        var enterprise = "/api/credit/v1/enterprises/" + CODE + "/" + UUID.randomUUID() + "/public";
        var other = enterprise.replace("187", "195");
        Wire.get(list);
        Wire.get(enterprise);
        Wire.get(other);
        events.heard(listingOf(CODE));
        assertThat(Wire.get(list).json().getInteger("n")).isEqualTo(2);
        assertThat(Wire.get(enterprise).json().getInteger("n")).isEqualTo(2);
        assertThat(Wire.get(other).json().getInteger("n")).isEqualTo(1);
    }

    /** Services that learn of it by the same event still say the old for a moment: nothing of that is kept. */
    @Test
    void nothingThatWasTouchedIsKeptUntilTheDustHasSettled() throws Exception {
        Wire.get(fresh);
        events.heard(listingOf(CODE));
        assertThat(Wire.get(fresh).json().getInteger("n")).isEqualTo(2);
        assertThat(Wire.get(fresh).headers()).containsEntry("x-cache", "MISS");
        await().until(() -> "HIT".equals(Wire.get(fresh).headers().get("x-cache")));
    }

    @Test
    void anEventDuringAFetchWins() throws Exception {
        var address = fresh + "?delay=700";
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = pool.submit(() -> Wire.get(address));
            Thread.sleep(100);
            var waiting = pool.submit(() -> Wire.get(address));
            Thread.sleep(100);
            events.heard(listingOf(CODE));
            assertThat(first.get().json().getInteger("n")).isEqualTo(1);
            assertThat(waiting.get().json().getInteger("n")).isEqualTo(2);
        }
        assertThat(Wire.get(address).json().getInteger("n")).isGreaterThan(1);
    }

    @Test
    void whatWasMissedTakesAwayEverything() throws IOException {
        Wire.get(fresh);
        events.missed();
        assertThat(Wire.get(fresh).json().getInteger("n")).isEqualTo(2);
    }

    @Test
    void whoeverChangesSomethingReadsTheNew() throws Exception {
        Wire.get(fresh);
        Wire.send(
                "POST " + fresh + " HTTP/1.1\r\n",
                "",
                "Authorization: Bearer " + Token.valid().sign(),
                "Content-Length: 0");
        await().untilAsserted(
                        () -> assertThat(Wire.get(fresh).json().getInteger("n")).isGreaterThan(2));
    }

    @Test
    void norTheOldOfWhatItIsAPartOf() throws Exception {
        Wire.get(fresh);
        Wire.send(
                "POST " + fresh + "/parts/echo HTTP/1.1\r\n",
                "",
                "Authorization: Bearer " + Token.valid().sign(),
                "Content-Length: 0");
        await().untilAsserted(
                        () -> assertThat(Wire.get(fresh).json().getInteger("n")).isGreaterThan(1));
    }

    @Test
    void aPageReadsWhatIsHereForEverybody() throws Exception {
        assertThat(nOf(read(fresh))).isEqualTo(1);
        assertThat(nOf(read(fresh))).isEqualTo(1);
        assertThat(Wire.get(fresh).headers()).containsEntry("x-cache", "HIT");
        events.heard(listingOf(CODE));
        assertThat(nOf(read(fresh))).isEqualTo(2);
    }

    @Test
    void ofManyPagesAtOnceOneFetches() throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 8)
                    .mapToObj(i -> pool.submit(() -> nOf(read(fresh + "?delay=300"))))
                    .toList();
            for (var one : all) {
                assertThat(one.get()).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"size=10000", "status=404", "cache=no-store", "delay=200&status=404"})
    void aPageReadsWhatCannotBeKeptAnewEachTime(String how) throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = pool.submit(() -> nOf(read(fresh + "?" + how)));
            var other = pool.submit(() -> nOf(read(fresh + "?" + how)));
            assertThat(one.get() + other.get()).isEqualTo(3);
        }
        assertThat(nOf(read(fresh + "?" + how))).isEqualTo(3);
    }

    @Test
    void aPageReadsAnewWhereNothingMayBeKept() throws Exception {
        var address = "/api/indicators/v1/narrow/" + UUID.randomUUID() + "/public";
        assertThat(nOf(read(address))).isEqualTo(1);
        assertThat(nOf(read(address))).isEqualTo(2);
    }

    @Test
    void aPageIsToldThatItsServiceFails() {
        var cut = fresh.replace("/public", "/cut");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> read(cut)).isInstanceOf(ExecutionException.class);
        }
    }

    private WholeResponse read(String uri) throws Exception {
        return io.vertx.core.Future.<WholeResponse>future(promise -> vertx.runOnContext(here -> cache.read(
                                uri, MultiMap.caseInsensitiveMultiMap().add("Accept", "application/json"))
                        .onComplete(promise)))
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    private static int nOf(WholeResponse fetched) {
        return fetched.body().toJsonObject().getInteger("n");
    }

    @Test
    void aRouteThatIsNotOnTheListKeepsNothing() throws IOException {
        var address = "/api/credit/v1/complaints/" + UUID.randomUUID() + "/public";
        assertThat(Wire.get(address).headers()).doesNotContainKey("x-cache");
        assertThat(Wire.get(address).json().getInteger("n")).isEqualTo(2);
    }

    private static java.util.List<Reply> atOnce(int many, Callable<Reply> ask) throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, many).mapToObj(i -> pool.submit(ask)).toList();
            var replies = new java.util.ArrayList<Reply>();
            for (Future<Reply> one : asked) {
                replies.add(one.get());
            }
            return replies;
        }
    }

    private static TailedEvent listingOf(String code) {
        return new TailedEvent(
                "quality.credit.listing",
                0,
                0,
                0,
                UUID.randomUUID().toString(),
                "cn.quality.credit.listing.repaired.v1",
                "/credit-service",
                UUID.randomUUID().toString(),
                3,
                "2026-01-05T02:00:00Z",
                "{\"uscc\":\"%s\"}".formatted(code).getBytes(StandardCharsets.UTF_8));
    }
}

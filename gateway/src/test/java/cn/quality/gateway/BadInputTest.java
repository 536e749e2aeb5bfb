package cn.quality.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The list of what an attacker sends, over raw sockets: a problem answer or a closed connection, never a crash, never another
 * caller's data. Each group stands here once as a whole; the finer cases are with the class that refuses them: addresses in
 * {@code AddressTest} and {@code AdmissionTest}, tokens in {@code BearerAuthenticatorTest}, services that fail in {@code PassageTest} and
 * {@code InstancesTest}, limits in {@code LimitsTest}.
 */
@QuarkusTest
@WithTestResource(OutsideWorld.class)
class BadInputTest {

    private static final String CHUNKED = "Transfer-Encoding: chunked";
    private static final String POST = "POST /api/credit/v1/echo HTTP/1.1\r\n";
    private static final String CLIENT_ERROR_OR_NOTHING = "(HTTP/1.[01] 4\\d\\d (?s:.*))?";
    /** A second request hidden in the body of the first. */
    private static final String HIDDEN = "GET /api/credit/v1/hidden HTTP/1.1\r\nHost: quality.example\r\n\r\n";

    @Nested
    class Slow {

        @Test
        void headersThatNeverEndAreCutOff() throws IOException {
            try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
                socket.setSoTimeout(10_000);
                socket.getOutputStream()
                        .write("GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ".getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
                assertThat(socket.getInputStream().read()).isNegative();
            }
        }

        @Test
        void aBodyThatNeverEndsEndsWithItsRoute() throws Exception {
            var reply = Wire.send(POST, "{", bearer(), "Content-Length: 1000");
            assertThat(reply.status()).isEqualTo(408);
            assertThat(reply.problem().getString("code")).isEqualTo("request-timeout");
        }

        @Test
        void whoeverIsRefusedIsNotListenedToForEver() throws IOException {
            try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
                socket.setSoTimeout(10_000);
                socket.getOutputStream()
                        .write((POST + "Host: a\r\nContent-Length: 1000\r\n\r\n{").getBytes(StandardCharsets.UTF_8));
                // Ends only when the connection is closed on the other side.
                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("HTTP/1.1 401 ");
            }
        }
    }

    @Nested
    class Oversized {

        @Test
        void headersBeyondOurLimitAreA431() throws IOException {
            assertThat(Wire.get("/api/credit/v1/echo", "X-Big: " + "x".repeat(20_000))
                            .status())
                    .isEqualTo(431);
        }

        @Test
        void headersBeyondTheServersLimitAreCutOff() throws IOException {
            assertThat(raw("GET / HTTP/1.1\r\nHost: a\r\nX-Big: " + "x".repeat(200_000) + "\r\n\r\n"))
                    .matches(CLIENT_ERROR_OR_NOTHING);
        }

        @Test
        void anAddressBeyondTheServersLimitIsCutOff() throws IOException {
            assertThat(raw("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"))
                    .matches(CLIENT_ERROR_OR_NOTHING);
        }

        @Test
        void aBodyIsStoppedWhetherItAdmitsItsSizeOrNot() throws Exception {
            assertThat(Wire.send(POST, "", bearer(), "Content-Length: 70000").status())
                    .isEqualTo(413);
            var chunk = "1000\r\n" + "x".repeat(0x1000) + "\r\n";
            assertThat(Wire.send(POST, chunk.repeat(20) + "0\r\n\r\n", bearer(), CHUNKED)
                            .status())
                    .isEqualTo(413);
        }
    }

    /** What two readers of a stream of bytes could take apart differently. Only one answer, and nothing hidden is answered. */
    @Nested
    class Smuggling {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Content-Length: 0\r\nTransfer-Encoding: chunked",
                    "Transfer-Encoding: chunked\r\nContent-Length: 4",
                    "Content-Length: 4\r\nContent-Length: 5",
                    "Content-Length: 4\r\nContent-Length: 4",
                    "Content-Length: 4, 5",
                    "Content-Length: +4",
                    "Content-Length: 0x4",
                    "Content-Length: 4 4",
                    "Content-Length: -1",
                    "Content-Length: 99999999999999999999",
                    "Transfer-Encoding: xchunked",
                    "Transfer-Encoding: chunked, identity",
                    "Transfer-Encoding: gzip, chunked",
                    "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                    "Transfer-Encoding: identity",
                    "Transfer-Encoding:\u000bchunked",
                    "Transfer-Encoding : chunked",
                    " Content-Length: 4",
                    "X: y\rTransfer-Encoding: chunked"
                })
        void twoReadingsOfALengthAreRefused(String lengths) throws Exception {
            var answers = raw(
                    POST + "Host: quality.example\r\n" + bearer() + "\r\n" + lengths + "\r\n\r\n0\r\n\r\n" + HIDDEN);
            assertThat(answers).doesNotContain("/hidden").matches(CLIENT_ERROR_OR_NOTHING);
            assertThat(answers.split("HTTP/1.1 ", -1).length).isLessThanOrEqualTo(2);
        }

        /** RFC 9112 §5.2 lets a server unfold it. */
        @ParameterizedTest
        @ValueSource(strings = {"X: y\r\n Transfer-Encoding: chunked", "X: y\r\n\tContent-Length: 4"})
        void aFoldedHeaderIsOneHeader(String folded) throws Exception {
            var answers =
                    raw(POST + "Host: quality.example\r\n" + bearer() + "\r\n" + folded + "\r\n\r\n0\r\n\r\n" + HIDDEN);
            assertThat(answers)
                    .doesNotContain("/hidden")
                    .contains("\"bodyLength\":0")
                    .contains("\"x\":\"y ");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "zz\r\nabc\r\n0\r\n\r\n",
                    "-1\r\nabc\r\n0\r\n\r\n",
                    "0x3\r\nabc\r\n0\r\n\r\n",
                    "3\r\nabcdef\r\n0\r\n\r\n",
                    "fffffffffffffffff\r\nabc\r\n0\r\n\r\n",
                    "\r\nabc\r\n0\r\n\r\n"
                })
        void brokenChunksNeverReachAServiceAsAWhole(String chunks) throws Exception {
            var answers = raw(
                    POST + "Host: quality.example\r\n" + bearer() + "\r\n" + CHUNKED + "\r\n\r\n" + chunks + HIDDEN);
            assertThat(answers).doesNotContain("HTTP/1.1 200").doesNotContain("/hidden");
        }

        @Test
        void oneRequestAfterAnotherOnAConnectionAreTwo() throws IOException {
            var answers = raw("GET /api/credit/v1/echo?n=1 HTTP/1.1\r\nHost: a\r\n\r\n"
                    + "GET /api/credit/v1/echo?n=2 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            assertThat(answers.indexOf("n=1")).isPositive().isLessThan(answers.indexOf("n=2"));
        }
    }

    @Nested
    class Paths {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/api/credit/v1/../../q/metrics",
                    "/api/credit/v1/%2e%2e/%2e%2e/q/metrics",
                    "/api/credit/v1/..%2f..%2fq/metrics",
                    "/api/credit/v1/%252e%252e/q/metrics",
                    "/api/credit/v1/..;/q/metrics",
                    "/api/credit/v1/..%5c..%5cq",
                    "//q/metrics",
                    "/api/credit/v1/%00"
                })
        void aTrickIsRefusedWithAReason(String path) throws IOException {
            var reply = Wire.get(path);
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.problem().getString("code")).isEqualTo("malformed-path");
        }
    }

    @Nested
    class Headers {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/api/credit/v1/echo?next=%0d%0aSet-Cookie:%20stolen=1",
                    "/nothing%0d%0aSet-Cookie:%20stolen=1",
                    "/credit?q=%0d%0aSet-Cookie:%20stolen=1"
                })
        void aLineBreakInAnAddressMakesNoHeader(String path) throws IOException {
            assertThat(Wire.get(path).headers()).doesNotContainKey("set-cookie");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"X-Request-Id: a\r\n\tSet-Cookie: stolen=1", "X-Request-Id: abcdefgh\rSet-Cookie: stolen=1"})
        void aLineBreakInAHeaderMakesNoHeader(String header) throws IOException {
            assertThat(raw("GET /nothing HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + header + "\r\n\r\n"))
                    .doesNotContain("\nSet-Cookie")
                    .doesNotContain("\rSet-Cookie");
        }

        @Test
        void aHeaderNameThatIsNoneIsRefused() throws IOException {
            assertThat(raw("GET / HTTP/1.1\r\nHost: a\r\nBad Name: 1\r\n\r\n")).startsWith("HTTP/1.1 400");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "GET /nothing HTTP/1.1\r\n",
                    "GET /nothing HTTP/1.1\r\nHost: a b\r\n",
                    "GET /nothing HTTP/1.1\r\nHost: [::\r\n",
                    "GET /nothing HTTP/1.1\r\nHost: a:99999999\r\n",
                    "GET /nothing HTTP/1.1\r\nHost: a:b\r\n",
                    "GET /nothing HTTP/1.1\r\nHost: u@a\r\n",
                    "GET /nothing HTTP/1.1\r\nHost: a/b?c\r\n",
                    "GET ?a HTTP/1.1\r\nHost: a\r\n",
                    "GET http://evil.example/ HTTP/1.1\r\nHost: a\r\n",
                    "GET /nothing HTTP/1.1\r\nHost: a\r\nX: \u0000\r\n",
                    "GET /nothing HTTP/1.1\r\nHost: a\r\nCookie: \u007f\r\n",
                    "GET /no thing HTTP/1.1\r\nHost: a\r\n",
                    "GET /nothing HTTP/3.5x\r\nHost: a\r\n",
                    "GET /\u00e9 HTTP/1.1\r\nHost: a\r\n",
                })
        void whatCannotBeReadIsAProblemAsWell(String head) throws IOException {
            isAProblem(raw(head + "Connection: close\r\n\r\n"), 400);
        }

        @Test
        void soIsWhatIsTooLongForTheServerItself() throws IOException {
            isAProblem(raw("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"), 414);
            isAProblem(raw("GET / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(70_000) + "\r\n\r\n"), 431);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Accept-Language: ;",
                    "Accept-Language: -",
                    "Accept-Language: en;a=\"",
                    "Accept: a;charset=\"",
                    "Accept: ;;;",
                    "Accept: application/json;q=x",
                    "Content-Type: ;"
                })
        void norDoesAHeaderNobodyCanReadDoHarm(String header) throws IOException {
            var answer = raw("GET /nothing HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + header + "\r\n\r\n");
            isAProblem(answer, 404);
            assertThat(answer).contains("RateLimit-Remaining: ");
        }

        private static void isAProblem(String answer, int status) {
            assertThat(answer)
                    .matches("(?s)HTTP/1.[01] " + status + " .*")
                    .contains("application/problem+json", "\"status\":" + status, "\"traceId\":\"")
                    .contains("Content-Security-Policy: default-src 'none'", "X-Content-Type-Options: nosniff");
        }

        @Test
        void whatSpeaksNoHttpIsCutOff() throws IOException {
            assertThat(raw("\u0016\u0003\u0001\u0000ClientHello\r\n\r\n")).matches(CLIENT_ERROR_OR_NOTHING);
        }
    }

    @Nested
    class Tokens {

        @Test
        void expiredUnsignedAndForeignOnesAreRefused() throws IOException, JoseException {
            for (var token : new String[] {
                Token.valid().expired().sign(),
                Token.valid().unsigned(),
                Token.valid().ofAnotherRealm().sign(),
                Token.valid().forged().sign(),
                Token.valid().meantFor("another-system").sign()
            }) {
                var reply = Wire.get("/api/credit/v1/echo", "Authorization: Bearer " + token);
                assertThat(reply.status()).isEqualTo(401);
                assertThat(reply.problem().getString("code")).isEqualTo("invalid-token");
            }
        }
    }

    @Nested
    class Services {

        @Test
        void oneThatHangsIsA504AndOneThatCutsTheLineA502() throws IOException {
            assertThat(Wire.get("/api/credit/v1/silent").status()).isEqualTo(504);
            assertThat(Wire.get("/api/credit/v1/cut").status()).isEqualTo(502);
        }

        @ParameterizedTest
        @ValueSource(strings = {"cut-midway", "silent-midway"})
        void whatBreaksOffMidwayIsSeenToBeIncomplete(String manner) throws IOException {
            assertThat(Wire.get("/api/credit/v1/" + manner).complete()).isFalse();
        }
    }

    private static String bearer() throws JoseException {
        return "Authorization: Bearer " + Token.valid().sign();
    }

    /** @return whatever comes back until the connection is closed, or nothing has come for a while */
    private static String raw(String bytes) throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(1_500);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(Wire.readAll(socket), StandardCharsets.UTF_8);
        } catch (SocketException cutOff) {
            return "";
        }
    }
}

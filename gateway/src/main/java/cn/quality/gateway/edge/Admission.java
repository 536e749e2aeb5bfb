package cn.quality.gateway.edge;

import cn.quality.platform.digest.Secrets;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.trace.RequestTrace;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The first and the last word on every request. */
@Singleton
public class Admission {

    private static final Logger LOG = Logger.getLogger(Admission.class);

    private static final int FIRST = 10_000;
    private static final int LAST = 1_000_000;

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.OPTIONS,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE);
    private static final String ALLOW =
            METHODS.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));

    /** Two different readings of one of these would let a request mean one thing here and another behind us. */
    private static final List<CharSequence> ONCE = Stream.of(
                    "Host", "Content-Length", "Content-Type", "Authorization", "Transfer-Encoding", "Expect")
            .map(HttpHeaders::createOptimized)
            .toList();

    private static final String COMPLETED = Admission.class.getName() + ".completed";

    private static final String OPERATIONS = "/q";
    /** Health says no more than whether; the document of our own interface is on the pages of the manual as well. */
    private static final List<String> OPEN = List.of("/q/health", "/q/openapi");

    private static final String BEARER = "Bearer ";

    private final EdgeConfig config;
    private final SecurityHeaders securityHeaders;
    private final ProblemWriter problems;
    private final RefusalLimit refusals;
    private final TransferMemory responses = ResponseMemory.ofThisProcess();

    Admission(
            EdgeConfig config,
            SecurityHeaders securityHeaders,
            ProblemWriter problems,
            RefusalLimit refusals,
            MeterRegistry meters) {
        this.config = config;
        this.securityHeaders = securityHeaders;
        this.problems = problems;
        this.refusals = refusals;
        meters.gauge("gateway.responses.bytes", responses, TransferMemory::held);
    }

    void first(@Observes Filters filters) {
        filters.register(this::admit, FIRST);
    }

    void last(@Observes Router router) {
        router.route().order(-FIRST).failureHandler(this::failed);
        router.route().order(LAST).handler(request -> refuse(request, nothingHere()));
    }

    /** The decoded path of an admitted request. */
    public static String path(RoutingContext request) {
        Address address = request.get(Address.class.getName());
        if (address == null) {
            throw new IllegalStateException("asked before admission");
        }
        return address.path();
    }

    /** The same of a request that may not have been admitted. */
    public static Optional<String> admittedPath(RoutingContext request) {
        return request.get(Address.class.getName()) instanceof Address address
                ? Optional.of(address.path())
                : Optional.empty();
    }

    /** The refusal of an address that nobody answers. */
    public static Problem nothingHere() {
        return new Problem(ProblemTypes.NOT_FOUND, new Text("该地址没有内容", "There is nothing at this address"));
    }

    private void admit(RoutingContext request) {
        completeHeaders(request);
        check(request);
    }

    private void completeHeaders(RoutingContext request) {
        if (request.get(COMPLETED) != null) {
            return;
        }
        request.put(COMPLETED, true);
        var trace = RequestTrace.of(request);
        request.addHeadersEndHandler(end -> {
            var headers = request.response().headers();
            headers.remove("Server");
            headers.set("X-Request-Id", trace.requestId());
            securityHeaders.writeTo(headers, request);
        });
    }

    private void check(RoutingContext request) {
        var incoming = request.request();
        if (!METHODS.contains(incoming.method())) {
            refuse(
                    request,
                    new Problem(ProblemTypes.METHOD_NOT_ALLOWED, new Text("不支持此请求方法", "This method is not offered"))
                            .withHeader("Allow", ALLOW));
        } else if (incoming.uri().length() > config.maxAddress()) {
            refuse(
                    request,
                    new Problem(
                            ProblemTypes.URI_TOO_LONG,
                            Text.of("地址不得超过 %d 个字符", "An address may have %d characters", config.maxAddress())));
        } else if (size(incoming.headers()) > config.maxHeaders()) {
            refuse(
                    request,
                    new Problem(
                            ProblemTypes.HEADERS_TOO_LARGE,
                            Text.of("请求头合计不得超过 %d 字节", "The headers may have %d bytes together", config.maxHeaders())));
        } else if (repeated(incoming)) {
            refuse(
                    request,
                    new Problem(
                            ProblemTypes.BAD_REQUEST,
                            new Text("只能出现一次的请求头重复出现", "A header that may come once came twice")));
        } else if (!knownEncoding(incoming)) {
            refuse(request, new Problem(ProblemTypes.BAD_REQUEST, new Text("不支持的传输编码", "Unknown transfer encoding")));
        } else {
            checkAddress(request);
        }
    }

    private void checkAddress(RoutingContext request) {
        try {
            var address = Address.parse(request.request().uri());
            request.put(Address.class.getName(), address);
            var operations = isBelow(address.path(), OPERATIONS);
            if (operations && !isOpen(address.path()) && !mayOperate(request.request())) {
                refuse(request, nothingHere());
            } else if (responses.full() && !operations) {
                refuse(request, GatewayProblems.overloaded());
            } else {
                request.next();
            }
        } catch (Address.Trick e) {
            refuse(request, new Problem(GatewayProblems.MALFORMED_PATH, e.reason()));
        }
    }

    /** What Vert.x refuses before anybody sees it, an address without a host say, comes here without being admitted. */
    private void failed(RoutingContext request) {
        completeHeaders(request);
        refuse(request, problem(request));
    }

    private static Problem problem(RoutingContext request) {
        var failure = request.failure();
        var status = request.statusCode();
        if (failure instanceof Problem problem) {
            return problem;
        }
        if (status >= 400 && status < 500) {
            return new Problem(
                    ProblemTypes.ofStatus(status),
                    failure instanceof VertxException
                            ? new Text("请求行或 Host 请求头不合规范", "Malformed request line or Host header")
                            : new Text("请求无法处理", "The request could not be handled"));
        }
        LOG.errorf(failure, "Request failed, trace %s", RequestTrace.of(request).traceId());
        return new Problem(ProblemTypes.INTERNAL, new Text("请将 traceId 告知管理员", "Tell an operator the traceId"));
    }

    private void refuse(RoutingContext request, Problem problem) {
        refusals.count(request)
                .onComplete(counted ->
                        problems.write(request, counted.cause() instanceof Problem tooMany ? tooMany : problem));
    }

    private static boolean isOpen(String path) {
        return OPEN.stream().anyMatch(open -> isBelow(path, open));
    }

    private static boolean isBelow(String path, String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }

    /** The key is for us, and no token that anybody behind us would know. */
    private boolean mayOperate(HttpServerRequest request) {
        if (config.operationsOpen()) {
            return true;
        }
        var shown = request.getHeader(HttpHeaders.AUTHORIZATION);
        var may = shown != null
                && config.operationsKey()
                        .filter(key -> Secrets.same(BEARER + key, shown))
                        .isPresent();
        if (may) {
            request.headers().remove(HttpHeaders.AUTHORIZATION);
        }
        return may;
    }

    private static boolean repeated(HttpServerRequest request) {
        for (var name : ONCE) {
            if (request.headers().contains(name)
                    && request.headers().getAll(name).size() > 1) {
                return true;
            }
        }
        return false;
    }

    private static boolean knownEncoding(HttpServerRequest request) {
        var encoding = request.getHeader("Transfer-Encoding");
        return encoding == null || encoding.toLowerCase(Locale.ROOT).equals("chunked");
    }

    private static int size(MultiMap headers) {
        var size = 0;
        for (var header : headers) {
            size += header.getKey().length() + header.getValue().length() + 4;
        }
        return size;
    }
}

package cn.quality.platform.problem;

import cn.quality.platform.http.Trace;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives every refusal its final form, whoever made it: our own rules, the validator, Jackson, or the web layer. The only
 * class that knows the library which catches the exceptions.
 */
@ApplicationScoped
class ProblemAnswers implements ProblemPostProcessor {

    private static final int BEFORE_THE_LOGGER = 1_000;
    private static final String TYPE_PREFIX = "urn:problem:";
    private static final String UNIQUE_VIOLATION = "23505";

    @Override
    public int priority() {
        return BEFORE_THE_LOGGER;
    }

    @Override
    public HttpProblem apply(HttpProblem made, ProblemContext context) {
        var problem = ourOwn(made, context.cause);
        var locale = Language.ofCurrentRequest();
        var builder = HttpProblem.builder()
                .withType(URI.create(TYPE_PREFIX + problem.type().code()))
                .withTitle(problem.type().title().in(locale))
                .withStatus(status(problem.type().status()))
                .withDetail(problem.detail().in(locale))
                .withInstance(URI.create(context.path == null ? "/" : uriPath(context.path)))
                .with("code", problem.type().code())
                .with("traceId", Trace.currentId());
        made.getHeaders().forEach(builder::withHeader);
        if (!problem.violations().isEmpty()) {
            builder.with("violations", violations(problem.violations(), locale));
        }
        return builder.build();
    }

    /** Nothing matched: the router's own 404 is a bare page, an API client gets a problem. */
    void answerUnknownPaths(@Observes Router router) {
        router.route().order(Integer.MAX_VALUE).handler(ProblemAnswers::unknownPath);
    }

    private static void unknownPath(RoutingContext request) {
        var type = ProblemTypes.NOT_FOUND;
        var locale = Language.of(request);
        request.response()
                .setStatusCode(type.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(new JsonObject()
                        .put("type", TYPE_PREFIX + type.code())
                        .put("title", type.title().in(locale))
                        .put("status", type.status())
                        .put("detail", noSuchAddress().in(locale))
                        .put("instance", request.normalizedPath())
                        .put("code", type.code())
                        .put("traceId", Trace.of(request))
                        .encode());
    }

    private static Problem ourOwn(HttpProblem made, @Nullable Throwable cause) {
        if (cause == null) {
            return general(made.getStatusCode());
        }
        return inChain(cause, Problem.class)
                .or(() -> inChain(cause, ConstraintViolationException.class).map(ProblemAnswers::invalid))
                .or(() -> inChain(cause, JsonProcessingException.class)
                        .filter(e -> made.getStatusCode() == 400)
                        .map(ProblemAnswers::malformed))
                .or(() -> inChain(cause, OptimisticLockException.class).map(e -> concurrent()))
                .or(() -> inChain(cause, SQLException.class)
                        .filter(e -> UNIQUE_VIOLATION.equals(e.getSQLState()))
                        .map(e -> concurrent()))
                .orElseGet(() -> general(made.getStatusCode()));
    }

    private static Problem concurrent() {
        return new Problem(
                ProblemTypes.CONCURRENT_CHANGE,
                new Text("同一数据刚被他人修改,请重新读取后再试", "Somebody else changed the same data; read it again and retry"));
    }

    private static Problem general(int status) {
        var type = ProblemTypes.ofStatus(status);
        return new Problem(
                type,
                switch (status) {
                    case 400 -> new Text("请求无法理解,请检查参数与内容", "The request could not be understood");
                    case 401 -> new Text("请提供有效的访问令牌", "A valid access token is needed");
                    case 403 -> new Text("当前身份无权执行此操作", "This identity may not do this");
                    case 404 -> noSuchAddress();
                    case 405 -> new Text("该地址不支持此请求方法", "This address does not offer that method");
                    case 406 ->
                        new Text("该地址不提供 Accept 所要求的格式", "This address does not offer the format asked for in Accept");
                    case 413 -> new Text("请求内容超过允许的大小", "The body is larger than allowed");
                    case 415 -> new Text("该地址不接受此 Content-Type", "This address does not take that Content-Type");
                    case 503 -> new Text("服务暂时无法应答,请稍后再试", "The service cannot answer for the moment");
                    default ->
                        status >= 500
                                ? new Text("请将 traceId 告知管理员", "Tell an operator the traceId")
                                : new Text("请求被拒绝", "The request was refused");
                });
    }

    private static Text noSuchAddress() {
        return new Text("该地址没有内容", "There is nothing at this address");
    }

    private static Problem malformed(JsonProcessingException e) {
        var at = e.getLocation();
        var problem = new Problem(
                ProblemTypes.MALFORMED_JSON,
                at == null
                        ? new Text("请求内容不是可读取的 JSON", "The body is not readable JSON")
                        : Text.of(
                                "第 %d 行第 %d 列附近无法读取",
                                "Not readable near line %d column %d", at.getLineNr(), at.getColumnNr()));
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            problem.with(path(mapping), "format", new Text("取值的类型或格式不对", "The value has the wrong type or format"));
        }
        return problem;
    }

    private static String path(JsonMappingException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static Problem invalid(ConstraintViolationException e) {
        var problem = new Problem(
                ProblemTypes.INVALID_ARGUMENT, new Text("部分字段不符合要求", "Some fields do not meet their rules"));
        e.getConstraintViolations().stream()
                .sorted((a, b) -> field(a).compareTo(field(b)))
                .forEach(v -> problem.with(field(v), constraint(v), new Text(v.getMessage(), v.getMessage())));
        return problem;
    }

    /** The path inside the request: method and parameter names of our code are nobody's business. */
    private static String field(ConstraintViolation<?> violation) {
        var names = new ArrayList<String>();
        Path.Node last = null;
        for (var node : violation.getPropertyPath()) {
            last = node;
            if (node.getKind().name().equals("PROPERTY")
                    || node.getKind().name().equals("CONTAINER_ELEMENT")) {
                names.add(node.isInIterable() ? "[" + node.getIndex() + "]." + node.getName() : node.getName());
            }
        }
        return names.isEmpty()
                ? (last == null ? "" : last.getName())
                : String.join(".", names).replace(".[", "[");
    }

    private static String constraint(ConstraintViolation<?> violation) {
        return violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    private static <T extends Throwable> Optional<T> inChain(Throwable cause, Class<T> type) {
        return Stream.<@Nullable Throwable>iterate(cause, t -> t != null, t -> t == null ? null : t.getCause())
                .limit(20)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    private static List<Map<String, String>> violations(List<Violation> violations, Locale locale) {
        return violations.stream()
                .map(v -> Map.of(
                        "field", v.field(),
                        "code", v.code(),
                        "message", v.message().in(locale)))
                .toList();
    }

    private static String uriPath(String path) {
        try {
            return new URI(null, null, path.startsWith("/") ? path : "/" + path, null).toASCIIString();
        } catch (java.net.URISyntaxException e) {
            return "/";
        }
    }

    private static Response.StatusType status(int code) {
        var known = Response.Status.fromStatusCode(code);
        return known != null ? known : new OtherStatus(code);
    }

    /** 422 and 428 have no constant in Jakarta REST 3.1. */
    private record OtherStatus(int code) implements Response.StatusType {
        @Override
        public int getStatusCode() {
            return code;
        }

        @Override
        public Response.Status.Family getFamily() {
            return Response.Status.Family.familyOf(code);
        }

        @Override
        public String getReasonPhrase() {
            return "";
        }
    }
}

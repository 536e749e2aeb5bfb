package cn.quality.platform.http;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemDocument;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.sql.SqlFailure;
import cn.quality.platform.trace.RequestTrace;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URISyntaxException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.validator.engine.HibernateConstraintViolation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers every refusal and every fault in one form, whoever made it: our rules, the validator, Jackson, the web layer. */
@Singleton
class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    static final Text SOME_FIELDS = new Text("部分字段不符合要求", "Some fields do not meet their rules");
    private static final int OUTERMOST = -9_000;

    /** Should a browser show a refusal after all, nothing in it may load or run. */
    private static final Map<String, String> HARMLESS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

    private static final Text NO_URI = new Text(
            "请求地址不是合规的 URI：百分号后须有两位十六进制数字，其他特殊字符须编码",
            "The address is no URI: a percent sign needs two hexadecimal digits, other special characters must be encoded");

    private static final String UNIQUE_VIOLATION = "23505";

    private final OfferedOperations offered;

    ProblemMapper(OfferedOperations offered) {
        this.offered = offered;
    }

    /** Named one by one, because a mapper for a wider type does not replace the framework's own for a narrower one. */
    @ServerExceptionMapper({
        Problem.class,
        WebApplicationException.class,
        UnauthorizedException.class,
        AuthenticationFailedException.class,
        ForbiddenException.class,
        ValidationException.class,
        MismatchedInputException.class,
        Throwable.class
    })
    Response answer(Throwable cause, RoutingContext request, UriInfo uri) {
        var problem = withOffer(problem(cause), request.request().method().name(), uri.getPath());
        int status = problem.type().status();
        if (status >= 500) {
            if (request.response().closed()) {
                LOG.infof(
                        "%s %s: the client left before the end",
                        request.request().method(), request.normalizedPath());
            } else {
                LOG.errorf(cause, "%s %s", request.request().method(), request.normalizedPath());
            }
        }
        var answer = Response.status(status)
                .type(ProblemDocument.MEDIA_TYPE)
                .entity(body(problem, request).encode());
        HARMLESS.forEach(answer::header);
        problem.headers().forEach(answer::header);
        if (status == 401 && !problem.headers().containsKey(HttpHeaders.WWW_AUTHENTICATE)) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer.build();
    }

    /** Outside of every resource. What matches none is a bare page of the router's, and so is what fails before one is found. */
    void answerOutside(@Observes Router router) {
        router.route().order(Integer.MAX_VALUE).handler(request -> write(general(404), request));
        router.route().order(OUTERMOST).failureHandler(request -> write(failed(request), request));
        router.route().order(OUTERMOST).handler(request -> {
            if (isUri(request.request().uri())) {
                request.next();
            } else {
                write(new Problem(ProblemTypes.BAD_REQUEST, NO_URI), request);
            }
        });
    }

    private static boolean isUri(String address) {
        try {
            return !new URI(address).toString().isEmpty();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Problem failed(RoutingContext request) {
        var failure = request.failure();
        int status = request.statusCode();
        if (status >= 400 && status < 500) {
            return general(status);
        }
        if (failure == null) {
            return general(500);
        }
        // Of a client that has left there is one line already, if it got so far.
        if (!request.response().closed()) {
            LOG.errorf(failure, "%s, before any resource", request.request().method());
        }
        return problem(failure);
    }

    private static void write(Problem problem, RoutingContext request) {
        var response = request.response();
        if (response.headWritten()) {
            request.request().connection().close();
            return;
        }
        HARMLESS.forEach(response::putHeader);
        problem.headers().forEach(response::putHeader);
        response.setStatusCode(problem.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE)
                .end(body(problem, request).encode());
    }

    /** What is offered instead of a method or a content type that is not. */
    private Problem withOffer(Problem problem, String method, String path) {
        if (problem.type().equals(ProblemTypes.METHOD_NOT_ALLOWED)) {
            return problem.withHeader(HttpHeaders.ALLOW, String.join(", ", offered.methodsAt(path)));
        }
        if (problem.type().equals(ProblemTypes.UNSUPPORTED_MEDIA_TYPE)) {
            var types = offered.typesAt(path, method);
            return types.isEmpty()
                    ? problem
                    : problem.with(
                                    HttpHeaders.CONTENT_TYPE,
                                    "unknown-value",
                                    new Text(
                                            "应为 " + String.join("、", types),
                                            "must be one of " + String.join(", ", types)))
                            .withHeader(HttpHeaders.ACCEPT, String.join(", ", types));
        }
        return problem;
    }

    private static JsonObject body(Problem problem, RoutingContext request) {
        return new JsonObject(ProblemDocument.of(
                problem,
                Text.preferred(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)),
                isUri(request.request().uri()) ? request.normalizedPath() : "/",
                RequestTrace.of(request).traceId()));
    }

    private static Problem problem(Throwable cause) {
        return StrictJson.inChain(cause, Problem.class)
                .or(() -> StrictJson.inChain(cause, ConstraintViolationException.class)
                        .map(ProblemMapper::invalid))
                .or(() -> StrictJson.inChain(cause, JsonProcessingException.class)
                        .filter(e -> isAboutTheRequest(cause))
                        .map(e -> StrictJson.refusal(e).orElseGet(() -> malformed(e))))
                .or(() ->
                        StrictJson.inChain(cause, OptimisticLockException.class).map(e -> concurrent()))
                .or(() -> StrictJson.inChain(cause, SQLException.class)
                        .filter(e -> UNIQUE_VIOLATION.equals(e.getSQLState()))
                        .map(e -> concurrent()))
                .or(() -> SqlFailure.isTransient(cause) ? Optional.of(general(503)) : Optional.empty())
                .orElseGet(() -> general(
                        switch (cause) {
                            // Jakarta REST calls a parameter that is no number "not found"; one would search in vain.
                            case NotFoundException e when e.getCause() instanceof NumberFormatException -> 400;
                            case WebApplicationException e -> e.getResponse().getStatus();
                            case UnauthorizedException e -> 401;
                            case AuthenticationFailedException e -> 401;
                            case ForbiddenException e -> 403;
                            default -> 500;
                        }));
    }

    /** Jackson also fails on what we write; that is a fault of ours, not of the request. */
    private static boolean isAboutTheRequest(Throwable cause) {
        return cause instanceof MismatchedInputException || cause instanceof WebApplicationException;
    }

    private static Problem concurrent() {
        return new Problem(
                ProblemTypes.CONCURRENT_CHANGE,
                new Text("同一数据刚被他人修改，请重新读取后再试", "Somebody else changed the same data; read it again and retry"));
    }

    private static Problem general(int status) {
        var type = ProblemTypes.ofStatus(status);
        return new Problem(
                type,
                switch (status) {
                    case 401 -> new Text("请提供有效的访问令牌", "A valid access token is needed");
                    case 403 -> new Text("当前身份无权执行此操作", "This identity may not do this");
                    case 404 -> new Text("该地址没有内容", "There is nothing at this address");
                    case 406 ->
                        new Text("该地址不提供 Accept 所要求的格式", "This address does not offer the format asked for in Accept");
                    case 415 -> new Text("该地址不接受此 Content-Type", "This address does not take that Content-Type");
                    case 503 -> new Text("暂时无法处理，请稍后再试", "Not at the moment; try again shortly");
                    case 500 -> new Text("请将 traceId 告知管理员", "Tell an operator the traceId");
                    default -> type.title();
                });
    }

    private static Problem malformed(JsonProcessingException e) {
        var at = e.getLocation();
        return new Problem(
                ProblemTypes.MALFORMED_JSON,
                at == null
                        ? new Text("请求内容不是可读取的 JSON", "The body is not readable JSON")
                        : Text.of(
                                "第 %d 行第 %d 列附近无法读取",
                                "Not readable near line %d column %d", at.getLineNr(), at.getColumnNr()));
    }

    private static Problem invalid(ConstraintViolationException e) {
        var kinds = e.getConstraintViolations().stream()
                .map(violation -> kind(violation).orElse(ProblemTypes.INVALID_ARGUMENT))
                .collect(Collectors.toSet());
        var problem =
                new Problem(kinds.size() == 1 ? kinds.iterator().next() : ProblemTypes.INVALID_ARGUMENT, SOME_FIELDS);
        e.getConstraintViolations().stream()
                .sorted((a, b) -> field(a).compareTo(field(b)))
                .forEach(v ->
                        problem.with(field(v), kind(v).map(ProblemType::code).orElseGet(() -> constraint(v)), text(v)));
        return problem;
    }

    /** What a constraint's validator says the violation is, if it is more than a wrong form. */
    private static Optional<ProblemType> kind(ConstraintViolation<?> violation) {
        HibernateConstraintViolation<?> told = violation.unwrap(HibernateConstraintViolation.class);
        return Optional.ofNullable(told.getDynamicPayload(ProblemType.class));
    }

    /** The constraint of a parameter itself, not of something in it, is that there is a body. */
    private static Text text(ConstraintViolation<?> violation) {
        return field(violation).isEmpty()
                ? new Text("请求须有正文", "The request needs a body")
                : ConstraintText.of(violation);
    }

    /** The path inside the request, empty for the body as a whole: method and parameter names of our code are nobody's business. */
    private static String field(ConstraintViolation<?> violation) {
        var names = new ArrayList<String>();
        Path.Node last = null;
        for (var node : violation.getPropertyPath()) {
            last = node;
            var kind = node.getKind().name();
            if (kind.equals("CONTAINER_ELEMENT")) {
                names.add("[" + node.getIndex() + "]"); // its own name is only "<list element>"
            } else if (kind.equals("PROPERTY")) {
                names.add(node.isInIterable() ? "[" + node.getIndex() + "]." + node.getName() : node.getName());
            }
        }
        return names.isEmpty()
                ? (last == null || isBody(violation) ? "" : last.getName())
                : String.join(".", names).replace(".[", "[");
    }

    /** Whether the constraint is on the one parameter of a resource method that is read from the body. */
    private static boolean isBody(ConstraintViolation<?> violation) {
        var path = violation.getPropertyPath().iterator();
        var method = path.next();
        if (method.getKind() != ElementKind.METHOD || !path.hasNext()) {
            return false;
        }
        var types = method.as(Path.MethodNode.class).getParameterTypes().toArray(Class<?>[]::new);
        var place = path.next().as(Path.ParameterNode.class).getParameterIndex();
        return !isNamed(violation.getRootBeanClass(), method.getName(), types, place);
    }

    /** Whether a parameter is read from address or headers. The class may be Quarkus' own, which repeats no annotations. */
    private static boolean isNamed(Class<?> resource, String method, Class<?>[] types, int place) {
        return Stream.<Class<?>>iterate(resource, Objects::nonNull, Class::getSuperclass)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(one -> one.getName().equals(method) && Arrays.equals(one.getParameterTypes(), types))
                .flatMap(one -> Stream.of(one.getParameters()[place].getAnnotations()))
                .map(annotation -> annotation.annotationType().getPackage())
                .anyMatch(QueryParam.class.getPackage()::equals);
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
}

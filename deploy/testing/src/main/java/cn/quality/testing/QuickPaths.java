package cn.quality.testing;

import io.restassured.RestAssured;
import io.restassured.config.LogConfig;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import io.restassured.specification.RequestSpecification;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.hamcrest.FeatureMatcher;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * REST Assured follows each path into a body by compiling a Groovy script, which takes several times as long as the request.
 * Answers to what begins with this {@link #given} follow the plain paths themselves ({@link JsonPaths}); they are asked as ever.
 *
 * <p>Nor is every request and answer written down in case a test fails: what fails says then what it was about.
 */
public final class QuickPaths implements Filter {

    private static final QuickPaths FILTER = new QuickPaths();

    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z_][\\w-]*(\\[\\d+])?(\\.[A-Za-z_][\\w-]*(\\[\\d+])?)*(\\.size\\(\\))?");
    private static final List<Class<?>> WITH_PATHS =
            List.of(Response.class, ValidatableResponse.class, ExtractableResponse.class);

    private static final Set<String> ROOTS = Set.of("root", "rootPath", "appendRoot", "appendRootPath");

    private static final Method BODY = bodyAsAWhole();
    private static final int LONGEST_SHOWN = 10_000;

    private QuickPaths() {}

    private static Method bodyAsAWhole() {
        try {
            return ValidatableResponse.class.getMethod("body", Matcher.class, Matcher[].class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A request, to be completed. */
    public static RequestSpecification given() {
        if (RestAssured.config().getLogConfig().isLoggingOfRequestAndResponseIfValidationFailsEnabled()) {
            RestAssured.config = RestAssured.config().logConfig(LogConfig.logConfig());
        }
        return RestAssured.given().filter(FILTER);
    }

    /** What was asked and answered. */
    private record Exchange(String request, Response answer) {

        boolean isJson() {
            var type = answer.contentType();
            return type != null && type.contains("json");
        }

        AssertionError failed(AssertionError why) {
            var body = answer.asString();
            return new AssertionError(
                    "%s%n%s%n%s%n%s"
                            .formatted(
                                    why.getMessage(),
                                    request,
                                    answer.statusLine(),
                                    body.substring(0, Math.min(body.length(), LONGEST_SHOWN))),
                    why);
        }
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        var answer = context.next(request, expected);
        return (Response) quick(answer, new Exchange(request.getMethod() + " " + request.getURI(), answer));
    }

    /** The same, but for its paths. */
    private static Object quick(Object slow, Exchange exchange) {
        var types = WITH_PATHS.stream().filter(type -> type.isInstance(slow)).toArray(Class<?>[]::new);
        return types.length == 0
                ? slow
                : Proxy.newProxyInstance(
                        QuickPaths.class.getClassLoader(),
                        types,
                        (proxy, method, args) -> call(slow, exchange, method, args == null ? new Object[0] : args));
    }

    private static @Nullable Object call(Object slow, Exchange exchange, Method method, @Nullable Object[] args)
            throws Throwable {
        if (args.length > 1
                && args[0] instanceof String path
                && exchange.isJson()
                && PLAIN.matcher(path).matches()) {
            if (method.getName().equals("path") && isEmpty(args[1])) {
                return JsonPaths.value(exchange.answer().asString(), path);
            }
            if (method.getName().equals("body")
                    && args.length == 3
                    && args[1] instanceof Matcher<?> fits
                    && isEmpty(args[2])) {
                return call(slow, exchange, BODY, new Object[] {at(path, fits), new Matcher<?>[0]});
            }
        }
        try {
            var result = method.invoke(slow, args);
            // Below another root its paths are REST Assured's affair.
            return result == null || ROOTS.contains(method.getName()) ? result : quick(result, exchange);
        } catch (InvocationTargetException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw cause instanceof AssertionError failure ? exchange.failed(failure) : cause;
        }
    }

    private static boolean isEmpty(@Nullable Object more) {
        return more instanceof Object[] none && none.length == 0;
    }

    private static Matcher<String> at(String path, Matcher<?> fits) {
        @SuppressWarnings("unchecked") // which type it is, says the body
        var matcher = (Matcher<Object>) fits;
        return new FeatureMatcher<>(matcher, "JSON in which " + path + " is", path) {
            @Override
            protected @Nullable Object featureValueOf(String body) {
                return JsonPaths.value(body, path);
            }
        };
    }
}

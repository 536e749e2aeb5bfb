package cn.quality.platform.http;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.problem.Violation;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Refuses parameters of the address and of forms that the resource method does not declare, so that {@code knd=BLACK} does
 * not read as "all kinds", and {@linkplain ForbiddenCharacters forbidden characters} in any parameter, header of the method
 * or name of a file. Who may not ask at all is refused before.
 */
@Singleton
class StrictParameters {

    /** Enough for a person to see what is wrong. */
    private static final int MOST_VIOLATIONS = 20;

    private static final Text UNKNOWN = new Text("没有这个参数", "There is no such parameter");

    private final Map<Method, Declared> methods = new ConcurrentHashMap<>();

    @ServerRequestFilter
    @WithFormRead
    void check(ResteasyReactiveContainerRequestContext request, ResourceInfo resource, UriInfo uri) {
        var declared = methods.computeIfAbsent(resource.getResourceMethod(), Declared::by);
        var query = uri.getQueryParameters();
        var found = new Violations();
        inAddress(uri.getPathParameters(), found);
        unknown(query.keySet(), declared.query().keySet(), found);
        wrong(query, declared.query(), found);
        inAddress(query, found);
        inHeaders(request, declared.headers(), found);
        form(request).ifPresent(form -> inForm(form, declared.form(), found));
        found.refuse();
    }

    private static void unknown(Set<String> given, Set<String> known, Violations found) {
        for (var name : given) {
            // The nearest name takes a while to find, and an address has room for thousands of names.
            if (!known.contains(name) && !found.areEnough()) {
                found.add(new Violation(
                        ForbiddenCharacters.escaped(name),
                        "unknown-parameter",
                        NearestName.suggestion(UNKNOWN, name, known)));
            }
        }
    }

    private static void wrong(MultivaluedMap<String, String> given, Map<String, Class<?>> declared, Violations found) {
        given.forEach((name, values) -> {
            var type = declared.get(name);
            if (type != null) {
                values.forEach(value -> found.add(WrongValue.ofParameter(name, type, value)));
            }
        });
    }

    private static void inAddress(MultivaluedMap<String, String> parameters, Violations found) {
        parameters.forEach(
                (name, values) -> values.forEach(value -> found.add(ForbiddenCharacters.inDecodedLine(name, value))));
    }

    private static void inHeaders(
            ResteasyReactiveContainerRequestContext request, Set<String> names, Violations found) {
        if (!names.isEmpty()) {
            var headers = request.getHeaders();
            for (var name : names) {
                headers.getOrDefault(name, List.of())
                        .forEach(value -> found.add(ForbiddenCharacters.inHeader(name, value)));
            }
        }
    }

    private static Optional<FormData> form(ResteasyReactiveContainerRequestContext request) {
        return request.getServerRequestContext() instanceof ResteasyReactiveRequestContext context
                ? Optional.ofNullable(context.getFormData())
                : Optional.empty();
    }

    /** A field of a form is a text of the body and may have lines. */
    private static void inForm(FormData form, Set<String> known, Violations found) {
        var names = new TreeSet<String>();
        form.forEach(names::add);
        unknown(names, known, found);
        for (var name : names) {
            for (var value : form.get(name)) {
                found.add(
                        value.isFileItem()
                                ? Optional.ofNullable(value.getFileName())
                                        .flatMap(file -> ForbiddenCharacters.inDecodedLine(name, file))
                                : ForbiddenCharacters.inLines(name, value.getValue()));
            }
        }
    }

    /** What is wrong with one request, as far as it is reported. Nearly every request is fine, so nothing is built before. */
    private static final class Violations {

        private @Nullable Problem problem;
        private int number;

        void add(Optional<Violation> violation) {
            violation.ifPresent(this::add);
        }

        void add(Violation violation) {
            if (areEnough()) {
                return;
            }
            if (problem == null) {
                problem = new Problem(
                        ProblemTypes.INVALID_ARGUMENT,
                        new Text("部分参数不符合要求", "Some parameters do not meet their rules"));
            }
            problem.with(violation.field(), violation.code(), violation.message());
            number++;
        }

        boolean areEnough() {
            return number == MOST_VIOLATIONS;
        }

        void refuse() {
            if (problem != null) {
                throw problem;
            }
        }
    }

    /** What a resource method takes, its {@code @BeanParam} included. */
    private record Declared(Map<String, Class<?>> query, Set<String> form, Set<String> headers) {

        static Declared by(Method method) {
            var declared = new Declared(new TreeMap<>(), new TreeSet<>(), new TreeSet<>());
            for (var parameter : method.getParameters()) {
                declared.add(parameter, parameter.getType());
            }
            var ignored = method.getAnnotation(IgnoredParameters.class);
            if (ignored != null) {
                List.of(ignored.value()).forEach(name -> declared.query.put(name, String.class));
                declared.form.addAll(List.of(ignored.value()));
            }
            return declared;
        }

        private void add(AnnotatedElement parameter, Class<?> type) {
            Optional.ofNullable(parameter.getAnnotation(QueryParam.class))
                    .ifPresent(named -> query.put(named.value(), type));
            Optional.ofNullable(parameter.getAnnotation(FormParam.class)).ifPresent(named -> form.add(named.value()));
            Optional.ofNullable(parameter.getAnnotation(HeaderParam.class))
                    .ifPresent(named -> headers.add(named.value()));
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (var field : type.getDeclaredFields()) {
                    add(field, field.getType());
                }
            }
        }
    }
}

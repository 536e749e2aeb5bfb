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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

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
        var violations = Stream.of(
                        inAddress(uri.getPathParameters()),
                        unknown(
                                uri.getQueryParameters().keySet(),
                                declared.query().keySet()),
                        wrong(uri.getQueryParameters(), declared.query()),
                        inAddress(uri.getQueryParameters()),
                        inHeaders(request.getHeaders(), declared.headers()),
                        form(request).map(form -> inForm(form, declared.form())).orElseGet(Stream::empty))
                .flatMap(violation -> violation)
                .limit(MOST_VIOLATIONS)
                .toList();
        if (!violations.isEmpty()) {
            var problem = new Problem(
                    ProblemTypes.INVALID_ARGUMENT, new Text("部分参数不符合要求", "Some parameters do not meet their rules"));
            violations.forEach(v -> problem.with(v.field(), v.code(), v.message()));
            throw problem;
        }
    }

    private static Stream<Violation> unknown(Set<String> given, Set<String> known) {
        return given.stream().filter(name -> !known.contains(name)).map(name -> {
            var shown = ForbiddenCharacters.escaped(name);
            return new Violation(shown, "unknown-parameter", NearestName.suggestion(UNKNOWN, name, known));
        });
    }

    private static Stream<Violation> wrong(MultivaluedMap<String, String> given, Map<String, Class<?>> declared) {
        return declared.entrySet().stream()
                .flatMap(parameter -> Optional.ofNullable(given.get(parameter.getKey())).orElse(List.of()).stream()
                        .flatMap(value ->
                                WrongValue.ofParameter(parameter.getKey(), parameter.getValue(), value).stream()));
    }

    private static Stream<Violation> inAddress(MultivaluedMap<String, String> parameters) {
        return parameters.entrySet().stream()
                .flatMap(parameter -> parameter.getValue().stream()
                        .flatMap(value -> ForbiddenCharacters.inDecodedLine(parameter.getKey(), value).stream()));
    }

    private static Stream<Violation> inHeaders(MultivaluedMap<String, String> headers, Set<String> names) {
        return names.stream()
                .flatMap(name -> Optional.ofNullable(headers.get(name)).orElse(List.of()).stream()
                        .flatMap(value -> ForbiddenCharacters.inHeader(name, value).stream()));
    }

    private static Optional<FormData> form(ResteasyReactiveContainerRequestContext request) {
        return request.getServerRequestContext() instanceof ResteasyReactiveRequestContext context
                ? Optional.ofNullable(context.getFormData())
                : Optional.empty();
    }

    /** A field of a form is a text of the body and may have lines. */
    private static Stream<Violation> inForm(FormData form, Set<String> known) {
        var names = new TreeSet<String>();
        var found = new ArrayList<Violation>();
        for (var name : form) {
            names.add(name);
            for (var value : form.get(name)) {
                (value.isFileItem()
                                ? Optional.ofNullable(value.getFileName())
                                        .flatMap(file -> ForbiddenCharacters.inDecodedLine(name, file))
                                : ForbiddenCharacters.inLines(name, value.getValue()))
                        .ifPresent(found::add);
            }
        }
        return Stream.concat(unknown(names, known), found.stream());
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

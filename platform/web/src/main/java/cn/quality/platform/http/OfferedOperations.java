package cn.quality.platform.http;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the resources of this service offer at an address, for the answers to a wrong method and to a wrong content type:
 * RFC 9110 §15.5.6 asks for {@code Allow}, §15.5.16 for {@code Accept}, and the framework gives neither.
 */
@Singleton
class OfferedOperations {

    private static final Pattern TEMPLATE = Pattern.compile("\\{\\s*\\w+\\s*(?::\\s*([^}]+?)\\s*)?}");

    private record Operation(Pattern path, String method, List<String> consumes) {}

    private final List<Operation> operations = new ArrayList<>();

    OfferedOperations(BeanManager beans) {
        for (var bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            var resource = bean.getBeanClass();
            var path = resource.getAnnotation(Path.class);
            if (path != null) {
                Stream.of(resource.getMethods()).forEach(method -> add(resource, path.value(), method));
            }
        }
    }

    private void add(Class<?> resource, String prefix, Method method) {
        var consumes = Optional.ofNullable(method.getAnnotation(Consumes.class))
                .or(() -> Optional.ofNullable(resource.getAnnotation(Consumes.class)))
                .map(Consumes::value);
        var below = Optional.ofNullable(method.getAnnotation(Path.class)).map(Path::value);
        for (Annotation annotation : method.getAnnotations()) {
            var verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                operations.add(new Operation(
                        pattern(prefix + "/" + below.orElse("")),
                        verb.value(),
                        consumes.map(List::of).orElse(List.of())));
            }
        }
    }

    /** Methods at this path, below the path of the API; empty where there is nothing. */
    Set<String> methodsAt(String path) {
        var methods = new TreeSet<String>();
        at(path, operation -> true).map(Operation::method).forEach(methods::add);
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        if (!methods.isEmpty()) {
            methods.add(HttpMethod.OPTIONS);
        }
        return methods;
    }

    /** Content types that this method takes at this path. */
    Set<String> typesAt(String path, String method) {
        var types = new TreeSet<String>();
        at(path, operation -> operation.method().equals(method))
                .map(Operation::consumes)
                .forEach(types::addAll);
        return types;
    }

    private Stream<Operation> at(String path, Predicate<Operation> wanted) {
        var plain = withoutSlashes(path);
        return operations.stream()
                .filter(wanted)
                .filter(operation -> operation.path().matcher(plain).matches());
    }

    private static Pattern pattern(String template) {
        var regex = new StringBuilder();
        var plain = withoutSlashes(template.replaceAll("/+", "/"));
        var variable = TEMPLATE.matcher(plain);
        int from = 0;
        while (variable.find()) {
            regex.append(Pattern.quote(plain.substring(from, variable.start())));
            regex.append(variable.group(1) == null ? "[^/]+" : "(?:" + variable.group(1) + ")");
            from = variable.end();
        }
        return Pattern.compile(
                regex.append(Pattern.quote(plain.substring(from))).toString());
    }

    private static String withoutSlashes(String path) {
        return path.replaceAll("^/+|/+$", "");
    }
}

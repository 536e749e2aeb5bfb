package cn.quality.platform.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a request that excludes every form its operation has ({@code application/json;q=0}, RFC 9110 §12.4.2). Where there is
 * one form only, the framework looks no further than whether {@code Accept} has its name somewhere.
 */
@Singleton
class ExcludedForms {

    private static final Pattern EXCLUDED = Pattern.compile(";\\s*q\\s*=\\s*0(\\.0{0,3})?\\s*(;|$)");

    /** @param type without parameters, {@code application/json} or {@code application/*} or {@code *}{@code /*} */
    private record Range(String type, boolean excluded) {

        static Range of(String text) {
            var type = text.split(";", 2)[0].strip();
            return new Range(type, EXCLUDED.matcher(text).find());
        }

        boolean covers(String form) {
            return type.equals("*/*")
                    || type.equals(form)
                    || (type.endsWith("/*") && form.startsWith(type.substring(0, type.length() - 1)));
        }

        /** The more exact one decides. */
        int exactness() {
            return type.equals("*/*") ? 0 : type.endsWith("/*") ? 1 : 2;
        }
    }

    @ServerRequestFilter
    void check(HttpServerRequest request, ResourceInfo resource) {
        var accept = String.join(",", request.headers().getAll(HttpHeaders.ACCEPT));
        // Nearly every request excludes nothing, and is not read further.
        if (accept.indexOf(';') < 0) {
            return;
        }
        var ranges = Arrays.stream(accept.toLowerCase(Locale.ROOT).split(",", -1))
                .map(Range::of)
                .toList();
        if (ranges.stream().anyMatch(Range::excluded) && forms(resource).noneMatch(form -> accepted(form, ranges))) {
            throw new NotAcceptableException();
        }
    }

    private static boolean accepted(String form, List<Range> ranges) {
        return ranges.stream()
                .filter(range -> range.covers(form))
                .max(Comparator.comparingInt(Range::exactness))
                .filter(range -> !range.excluded())
                .isPresent();
    }

    private static Stream<String> forms(ResourceInfo resource) {
        return Optional.ofNullable(resource.getResourceMethod().getAnnotation(Produces.class))
                .or(() -> Optional.ofNullable(resource.getResourceClass().getAnnotation(Produces.class)))
                .map(Produces::value)
                .stream()
                .flatMap(Arrays::stream)
                .map(form -> form.split(";", 2)[0].strip());
    }
}

package cn.quality.gateway.portal;

import cn.quality.gateway.portal.Answer.Found;
import cn.quality.gateway.portal.ServiceResponses.Entry;
import cn.quality.gateway.portal.ServiceResponses.Page;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Names of codes. Catalogues change a few times a year, so they are cached for a while; when the service does not answer,
 * the code itself is shown.
 */
@ApplicationScoped
class Catalogues {

    /** For pages that show no code. */
    static final Names NONE = new Names(Map.of(), Map.of());

    private static final long REMEMBERED_NANOS = Duration.ofMinutes(5).toNanos();

    private final Remembered regions;
    private final Remembered legalBases;

    Catalogues(ServiceClient client) {
        this.regions = new Remembered(client::regions);
        this.legalBases = new Remembered(client::legalBases);
    }

    Future<Names> names(RoutingContext request) {
        return regions.names(request)
                .compose(byRegion -> legalBases.names(request).map(byBasis -> new Names(byRegion, byBasis)));
    }

    /** What the codes on a page are called. */
    record Names(Map<String, String> regions, Map<String, String> legalBases) {

        /** Codes with their names, in the order of the codes. */
        SortedMap<String, String> byRegion() {
            return new TreeMap<>(regions);
        }

        public String region(String code) {
            return regions.getOrDefault(code, code);
        }

        public String legalBasis(String code) {
            return legalBases.getOrDefault(code, code);
        }
    }

    private static final class Remembered {

        private record Copy(Map<String, String> names, long takenAt) {}

        private final Function<RoutingContext, Future<Answer<Page<Entry>>>> source;
        private volatile Copy copy = new Copy(Map.of(), 0);

        Remembered(Function<RoutingContext, Future<Answer<Page<Entry>>>> source) {
            this.source = source;
        }

        Future<Map<String, String>> names(RoutingContext request) {
            var known = copy;
            if (!known.names().isEmpty() && System.nanoTime() - known.takenAt() < REMEMBERED_NANOS) {
                return Future.succeededFuture(known.names());
            }
            return source.apply(request).map(answer -> {
                if (answer instanceof Found<Page<Entry>>(var page)) {
                    var names = page.items().stream()
                            .collect(
                                    Collectors.toUnmodifiableMap(Entry::code, Entry::label, (first, second) -> second));
                    copy = new Copy(names, System.nanoTime());
                    return names;
                }
                return known.names();
            });
        }
    }
}

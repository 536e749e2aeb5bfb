package cn.quality.indicator.sdmx;

import cn.quality.indicator.sdmx.Format.Syntax;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The format of an answer: by the parameter {@code format}, which is an extension for clients that cannot set a header, or by
 * {@code Accept} (RFC 9110 §12.5.1) with the parameters of SDMX.
 */
final class Negotiation {

    private static final Map<String, String> BY_NAME = Map.of(
            "sdmx-2.1", "application/xml",
            "genericdata", "application/vnd.sdmx.genericdata+xml",
            "structurespecificdata", "application/vnd.sdmx.structurespecificdata+xml",
            "structure", "application/vnd.sdmx.structure+xml",
            "jsondata", "application/json",
            "jsonstructure", "application/json",
            "json", "application/json",
            "csvdata", "text/csv",
            "csv", "text/csv");

    private static final Map<String, Syntax> GENERAL = Map.of(
            "application/xml", Syntax.XML,
            "text/xml", Syntax.XML,
            "application/json", Syntax.JSON,
            "text/csv", Syntax.CSV);

    private static final Set<String> ANYTHING = Set.of("*/*", "application/*");
    private static final Set<String> OF_CSV = Set.of("labels", "timeformat", "keys", "key");
    private static final Set<String> PLAIN = Set.of("id", "original", "none");

    private Negotiation() {}

    /**
     * A format that was agreed on.
     *
     * @param contentType general when the client asked for a general one
     * @param labels whether CSV names codes as well
     */
    record Agreed(Format format, String contentType, boolean labels) {}

    private record Range(String type, Map<String, String> parameters, int weight) {}

    /** @throws cn.quality.platform.problem.Problem 406 when none of the formats is acceptable, 501 for parameters not built */
    static Agreed agree(List<Format> offered, @Nullable String name, @Nullable String accept) {
        if (name != null) {
            var type = Optional.ofNullable(BY_NAME.get(name)).orElseThrow(() -> Refusals.notAcceptable(name));
            return agree(offered, new Range(type, Map.of(), 1))
                    .map(agreed -> new Agreed(agreed.format(), agreed.format().mediaType(), false))
                    .orElseThrow(() -> Refusals.notAcceptable(name));
        }
        var wanted = accept == null || accept.isBlank() ? "*/*" : accept;
        return ranges(wanted).stream()
                .flatMap(range -> agree(offered, range).stream())
                .findFirst()
                .orElseThrow(() -> Refusals.notAcceptable(wanted));
    }

    /** The syntax an error is told in, whether or not a format could be agreed on. */
    static Syntax ofErrors(Generation generation, @Nullable String name, @Nullable String accept) {
        var general = Format.Syntax.values();
        var wanted = name == null ? Objects.requireNonNullElse(accept, "") : BY_NAME.getOrDefault(name, "");
        for (var range : ranges(wanted)) {
            for (var syntax : general) {
                if (range.type().equals(syntax.mediaType())
                        || range.type().endsWith("+" + syntax.name().toLowerCase(Locale.ROOT))
                        || GENERAL.get(range.type()) == syntax) {
                    return syntax;
                }
            }
        }
        return generation.data().getFirst().syntax();
    }

    private static Optional<Agreed> agree(List<Format> offered, Range range) {
        if (ANYTHING.contains(range.type())) {
            var first = offered.getFirst();
            return Optional.of(new Agreed(first, first.mediaType(), false));
        }
        var syntax = Optional.ofNullable(GENERAL.get(range.type()));
        return offered.stream()
                .filter(format -> syntax.map(general -> format.syntax() == general)
                        .orElseGet(() -> format.type().equals(range.type())))
                .filter(format -> Optional.ofNullable(range.parameters().get("version"))
                        .map(format::hasVersion)
                        .orElse(true))
                .findFirst()
                .map(format -> new Agreed(
                        format, syntax.isPresent() ? range.type() : format.mediaType(), labels(format, range)));
    }

    private static boolean labels(Format format, Range range) {
        boolean labels = false;
        if (format.syntax() == Syntax.CSV) {
            for (var parameter : range.parameters().entrySet()) {
                if (OF_CSV.contains(parameter.getKey()) && !PLAIN.contains(parameter.getValue())) {
                    labels = parameter.getKey().equals("labels")
                            && parameter.getValue().equals("both");
                    if (!labels) {
                        throw Refusals.notBuilt(parameter.getKey() + "=" + parameter.getValue());
                    }
                }
            }
        }
        return labels;
    }

    /** The most wanted first, those not wanted left out. */
    private static List<Range> ranges(String accept) {
        var ranges = new ArrayList<Range>();
        for (var written : accept.split(",", -1)) {
            var parts = written.split(";", -1);
            var parameters = new HashMap<String, String>();
            for (int i = 1; i < parts.length; i++) {
                var pair = parts[i].split("=", 2);
                parameters.put(
                        pair[0].strip().toLowerCase(Locale.ROOT),
                        pair.length == 1 ? "" : pair[1].strip().replace("\"", ""));
            }
            var range = new Range(parts[0].strip().toLowerCase(Locale.ROOT), parameters, weight(parameters.get("q")));
            if (range.weight() > 0) {
                ranges.add(range);
            }
        }
        ranges.sort(Comparator.comparingInt(Range::weight).reversed());
        return ranges;
    }

    /** In thousandths; one that cannot be read counts in full. */
    private static int weight(@Nullable String written) {
        if (written == null || !written.matches("[01](\\.[0-9]{0,3})?")) {
            return 1_000;
        }
        return written.startsWith("1")
                ? 1_000
                : Integer.parseInt((written.substring(1).replace(".", "") + "000").substring(0, 3));
    }
}

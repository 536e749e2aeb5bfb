package cn.quality.indicator.sdmx;

import cn.quality.indicator.sdmx.DataQuery.Cut;
import cn.quality.indicator.sdmx.DataQuery.Detail;
import cn.quality.indicator.sdmx.DataQuery.Order;
import cn.quality.platform.problem.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a request for data or availability: what stands where in the address, in each of the generations. */
final class DataRequests {

    private static final Set<String> DATA_V1 = Set.of(
            "startPeriod",
            "endPeriod",
            "updatedAfter",
            "firstNObservations",
            "lastNObservations",
            "dimensionAtObservation",
            "detail",
            "includeHistory",
            "format");

    /** {@code startPeriod}, {@code endPeriod} and {@code format} are extensions. */
    private static final Set<String> DATA_V2 = withFilters(Set.of(
            "startPeriod",
            "endPeriod",
            "updatedAfter",
            "firstNObservations",
            "lastNObservations",
            "dimensionAtObservation",
            "attributes",
            "measures",
            "includeHistory",
            "asOf",
            "offset",
            "limit",
            "sort",
            "format"));

    private static final Set<String> AVAILABILITY_V1 =
            Set.of("startPeriod", "endPeriod", "updatedAfter", "references", "mode", "format");
    private static final Set<String> AVAILABILITY_V2 =
            withFilters(Set.of("startPeriod", "endPeriod", "updatedAfter", "references", "mode", "format"));

    private static final Set<String> CONTEXTS = Set.of("*", "dataflow", "datastructure", "provisionagreement");

    private DataRequests() {}

    /** {@code data/{flow}/{key}/{provider}}, the segments after {@code data}. */
    static DataQuery dataOfV1(Address address) {
        address.allowOnly(DATA_V1);
        address.endAfter(4);
        requireOurProvider(address, 3);
        return new DataQuery(
                flowOfV1(address),
                new Selection(Selection.keysOfV1(address.segment(2).orElse("all")), Map.of()),
                Parameters.times(address),
                Optional.empty(),
                Parameters.vintage(address),
                Parameters.cut(address),
                Parameters.detail(address),
                Order.BY_KEY,
                Parameters.flat(address));
    }

    /** {@code data/{context}/{agency}/{id}/{version}/{key}}; what is left out at the end means anything. */
    static DataQuery dataOfV2(Address address) {
        requireBuilt(address);
        address.allowOnly(DATA_V2);
        address.endAfter(6);
        return new DataQuery(
                flowOfV2(address),
                selectionOfV2(address),
                Parameters.times(address),
                Parameters.status(address),
                Parameters.vintage(address),
                Parameters.cut(address),
                Parameters.parts(address),
                Parameters.order(address),
                Parameters.flat(address));
    }

    /** {@code availableconstraint/{flow}/{key}/{provider}/{component}}. */
    static AvailabilityQuery availabilityOfV1(Address address) {
        address.allowOnly(AVAILABILITY_V1);
        address.endAfter(5);
        requireOurProvider(address, 3);
        return availability(
                address,
                flowOfV1(address),
                new Selection(Selection.keysOfV1(address.segment(2).orElse("all")), Map.of()),
                address.segment(4));
    }

    /** {@code availability/{context}/{agency}/{id}/{version}/{key}/{component}}. */
    static AvailabilityQuery availabilityOfV2(Address address) {
        requireBuilt(address);
        address.allowOnly(AVAILABILITY_V2);
        address.endAfter(7);
        return availability(address, flowOfV2(address), selectionOfV2(address), address.segment(6));
    }

    private static AvailabilityQuery availability(
            Address address, Dataflow flow, Selection selection, Optional<String> component) {
        var components = component
                .filter(written -> !References.isAny(written))
                .map(written -> References.parts(written)
                        .map(one -> Component.named(one)
                                .filter(known -> known.compareTo(Component.TIME_PERIOD) <= 0)
                                .orElseThrow(() -> Refusals.semantic("没有维度 %s", "There is no dimension %s", one)))
                        .toList())
                .orElse(List.of());
        if (Parameters.oneOf(address, "mode", "exact", "available").equals("available")) {
            throw Refusals.notBuilt("mode=available");
        }
        return new AvailabilityQuery(
                new DataQuery(
                        flow,
                        selection,
                        Parameters.times(address),
                        Parameters.status(address),
                        Parameters.vintage(address),
                        Cut.NONE,
                        Detail.DATA_ONLY,
                        Order.BY_KEY,
                        false),
                components,
                StructureRequests.references(ArtefactKind.CONSTRAINT, address));
    }

    /** {@code DF_QUALITY}, {@code RZ,DF_QUALITY} or {@code RZ,DF_QUALITY,1.0.0}. */
    private static Dataflow flowOfV1(Address address) {
        var written = address.segment(1).orElseThrow(() -> Refusals.syntax("地址中缺少数据流", "The dataflow is missing"));
        var parts = written.split(",", -1);
        if (parts.length > 3) {
            throw Refusals.syntax("%s 不是数据流", "%s is no dataflow", written);
        }
        var id = parts.length == 1 ? parts[0] : parts[1];
        if ((parts.length == 1 || References.isOurAgency(parts[0]))
                && (parts.length < 3 || References.isOurVersion(parts[2]))) {
            return known(id, written);
        }
        throw unknownFlow(written);
    }

    private static Dataflow flowOfV2(Address address) {
        var context = address.segment(1).orElse("*");
        if (!CONTEXTS.contains(context)) {
            throw Refusals.syntax(
                    "%s 不是上下文，应为 dataflow、datastructure、provisionagreement 或 *",
                    "%s is no context; it is dataflow, datastructure, provisionagreement or *", context);
        }
        var id = address.segment(3).orElse("*");
        if (!References.isOurAgency(address.segment(2).orElse("*"))
                || !References.isOurVersion(address.segment(4).orElse("*"))
                || context.equals("provisionagreement")) {
            throw unknownFlow(id);
        }
        boolean structure = !context.equals("dataflow") && References.parts(id).anyMatch(Dataflow.STRUCTURE::equals);
        return References.isAny(id) || structure
                ? Dataflow.DF_QUALITY
                : References.parts(id)
                        .filter(one -> !context.equals("datastructure")
                                && Dataflow.named(one).isPresent())
                        .findFirst()
                        .map(one -> known(one, one))
                        .orElseThrow(() -> unknownFlow(id));
    }

    private static Dataflow known(String id, String written) {
        return Dataflow.named(id).orElseThrow(() -> unknownFlow(written));
    }

    private static Problem unknownFlow(String written) {
        return Refusals.noResults("没有数据流 %s", "There is no dataflow %s", written);
    }

    private static Selection selectionOfV2(Address address) {
        return new Selection(Selection.keysOfV2(address.segment(5).orElse("*")), Parameters.filters(address));
    }

    private static void requireOurProvider(Address address, int segment) {
        var provider = address.segment(segment).orElse("all");
        if (!References.parts(provider).allMatch(References::isOurAgency)) {
            throw Refusals.noResults("没有数据提供者 %s", "There is no data provider %s", provider);
        }
    }

    /** Components that exist and are not filtered by yet; others are unknown parameters. */
    private static void requireBuilt(Address address) {
        for (var component : Component.values()) {
            if (component.compareTo(Component.TIME_PERIOD) > 0
                    && component != Component.OBS_STATUS
                    && address.parameter("c[" + component + "]").isPresent()) {
                throw Refusals.notBuilt("c[" + component + "]");
            }
        }
        if (address.parameter("reportingYearStartDay").isPresent()) {
            throw Refusals.notBuilt("reportingYearStartDay");
        }
    }

    private static Set<String> withFilters(Set<String> parameters) {
        var all = new HashSet<>(parameters);
        Component.KEY.forEach(dimension -> all.add("c[" + dimension + "]"));
        all.add("c[TIME_PERIOD]");
        all.add("c[OBS_STATUS]");
        return Set.copyOf(all);
    }
}

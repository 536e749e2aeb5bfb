package cn.quality.indicator.sdmx;

import cn.quality.indicator.sdmx.CodeFilter.Operator;
import cn.quality.indicator.sdmx.DataQuery.Cut;
import cn.quality.indicator.sdmx.DataQuery.Detail;
import cn.quality.indicator.sdmx.DataQuery.Order;
import cn.quality.indicator.sdmx.DataQuery.Vintage;
import cn.quality.platform.clock.LegalDates;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the parameters of a query that both generations know, or one of them; which ones are allowed is said elsewhere. */
final class Parameters {

    private static final String SERIES_KEY = "series_key";

    private Parameters() {}

    static TimeFilter times(Address address) {
        var times = TimeFilter.ALWAYS;
        for (var limit :
                Map.of("startPeriod", Operator.GE, "endPeriod", Operator.LE).entrySet()) {
            var written = address.parameter(limit.getKey());
            if (written.isPresent()) {
                times = times.and(TimeFilter.between(limit.getKey(), limit.getValue(), written.get()));
            }
        }
        requireOrder(address);
        return address.parameter("c[TIME_PERIOD]")
                .map(TimeFilter::parse)
                .map(times::and)
                .orElse(times);
    }

    private static void requireOrder(Address address) {
        var start = address.parameter("startPeriod").map(written -> TimeFilter.span("startPeriod", written));
        var end = address.parameter("endPeriod").map(written -> TimeFilter.span("endPeriod", written));
        if (start.isPresent()
                && end.isPresent()
                && !start.get().first().isBefore(end.get().after())) {
            throw Refusals.semantic("endPeriod 不得早于 startPeriod", "endPeriod must not be before startPeriod");
        }
    }

    static Map<Component, CodeFilter> filters(Address address) {
        var filters = new EnumMap<Component, CodeFilter>(Component.class);
        for (var dimension : Component.KEY) {
            address.parameter("c[" + dimension + "]")
                    .ifPresent(written -> filters.put(dimension, CodeFilter.parse(dimension.name(), written)));
        }
        return filters;
    }

    static Vintage vintage(Address address) {
        var asOf = address.parameter("asOf").map(written -> moment("asOf", written, true));
        var updatedAfter = address.parameter("updatedAfter").map(written -> moment("updatedAfter", written, false));
        if (asOf.isPresent() && updatedAfter.isPresent() && asOf.get().isBefore(updatedAfter.get())) {
            throw Refusals.semantic("asOf 不得早于 updatedAfter", "asOf must not be before updatedAfter");
        }
        return new Vintage(asOf, updatedAfter, flag(address, "includeHistory"));
    }

    static Cut cut(Address address) {
        return new Cut(
                (int) number(address, "firstNObservations", 1, Integer.MAX_VALUE),
                (int) number(address, "lastNObservations", 1, Integer.MAX_VALUE),
                number(address, "offset", 0, 0),
                number(address, "limit", 1, Long.MAX_VALUE));
    }

    /** What {@code detail} of the first generation means. */
    static Detail detail(Address address) {
        return switch (address.parameter("detail").orElse("full")) {
            case "full" -> Detail.FULL;
            case "dataonly" -> Detail.DATA_ONLY;
            case "serieskeysonly" -> Detail.SERIES_KEYS;
            case "nodata" -> Detail.NO_DATA;
            default -> throw Refusals.syntax("detail 的取值不存在", "There is no such value of detail");
        };
    }

    /** What {@code attributes} and {@code measures} of the second mean. */
    static Detail parts(Address address) {
        boolean values = measures(address.parameter("measures").orElse("all"));
        var attributes = attributes(address.parameter("attributes").orElse("dsd"));
        boolean observations = values || Component.OF_OBSERVATION.stream().anyMatch(attributes::contains);
        return new Detail(observations, values, attributes);
    }

    private static boolean measures(String written) {
        return switch (written) {
            case "all", "OBS_VALUE" -> true;
            case "none" -> false;
            default -> throw Refusals.semantic("没有度量 %s", "There is no measure %s", written);
        };
    }

    private static Set<Component> attributes(String written) {
        var attributes = EnumSet.noneOf(Component.class);
        for (var name : written.split(",", -1)) {
            switch (name) {
                case "dsd", "all" -> attributes.addAll(Detail.ALL);
                case "series" -> attributes.addAll(Component.OF_SERIES);
                case "obs" -> attributes.addAll(Component.OF_OBSERVATION);
                case "none", "dataset", "msd" -> {} // there are none of these
                default ->
                    attributes.add(Component.named(name)
                            .filter(Component::isAttribute)
                            .orElseThrow(() -> Refusals.semantic("没有属性 %s", "There is no attribute %s", name)));
            }
        }
        return attributes;
    }

    /** @return whether observations come by themselves */
    static boolean flat(Address address) {
        var dimension = address.parameter("dimensionAtObservation").orElse("TIME_PERIOD");
        return switch (dimension) {
            case "TIME_PERIOD" -> false;
            case "AllDimensions" -> true;
            default -> {
                if (Component.KEY.stream().noneMatch(one -> one.name().equals(dimension))) {
                    throw Refusals.semantic("没有维度 %s", "There is no dimension %s", dimension);
                }
                throw Refusals.notBuilt("dimensionAtObservation=" + dimension);
            }
        };
    }

    /** Series one after the other, by dimensions; within a series by time. */
    static Order order(Address address) {
        var written = address.parameter("sort").orElse("*");
        var dimensions = new LinkedHashSet<Component>();
        var descending = new ArrayList<Component>();
        for (var part : written.split("\\+", -1)) {
            var named = part.replaceFirst(":(asc|desc)$", "");
            var sorted = sorted(named);
            if (dimensions.contains(Component.TIME_PERIOD)) {
                throw Refusals.notBuilt("sort=" + written);
            }
            dimensions.addAll(sorted);
            if (part.endsWith(":desc")) {
                descending.addAll(sorted);
            }
        }
        boolean newestFirst = descending.contains(Component.TIME_PERIOD);
        dimensions.remove(Component.TIME_PERIOD);
        if (dimensions.isEmpty()) {
            throw Refusals.notBuilt("sort=" + written);
        }
        // What is not said is by key, so that pages do not overlap.
        dimensions.addAll(Component.KEY);
        return new Order(Order.by(List.copyOf(dimensions), descending), newestFirst);
    }

    private static List<Component> sorted(String named) {
        return switch (named) {
            case "*" ->
                List.of(
                        Component.FREQ,
                        Component.REF_AREA,
                        Component.INDICATOR,
                        Component.SERIES,
                        Component.TIME_PERIOD);
            case SERIES_KEY -> Component.KEY;
            default -> {
                var component = Component.named(named)
                        .orElseThrow(() -> Refusals.semantic("没有成分 %s", "There is no component %s", named));
                if (component.compareTo(Component.TIME_PERIOD) > 0) {
                    throw Refusals.notBuilt("sort=" + named);
                }
                yield List.of(component);
            }
        };
    }

    static Optional<CodeFilter> status(Address address) {
        return address.parameter("c[OBS_STATUS]").map(written -> CodeFilter.parse("OBS_STATUS", written));
    }

    static boolean flag(Address address, String name) {
        return switch (address.parameter(name).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Refusals.syntax("%s 应为 true 或 false", "%s is true or false", name);
        };
    }

    static String oneOf(Address address, String name, String... values) {
        var written = address.parameter(name).orElse(values[0]);
        if (!Arrays.asList(values).contains(written)) {
            throw Refusals.syntax("%s 应为 %s 之一", "%s is one of %s", name, String.join(", ", values));
        }
        return written;
    }

    private static long number(Address address, String name, long least, long otherwise) {
        var written = address.parameter(name);
        if (written.isEmpty()) {
            return otherwise;
        }
        if (!written.get().matches("[0-9]{1,9}") || Long.parseLong(written.get()) < least) {
            throw Refusals.syntax("%s 应为不小于 %d 的整数", "%s is a whole number of at least %d", name, least);
        }
        return Long.parseLong(written.get());
    }

    /** A day or a moment; without a zone it is the city's. */
    private static Instant moment(String name, String written, boolean endOfDay) {
        try {
            if (written.length() == 10) {
                var day = LocalDate.parse(written);
                return (endOfDay ? day.plusDays(1) : day)
                        .atStartOfDay(LegalDates.ZONE)
                        .toInstant()
                        .minusNanos(1_000);
            }
            return written.matches(".*(Z|[+-][0-9]{2}:[0-9]{2})")
                    ? OffsetDateTime.parse(written).toInstant()
                    : LocalDateTime.parse(written).atZone(LegalDates.ZONE).toInstant();
        } catch (DateTimeException e) {
            throw Refusals.syntax(
                    "%s=%s 不是日期或时刻，应如 2019-06-30、2019-06-30T12:00:00+08:00",
                    "%s=%s is no day and no moment, such as 2019-06-30 or 2019-06-30T12:00:00+08:00", name, written);
        }
    }
}

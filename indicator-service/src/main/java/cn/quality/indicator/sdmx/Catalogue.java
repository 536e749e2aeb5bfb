package cn.quality.indicator.sdmx;

import cn.quality.indicator.catalogue.Figure;
import cn.quality.indicator.observation.Frequency;
import cn.quality.indicator.observation.ObservationStatus;
import cn.quality.platform.problem.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What codes there are, and what belongs to an indicator whatever is observed.
 *
 * @param indicators by code, in order
 * @param areas names by code, in order
 * @param city whose plans the figures of plans are of
 */
record Catalogue(Map<String, Entry> indicators, Map<String, String> areas, Optional<String> city) {

    /**
     * An indicator.
     *
     * @param unit of its newest definition
     * @param decimals digits behind the point its figures are shown with
     */
    record Entry(
            Text label,
            String unit,
            int decimals,
            @Nullable Figure baseline,
            @Nullable Figure target) {

        Optional<Figure> planned(SeriesKind kind) {
            return Optional.ofNullable(
                    switch (kind) {
                        case ACTUAL -> null;
                        case BASELINE -> baseline;
                        case TARGET -> target;
                    });
        }
    }

    /** One for every component that has codes. */
    Map<Component, Codelist> codelists() {
        var lists = new EnumMap<Component, Codelist>(Component.class);
        add(lists, Component.FREQ, constants(Frequency.values(), Frequency::label));
        add(lists, Component.REF_AREA, mapped(areas, name -> new Text(name, name)));
        add(lists, Component.INDICATOR, mapped(indicators, Entry::label));
        add(lists, Component.SERIES, constants(SeriesKind.values(), SeriesKind::label));
        add(lists, Component.OBS_STATUS, constants(ObservationStatus.values(), ObservationStatus::text));
        add(lists, Component.CONF_STATUS, Map.of(FREE, new Text("公开", "Free for publication")));
        return lists;
    }

    /** The one code of CL_CONF_STATUS that published figures have. */
    static final String FREE = "F";

    /** Series of what the plans say; they are the city's, and a year's. */
    List<Series> planned() {
        var series = new ArrayList<Series>();
        city.ifPresent(area -> indicators.forEach((code, entry) -> {
            for (var kind : SeriesKind.values()) {
                if (entry.planned(kind).isPresent()) {
                    series.add(new Series(Frequency.A, area, code, kind, List.of()));
                }
            }
        }));
        return series;
    }

    /** The figure of such a series. */
    List<Observation> planned(Series series) {
        return indicator(series.indicator()).planned(series.kind()).map(Observation::planned).stream()
                .toList();
    }

    /** The value of an attribute of a series. */
    String attribute(Component attribute, Series series) {
        var entry = indicator(series.indicator());
        return switch (attribute) {
            case UNIT_MEASURE -> entry.unit();
            case DECIMALS -> Integer.toString(entry.decimals());
            default -> throw new IllegalArgumentException(attribute + " is no attribute of a series");
        };
    }

    Entry indicator(String code) {
        return Objects.requireNonNull(indicators.get(code), code);
    }

    private static void add(Map<Component, Codelist> lists, Component component, Map<String, Text> codes) {
        lists.put(component, new Codelist(component.codelist().orElseThrow(), component.label(), codes));
    }

    private static <T extends Enum<T>> Map<String, Text> constants(T[] values, Function<T, Text> label) {
        var codes = new LinkedHashMap<String, Text>();
        Arrays.stream(values).forEach(value -> codes.put(value.name(), label.apply(value)));
        return codes;
    }

    private static <T> Map<String, Text> mapped(Map<String, T> known, Function<T, Text> label) {
        var codes = new LinkedHashMap<String, Text>();
        known.forEach((code, one) -> codes.put(code, label.apply(one)));
        return codes;
    }
}

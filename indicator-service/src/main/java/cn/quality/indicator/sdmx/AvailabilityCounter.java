package cn.quality.indicator.sdmx;

import cn.quality.indicator.observation.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Counts what a message of data would tell, instead of telling it; so the two cannot differ. */
final class AvailabilityCounter implements DataWriter {

    private final Map<Component, SortedSet<String>> codes = new EnumMap<>(Component.class);
    private LocalDate first = LocalDate.MAX;
    private LocalDate after = LocalDate.MIN;
    private long series;
    private long observations;

    @Override
    public void begin() {}

    @Override
    public void dataSet(Optional<Instant> validFrom) {}

    @Override
    public void series(Series one) {
        series++;
        for (var dimension : Component.KEY) {
            codes.computeIfAbsent(dimension, missing -> new TreeSet<>()).add(one.code(dimension));
        }
    }

    @Override
    public void observation(Observation observation) {
        count(observation.period(), observation.period(), 1);
    }

    /** Counts observations that were not read one by one. */
    void count(Period earliest, Period latest, long number) {
        observations += number;
        first = earliest.first().isBefore(first) ? earliest.first() : first;
        after = latest.after().isAfter(after) ? latest.after() : after;
    }

    /** Counts series that were not read one by one. */
    void count(long number) {
        series += number;
    }

    /** Notes codes that are in use. */
    void codes(Map<Component, Set<String>> used) {
        used.forEach((dimension, some) ->
                codes.computeIfAbsent(dimension, missing -> new TreeSet<>()).addAll(some));
    }

    @Override
    public void end() {}

    /** Empty where there are no data. */
    Optional<Availability> counted(AvailabilityQuery query) {
        return observations == 0
                ? Optional.empty()
                : Optional.of(new Availability(
                        query.data().flow(), components(query), codes, first, after, series, observations));
    }

    private static List<Component> components(AvailabilityQuery query) {
        return query.components().isEmpty()
                ? List.of(
                        Component.FREQ,
                        Component.REF_AREA,
                        Component.INDICATOR,
                        Component.SERIES,
                        Component.TIME_PERIOD)
                : query.components();
    }
}

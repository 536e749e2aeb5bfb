package cn.quality.indicator.sdmx;

import cn.quality.indicator.observation.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Reads the data a query asks for and hands them over in the order of the message, some series at a time. */
@ApplicationScoped
class DataReader {

    /** Few enough to be in memory and to notice soon that a client left; enough for the database to be asked seldom. */
    private static final int SERIES_AT_ONCE = 200;

    private final SdmxRepository stored;

    DataReader(SdmxRepository stored) {
        this.stored = stored;
    }

    /**
     * Hands over what there is.
     *
     * @param stop asked now and then; it throws when nobody waits any more
     */
    void read(DataQuery query, Catalogue catalogue, DataWriter message, Runnable stop) throws IOException {
        var source = source(query);
        var series = series(query, source, catalogue);
        var course = new Course(query, catalogue, message);
        if (!query.vintage().history()) {
            course.dataSet(Optional.empty());
            for (var batch : batches(series)) {
                stop.run();
                course.series(batch, source.observations(ids(batch), query.vintage()));
            }
            return;
        }
        course.dataSet(Optional.empty());
        course.series(series.stream().filter(one -> one.stored().isEmpty()).toList(), Map.of());
        var reported = series.stream().filter(one -> !one.stored().isEmpty()).toList();
        for (var moment : source.publications(ids(reported), query.vintage())) {
            course.dataSet(Optional.of(moment));
            for (var batch : batches(reported)) {
                stop.run();
                course.series(batch, source.publishedAt(ids(batch), moment));
            }
        }
    }

    /**
     * Counts what would be handed over. Whole series are counted already, whatever lies between their ends.
     *
     * @param stop asked now and then; it throws when nobody waits any more
     */
    void count(DataQuery query, Catalogue catalogue, AvailabilityCounter counter, Runnable stop) throws IOException {
        if (!query.isOfWholeSeries() || query.flow() == Dataflow.DF_ASSESSMENT) {
            read(query, catalogue, counter, stop);
            return;
        }
        if (query.selection().isEverything()) {
            var extents = stored.extent();
            if (!extents.isEmpty()) {
                counter.codes(stored.inUse());
                counter.codes(Map.of(Component.SERIES, Set.of(SeriesKind.ACTUAL.name())));
            }
            for (var extent : extents) {
                counter.codes(Map.of(Component.FREQ, Set.of(extent.frequency().name())));
                counter.count(extent.series());
                counter.count(extent.first(), extent.last(), extent.observations());
            }
        } else if (query.selection().mayBe(SeriesKind.ACTUAL)) {
            stored.extents(query.selection(), (series, extent) -> {
                if (query.selection().admits(series)) {
                    counter.series(series);
                    counter.count(extent.first(), extent.last(), extent.observations());
                }
            });
        }
        for (var one : catalogue.planned()) {
            if (query.selection().admits(one)) {
                counter.series(one);
                catalogue.planned(one).forEach(counter::observation);
            }
        }
    }

    private StoredSeries source(DataQuery query) {
        return query.flow() == Dataflow.DF_ASSESSMENT ? stored.assessmentScores() : stored;
    }

    /** Those asked for, in their order. */
    private static List<Series> series(DataQuery query, StoredSeries source, Catalogue catalogue) {
        var series = new ArrayList<Series>();
        if (query.selection().mayBe(SeriesKind.ACTUAL)) {
            source.series(query.selection()).stream()
                    .filter(query.selection()::admits)
                    .forEach(series::add);
        }
        // What a plan says has no time of publication.
        if (query.flow() == Dataflow.DF_QUALITY
                && query.vintage().updatedAfter().isEmpty()) {
            catalogue.planned().stream().filter(query.selection()::admits).forEach(series::add);
        }
        series.sort(query.order().series());
        return series;
    }

    private static List<List<Series>> batches(List<Series> series) {
        return IntStream.iterate(0, from -> from < series.size(), from -> from + SERIES_AT_ONCE)
                .mapToObj(from -> series.subList(from, Math.min(from + SERIES_AT_ONCE, series.size())))
                .toList();
    }

    private static Collection<Integer> ids(List<Series> series) {
        return series.stream().flatMap(one -> one.stored().stream()).toList();
    }

    /** Where in the message it is: what was skipped and what was told. */
    private static final class Course {

        private final DataQuery query;
        private final Catalogue catalogue;
        private final DataWriter message;
        private long skipped;
        private long told;
        private Optional<Optional<Instant>> waiting = Optional.empty();

        Course(DataQuery query, Catalogue catalogue, DataWriter message) {
            this.query = query;
            this.catalogue = catalogue;
            this.message = message;
        }

        /** Begins a data set once there is something in it. */
        void dataSet(Optional<Instant> validFrom) {
            waiting = Optional.of(validFrom);
        }

        void series(List<Series> series, Map<Integer, List<Observation>> observed) throws IOException {
            for (var one : series) {
                if (told >= query.cut().limit()) {
                    return;
                }
                var observations = asked(
                        one.stored().isEmpty()
                                ? catalogue.planned(one)
                                : newestDefinition(one, id -> observed.getOrDefault(id, List.of())));
                if (!observations.isEmpty()) {
                    tell(one, observations);
                }
            }
        }

        private void tell(Series series, List<Observation> observations) throws IOException {
            if (!query.detail().observations()) {
                if (counts()) {
                    begin(series);
                }
                return;
            }
            boolean begun = false;
            for (var observation : observations) {
                if (told >= query.cut().limit()) {
                    return;
                }
                if (counts()) {
                    if (!begun) {
                        begin(series);
                        begun = true;
                    }
                    message.observation(observation);
                }
            }
        }

        private boolean counts() {
            if (skipped < query.cut().offset()) {
                skipped++;
                return false;
            }
            told++;
            return true;
        }

        private void begin(Series series) throws IOException {
            if (waiting.isPresent()) {
                message.dataSet(waiting.get());
                waiting = Optional.empty();
            }
            message.series(series);
        }

        private List<Observation> asked(List<Observation> all) {
            var fitting = all.stream()
                    .filter(one -> query.times().admits(one.period()))
                    .filter(one -> query.status()
                            .map(wanted -> wanted.admits(one.status().name()))
                            .orElse(true))
                    .toList();
            var kept = IntStream.range(0, fitting.size())
                    .filter(index -> query.cut().keeps(index, fitting.size()))
                    .mapToObj(fitting::get)
                    .toList();
            return query.order().newestFirst() ? kept.reversed() : kept;
        }

        /** One observation a period: that of the newest definition. */
        private static List<Observation> newestDefinition(
                Series series, Function<Integer, List<Observation>> observed) {
            var found = new ArrayList<Observation>();
            var periods = new HashSet<Period>();
            for (var id : series.stored()) {
                observed.apply(id).stream()
                        .filter(one -> periods.add(one.period()))
                        .forEach(found::add);
            }
            if (series.stored().size() > 1) {
                found.sort(Comparator.comparing(Observation::period));
            }
            return found;
        }
    }
}

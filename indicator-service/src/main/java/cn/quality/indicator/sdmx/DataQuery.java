package cn.quality.indicator.sdmx;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question for data, whichever generation asked it.
 *
 * @param status condition on OBS_STATUS
 * @param flat observations by themselves, not in series
 */
record DataQuery(
        Dataflow flow,
        Selection selection,
        TimeFilter times,
        Optional<CodeFilter> status,
        Vintage vintage,
        Cut cut,
        Detail detail,
        Order order,
        boolean flat) {

    /** Whether everything that was ever published of a series is asked for, as it is now, so that nothing of it need be read. */
    boolean isOfWholeSeries() {
        return times.equals(TimeFilter.ALWAYS)
                && status.isEmpty()
                && vintage.equals(Vintage.NEWEST)
                && cut.equals(Cut.NONE);
    }

    /**
     * Which of the published revisions.
     *
     * @param asOf as they stood then; now, if empty
     * @param updatedAfter only what was published after
     * @param history all of them, a data set for each publication
     */
    record Vintage(Optional<Instant> asOf, Optional<Instant> updatedAfter, boolean history) {

        static final Vintage NEWEST = new Vintage(Optional.empty(), Optional.empty(), false);
    }

    /**
     * How many.
     *
     * @param first observations of each series from its beginning
     * @param last observations of each series to its end; together with {@code first} either will do
     * @param offset observations to skip, of all
     * @param limit the most observations, of all; for series keys both count series
     */
    record Cut(int first, int last, long offset, long limit) {

        static final Cut NONE = new Cut(Integer.MAX_VALUE, Integer.MAX_VALUE, 0, Long.MAX_VALUE);

        /** Whether the observation at a place in its series stays. */
        boolean keeps(int index, int length) {
            if (first == Integer.MAX_VALUE && last == Integer.MAX_VALUE) {
                return true;
            }
            return (first != Integer.MAX_VALUE && index < first)
                    || (last != Integer.MAX_VALUE && index >= length - last);
        }
    }

    /**
     * What of it.
     *
     * @param observations whether observations are told, or series alone
     * @param values whether observations have their value
     */
    record Detail(boolean observations, boolean values, Set<Component> attributes) {

        static final Set<Component> ALL = EnumSet.range(Component.UNIT_MEASURE, Component.SOURCE_QUOTE);

        static final Detail FULL = new Detail(true, true, ALL);
        static final Detail DATA_ONLY = new Detail(true, true, Set.of());
        static final Detail SERIES_KEYS = new Detail(false, false, Set.of());
        static final Detail NO_DATA = new Detail(false, false, EnumSet.copyOf(Component.OF_SERIES));

        List<Component> ofSeries() {
            return Component.OF_SERIES.stream().filter(attributes::contains).toList();
        }

        List<Component> ofObservation() {
            return Component.OF_OBSERVATION.stream()
                    .filter(attributes::contains)
                    .toList();
        }
    }

    /**
     * In which order.
     *
     * @param newestFirst within a series
     */
    record Order(Comparator<Series> series, boolean newestFirst) {

        static final Order BY_KEY = new Order(by(Component.KEY, List.of()), false);

        static Comparator<Series> by(List<Component> dimensions, List<Component> descending) {
            Comparator<Series> order = (_, _) -> 0;
            for (var dimension : dimensions) {
                var by = Comparator.<Series, String>comparing(series -> series.code(dimension));
                order = order.thenComparing(descending.contains(dimension) ? by.reversed() : by);
            }
            return order;
        }
    }
}

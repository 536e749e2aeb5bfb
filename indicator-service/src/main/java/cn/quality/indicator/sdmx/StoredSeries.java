package cn.quality.indicator.sdmx;

import cn.quality.indicator.sdmx.DataQuery.Vintage;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Series of a dataflow, each under ids of the source's own, and what was published of them. */
interface StoredSeries {

    /** Series that may be among those asked for, in no order. */
    List<Series> series(Selection selection);

    /** Observations as they stood, by the id of the series and in the order of time. */
    Map<Integer, List<Observation>> observations(Collection<Integer> series, Vintage vintage);

    /** Moments at which something of these series was published. */
    List<Instant> publications(Collection<Integer> series, Vintage vintage);

    /** What was published of them at a moment. */
    Map<Integer, List<Observation>> publishedAt(Collection<Integer> series, Instant moment);
}

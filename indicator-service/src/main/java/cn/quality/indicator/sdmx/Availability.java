package cn.quality.indicator.sdmx;

import cn.quality.platform.problem.Text;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * Of what there are data: the codes of each dimension, the time, and how many.
 *
 * @param components dimensions that are told
 * @param first first day of the earliest period
 * @param after day after the latest
 */
record Availability(
        Dataflow flow,
        List<Component> components,
        Map<Component, SortedSet<String>> codes,
        LocalDate first,
        LocalDate after,
        long series,
        long observations) {

    static final Text NAME = new Text("已有数据的范围", "What there are data of");

    String id() {
        return "CR_" + flow.name();
    }

    Set<String> codesOf(Component dimension) {
        return codes.getOrDefault(dimension, Collections.emptySortedSet());
    }

    /** The last day there are data of. */
    LocalDate last() {
        return after.minusDays(1);
    }

    /** The codelist without codes of which there are none. */
    Codelist used(Component dimension, Codelist list) {
        var names = new LinkedHashMap<String, Text>();
        list.codes().forEach((code, name) -> {
            if (codesOf(dimension).contains(code)) {
                names.put(code, name);
            }
        });
        return new Codelist(list.id(), list.label(), names);
    }
}

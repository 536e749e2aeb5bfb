package cn.quality.indicator.assessment;

import cn.quality.indicator.scheme.Scheme;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All areas of a cycle evaluated by its scheme. Pure: the same entries and scheme have the same result, whoever computes it.
 *
 * @param partials per area each row of the sheet, in its order
 * @param results in the order of the areas given
 */
record Evaluation(Map<String, List<NodeResult>> partials, List<AreaResult> results) {

    /** @param entries per area; an area without any is evaluated too */
    static Evaluation of(Scheme scheme, Map<String, ? extends Collection<Entry>> entries) {
        var partials = new LinkedHashMap<String, List<NodeResult>>();
        var results = new ArrayList<AreaResult>();
        entries.forEach((area, reported) -> {
            var byNode = new HashMap<String, Entry>();
            reported.forEach(entry -> byNode.put(entry.node(), entry));
            var scored = new AreaScoring(scheme, byNode);
            partials.put(area, scored.partials());
            results.add(scored.result(area));
        });
        return new Evaluation(partials, ranked(scheme, results));
    }

    /** By grade, then by the published score: an area with a veto does not stand above those without. */
    private static List<AreaResult> ranked(Scheme scheme, List<AreaResult> results) {
        var grades = scheme.bands().stream().map(Scheme.Band::grade).toList();
        var order = Comparator.<AreaResult>comparingInt(
                        result -> result.grade().map(grades::indexOf).orElse(grades.size()))
                .thenComparing(result -> result.score().orElse(BigDecimal.ZERO), Comparator.reverseOrder());
        var sorted = results.stream()
                .filter(result -> result.score().isPresent())
                .sorted(order)
                .toList();
        var ranks = new HashMap<String, Integer>();
        int rank = 0;
        for (int place = 0; place < sorted.size(); place++) {
            if (place == 0 || order.compare(sorted.get(place - 1), sorted.get(place)) != 0) {
                rank = place + 1;
            }
            ranks.put(sorted.get(place).area(), rank);
        }
        return results.stream()
                .map(result -> Optional.ofNullable(ranks.get(result.area()))
                        .map(result::ranked)
                        .orElse(result))
                .toList();
    }
}

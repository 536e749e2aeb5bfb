package cn.quality.indicator.formula;

import cn.quality.indicator.IndicatorCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which indicators are computed from which; on no day from themselves. */
final class FormulaGraph {

    /** A formula of an indicator, in force until its next one begins. */
    record Edge(IndicatorCode indicator, LocalDate validFrom, Set<IndicatorCode> inputs) {}

    private final Collection<Edge> formulas;

    FormulaGraph(Collection<Edge> formulas) {
        this.formulas = formulas;
    }

    /**
     * The way round from an indicator back to itself, on any of the days on which a formula begins; between them nothing
     * changes.
     *
     * @return empty when there is none; otherwise the indicator, what it is computed from in turn, and the indicator again
     */
    Optional<List<IndicatorCode>> cycleThrough(IndicatorCode indicator) {
        return formulas.stream()
                .map(Edge::validFrom)
                .distinct()
                .sorted()
                .map(day -> cycle(indicator, inForce(day)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Map<IndicatorCode, Edge> inForce(LocalDate day) {
        return formulas.stream()
                .filter(formula -> !formula.validFrom().isAfter(day))
                .collect(Collectors.toMap(
                        Edge::indicator,
                        Function.identity(),
                        (one, other) -> one.validFrom().isAfter(other.validFrom()) ? one : other));
    }

    private static Optional<List<IndicatorCode>> cycle(IndicatorCode start, Map<IndicatorCode, Edge> inForce) {
        var path = new ArrayList<IndicatorCode>(List.of(start));
        return leadsBack(start, start, inForce, new HashSet<>(), path)
                ? Optional.of(List.copyOf(path))
                : Optional.empty();
    }

    /** Adds the way to the path when there is one. */
    private static boolean leadsBack(
            IndicatorCode from,
            IndicatorCode start,
            Map<IndicatorCode, Edge> inForce,
            Set<IndicatorCode> deadEnds,
            List<IndicatorCode> path) {
        var formula = inForce.get(from);
        if (formula == null) {
            return false;
        }
        for (var input :
                formula.inputs().stream().sorted(Comparator.naturalOrder()).toList()) {
            path.add(input);
            if (input.equals(start) || (deadEnds.add(input) && leadsBack(input, start, inForce, deadEnds, path))) {
                return true;
            }
            path.removeLast();
        }
        return false;
    }
}

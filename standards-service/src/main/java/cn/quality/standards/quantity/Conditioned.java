package cn.quality.standards.quantity;

import cn.quality.platform.problem.Text;
import cn.quality.standards.input.Flaws;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A demand under a condition.
 *
 * @param condition absent for one that holds always
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Conditioned(@Nullable String condition, Demand demand) {

    private static final int LONGEST_CONDITION = 200;
    private static final int MOST_CASES = 50;

    /** Reads an indicator of a body: one demand, or one for each of its cases. */
    public static List<Conditioned> of(StatedIndicator stated, String field, Flaws flaws) {
        var condition = flaws.optionalText(stated.condition(), field + "condition", LONGEST_CONDITION);
        var demand = Demand.of(stated, field, flaws);
        var cases = flaws.list(stated.cases(), field + "cases", MOST_CASES);
        if (stated.operator() != Operator.BY_CONDITION) {
            if (!cases.isEmpty()) {
                flaws.add(field + "cases", "not-of-operator", Text.of("仅用于 BY_CONDITION", "only with BY_CONDITION"));
            }
            return List.of(new Conditioned(condition, demand));
        }
        if (stated.cases() == null || stated.cases().isEmpty()) {
            flaws.missing(field + "cases");
        }
        if (condition != null) {
            flaws.add(field + "condition", "not-of-operator", Text.of("条件写在各项中", "each case has its own condition"));
        }
        var all = new ArrayList<Conditioned>(cases.size());
        for (int i = 0; i < cases.size(); i++) {
            all.add(of(cases.get(i), field + "cases[" + i + "].", flaws));
        }
        if (all.stream()
                        .map(Conditioned::condition)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count()
                < all.size()) {
            flaws.add(field + "cases", "conditions", Text.of("各项条件须不同", "each case needs a condition of its own"));
        }
        return all;
    }

    private static Conditioned of(DemandCase stated, String field, Flaws flaws) {
        if (stated.operator() == Operator.BY_CONDITION) {
            flaws.add(field + "operator", "choice", Text.of("不得嵌套", "cases within cases"));
        }
        return new Conditioned(
                flaws.text(stated.condition(), field + "condition", LONGEST_CONDITION),
                Demand.of(stated, field, flaws));
    }
}

package cn.quality.indicator.assessment;

import cn.quality.indicator.scheme.Quantity;
import cn.quality.indicator.scheme.Scheme;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether entries fit the sheet; each that does not is named, and then none is taken. */
final class EntryCheck {

    static final ProblemType UNFIT =
            new ProblemType(422, "unfit-entry", new Text("填报内容不符合考核方案", "Entries do not fit the scheme"));

    private static final BigDecimal HUNDRED = new BigDecimal("100");

    private EntryCheck() {}

    /** @throws Problem 422 {@code unfit-entry} */
    static void require(Scheme scheme, List<Entry> entries) {
        var problem = new Problem(
                UNFIT,
                new Text("填报内容与方案的指标或规则不符，未保存任何一项", "Nothing was stored: entries do not fit the rows of the sheet"));
        var seen = new HashSet<String>();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            if (!seen.add(entry.node())) {
                problem.with(field(i, "node"), "twice", Text.of("指标 %s 重复填报", "%s is entered twice", entry.node()));
            }
            check(scheme, i, entry, problem);
        }
        if (!problem.violations().isEmpty()) {
            throw problem;
        }
    }

    static boolean isFit(Scheme scheme, Entry entry) {
        var problem = new Problem(UNFIT, UNFIT.title());
        check(scheme, 0, entry, problem);
        return problem.violations().isEmpty();
    }

    private static void check(Scheme scheme, int i, Entry entry, Problem problem) {
        var node = scheme.node(entry.node()).orElse(null);
        if (node == null || node.rule().isEmpty()) {
            problem.with(
                    field(i, "node"),
                    "unknown-node",
                    Text.of("方案中没有可填报的指标 %s", "the sheet has no indicator %s to be entered", entry.node()));
            return;
        }
        var quantity = node.rule().get().quantity();
        var given = given(entry);
        if (entry.isNotApplicable()) {
            if (!node.canBeNotApplicable()) {
                problem.with(
                        field(i, "notApplicable"),
                        "always-applies",
                        Text.of("指标 %s 对各地都适用", "%s concerns every area", entry.node()));
            }
            if (!given.isEmpty()) {
                problem.with(
                        field(i, "notApplicable"),
                        "contradiction",
                        new Text("不适用的指标不再填数", "what does not apply has no figure"));
            }
            return;
        }
        if (!given.equals(needed(quantity))) {
            problem.with(
                    field(i, given.isEmpty() ? "node" : given.iterator().next()),
                    "wrong-quantity",
                    Text.of("指标 %s 应填且只填 %s", "%s takes exactly: %s", entry.node(), quantity.fields()));
            return;
        }
        figure(i, node, entry, problem);
    }

    private static void figure(int i, Scheme.Node node, Entry entry, Problem problem) {
        var value = entry.value();
        if (value != null && node.percentage() && (value.signum() < 0 || value.compareTo(HUNDRED) > 0)) {
            problem.with(
                    field(i, "value"),
                    "out-of-range",
                    Text.of(
                            "百分比应在 0 至 100 之间，填报 %s",
                            "a percentage lies between 0 and 100, not %s", value.toPlainString()));
        }
        var numerator = entry.numerator();
        var denominator = entry.denominator();
        if (numerator == null || denominator == null) {
            return;
        }
        if (denominator.signum() == 0) {
            problem.with(
                    field(i, "denominator"),
                    "zero-denominator",
                    new Text("分母为 0，没有比率；不适用的请注明", "there is no rate of nothing; say so if it does not apply"));
        } else if (numerator.compareTo(denominator) > 0) {
            problem.with(
                    field(i, "numerator"),
                    "numerator-over-denominator",
                    Text.of(
                            "分子 %s 大于分母 %s",
                            "the numerator %s is greater than the denominator %s",
                            numerator.toPlainString(),
                            denominator.toPlainString()));
        }
    }

    private static Set<String> given(Entry entry) {
        var given = new TreeSet<String>();
        if (entry.value() != null) {
            given.add("value");
        }
        if (entry.numerator() != null) {
            given.add("numerator");
        }
        if (entry.denominator() != null) {
            given.add("denominator");
        }
        if (entry.count() != null) {
            given.add("count");
        }
        if (entry.document() != null) {
            given.add("document");
        }
        return given;
    }

    private static Set<String> needed(Quantity quantity) {
        return switch (quantity) {
            case VALUE -> Set.of("value");
            case RATE -> Set.of("numerator", "denominator");
            case COUNT -> Set.of("count");
            case DOCUMENT -> Set.of("document");
        };
    }

    private static String field(int entry, String name) {
        return "entries[%d].%s".formatted(entry, name);
    }
}

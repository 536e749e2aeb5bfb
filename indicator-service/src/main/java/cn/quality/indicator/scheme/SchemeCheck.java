package cn.quality.indicator.scheme;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold between the parts of a scheme; everything that does not is named at once. */
final class SchemeCheck {

    static final ProblemType INCONSISTENT =
            new ProblemType(422, "inconsistent-scheme", new Text("考核方案前后不一致", "The scheme contradicts itself"));

    private static final BigDecimal FULL = new BigDecimal("100");
    private static final int LEVELS = 3;

    /** What each form needs; anything else is refused. */
    private static final Map<RuleForm, Set<String>> PARAMETERS = new EnumMap<>(Map.of(
            RuleForm.LINEAR, Set.of("measure", "baseline", "target"),
            RuleForm.ALL_HALF_NONE, Set.of("measure", "sense", "all", "half"),
            RuleForm.THRESHOLD, Set.of("measure", "sense", "limit"),
            RuleForm.DEDUCTION, Set.of("perItem"),
            RuleForm.DOCUMENT, Set.of(),
            RuleForm.VETO, Set.of("grade"),
            RuleForm.BONUS, Set.of("perItem", "cap")));

    private final NewScheme scheme;
    private final Problem problem =
            new Problem(INCONSISTENT, new Text("方案各行、各规则之间不一致", "Rows and rules of the scheme do not fit together"));
    private final Map<String, Integer> rows = new HashMap<>();
    private final Map<String, List<Integer>> children = new LinkedHashMap<>();

    private SchemeCheck(NewScheme scheme) {
        this.scheme = scheme;
    }

    /** @throws Problem 422 {@code inconsistent-scheme} */
    static void require(NewScheme scheme) {
        var check = new SchemeCheck(scheme);
        check.days();
        check.bands();
        check.tree();
        for (int i = 0; i < scheme.nodes().size(); i++) {
            check.row(i);
        }
        check.sum("nodes", FULL, check.children.getOrDefault("", List.of()));
        if (!check.problem.violations().isEmpty()) {
            throw check.problem;
        }
    }

    private void days() {
        day("yearBegins", scheme.yearBegins());
        day("targetsDue", scheme.targetsDue());
        day("selfEvaluationDue", scheme.selfEvaluationDue());
    }

    private void day(String field, String written) {
        try {
            Scheme.day(written);
        } catch (DateTimeException e) {
            problem.with(field, "no-such-day", Text.of("%s 不是日期", "%s is no day of a year", written));
        }
    }

    private void bands() {
        var bands = scheme.bands();
        var grades = new HashSet<String>();
        for (int i = 0; i < bands.size(); i++) {
            var field = "bands[%d]".formatted(i);
            if (!grades.add(bands.get(i).grade())) {
                problem.with(
                        field + ".grade",
                        "twice",
                        Text.of(
                                "等级 %s 重复",
                                "grade %s is given twice", bands.get(i).grade()));
            }
            if (i > 0 && bands.get(i).from().compareTo(bands.get(i - 1).from()) >= 0) {
                problem.with(
                        field + ".from",
                        "order",
                        new Text("应从高到低排列", "the best grade comes first, each lower one begins lower"));
            }
        }
        if (!bands.isEmpty() && bands.getLast().from().signum() != 0) {
            problem.with(
                    "bands[%d].from".formatted(bands.size() - 1),
                    "gap",
                    new Text("最后一个等级须从 0 分起", "the last grade begins at 0, so that every score has a grade"));
        }
    }

    private void tree() {
        var levels = new HashMap<String, Integer>();
        for (int i = 0; i < scheme.nodes().size(); i++) {
            var node = scheme.nodes().get(i);
            if (rows.putIfAbsent(node.code(), i) != null) {
                problem.with(field(i, "code"), "twice", Text.of("编号 %s 重复", "%s is given twice", node.code()));
                continue;
            }
            var parent = Optional.ofNullable(node.parent());
            if (parent.isPresent() && !levels.containsKey(parent.get())) {
                problem.with(
                        field(i, "parent"),
                        "unknown-parent",
                        Text.of("此行之前没有 %s", "no row before this one is %s", parent.get()));
                continue;
            }
            int level = parent.map(levels::get).orElse(0) + 1;
            levels.put(node.code(), level);
            children.computeIfAbsent(parent.orElse(""), none -> new ArrayList<>())
                    .add(i);
            if (level > LEVELS) {
                problem.with(field(i, "parent"), "too-deep", new Text("最多三级指标", "a sheet has three levels at most"));
            }
        }
    }

    private void row(int i) {
        var node = scheme.nodes().get(i);
        var below = children.getOrDefault(node.code(), List.of());
        var rule = node.rule();
        if (rule == null) {
            group(i, node, below);
            return;
        }
        if (!below.isEmpty()) {
            problem.with(
                    field(i, "rule"),
                    "group-with-rule",
                    Text.of("%s 下有指标，不能再有规则", "%s has rows below it, so it has no rule of its own", node.code()));
        }
        boolean scored = rule.form() != RuleForm.VETO && rule.form() != RuleForm.BONUS;
        if (scored != (node.weight() != null)) {
            problem.with(
                    field(i, "weight"),
                    scored ? "missing" : "superfluous",
                    scored
                            ? new Text("计分指标须有分值", "an indicator that is scored has a weight")
                            : new Text("否决项和加分项没有分值", "a veto or a bonus has no weight"));
        }
        if (!scored && node.applicability() == Applicability.WHERE_APPLICABLE) {
            problem.with(
                    field(i, "applicability"),
                    "always-applies",
                    new Text("否决项和加分项对各地都适用", "a veto or a bonus concerns every area"));
        }
        parameters(i, rule);
        figures(i, node, rule);
    }

    private void group(int i, NewNode node, List<Integer> below) {
        if (below.isEmpty()) {
            problem.with(
                    field(i, "rule"),
                    "missing",
                    Text.of("%s 既无下级指标，也无规则", "%s has neither rows below it nor a rule", node.code()));
            return;
        }
        if (node.weight() != null) {
            sum(field(i, "weight"), node.weight(), below);
        } else if (below.stream().anyMatch(child -> scheme.nodes().get(child).weight() != null)) {
            problem.with(
                    field(i, "weight"),
                    "missing",
                    Text.of("%s 的下级有分值，本行也须有分值", "rows below %s have weights, so it has one too", node.code()));
        }
    }

    private void sum(String field, BigDecimal wanted, List<Integer> below) {
        var sum = below.stream()
                .map(child -> scheme.nodes().get(child).weight())
                .<BigDecimal>mapMulti((weight, out) -> {
                    if (weight != null) {
                        out.accept(weight);
                    }
                })
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(wanted) != 0) {
            problem.with(
                    field,
                    "weights-do-not-sum",
                    Text.of(
                            "下级分值合计 %s，应为 %s",
                            "the weights below add up to %s, not to %s", sum.toPlainString(), wanted.toPlainString()));
        }
    }

    private void parameters(int i, NewRule rule) {
        var given = new LinkedHashMap<String, @Nullable Object>();
        given.put("measure", rule.measure());
        given.put("baseline", rule.baseline());
        given.put("target", rule.target());
        given.put("all", rule.all());
        given.put("half", rule.half());
        given.put("limit", rule.limit());
        given.put("sense", rule.sense());
        given.put("perItem", rule.perItem());
        given.put("cap", rule.cap());
        given.put("grade", rule.grade());
        var needed = PARAMETERS.getOrDefault(rule.form(), Set.of());
        given.forEach((name, value) -> {
            if (needed.contains(name) != (value != null)) {
                problem.with(
                        field(i, "rule." + name),
                        value == null ? "missing" : "superfluous",
                        value == null
                                ? Text.of("规则 %s 须有 %s", "the form %s needs %s", rule.form(), name)
                                : Text.of("规则 %s 没有 %s", "the form %s has no %s", rule.form(), name));
            }
        });
    }

    private void figures(int i, NewNode node, NewRule rule) {
        if (rule.baseline() != null && rule.target() != null && rule.baseline().compareTo(rule.target()) == 0) {
            problem.with(
                    field(i, "rule.target"),
                    "no-way-to-go",
                    new Text("目标须不同于基期", "the target differs from the baseline, or there is no proportion"));
        }
        if (rule.all() != null && rule.half() != null && rule.sense() != null) {
            int order = rule.all().compareTo(rule.half());
            if (rule.sense() == Sense.AT_LEAST ? order <= 0 : order >= 0) {
                problem.with(
                        field(i, "rule.half"),
                        "order",
                        new Text("得一半的界限须比得满分的容易达到", "half is easier to reach than everything"));
            }
        }
        positive(i, "perItem", rule.perItem());
        positive(i, "cap", rule.cap());
        if (rule.grade() != null
                && scheme.bands().stream().noneMatch(band -> band.grade().equals(rule.grade()))) {
            problem.with(
                    field(i, "rule.grade"), "unknown-grade", Text.of("没有等级 %s", "there is no grade %s", rule.grade()));
        }
        if (rule.measure() == Measure.RATE && !"%".equals(node.unit())) {
            problem.with(
                    field(i, "unit"),
                    "not-percent",
                    new Text("以分子分母填报的指标，单位须为 %", "a rate is held against limits in %"));
        }
    }

    private void positive(int i, String name, @Nullable BigDecimal value) {
        if (value != null && value.signum() <= 0) {
            problem.with(field(i, "rule." + name), "not-positive", new Text("须大于 0", "is greater than 0"));
        }
    }

    private static String field(int row, String name) {
        return "nodes[%d].%s".formatted(row, name);
    }
}

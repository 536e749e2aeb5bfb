package cn.quality.indicator.assessment;

import cn.quality.indicator.scheme.Fraction;
import cn.quality.indicator.scheme.NotApplicableRule;
import cn.quality.indicator.scheme.Scheme;
import cn.quality.indicator.scheme.Scheme.Node;
import cn.quality.indicator.scheme.ScoringRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The sheet of one area: weights are handed down from the top, points are added up from the bottom. */
final class AreaScoring {

    private final Scheme scheme;
    private final Map<String, Entry> entries;
    private final Map<String, NodeResult> scored = new HashMap<>();
    private final List<String> vetoes = new ArrayList<>();
    private final List<String> notReported = new ArrayList<>();
    private final Fraction allLeaves;
    private int reported;

    AreaScoring(Scheme scheme, Map<String, Entry> entries) {
        this.scheme = scheme;
        this.entries = entries;
        this.allLeaves = applicableLeaves(scheme.top());
        score(scheme.top(), Fraction.HUNDRED);
    }

    /** In the order of the sheet. */
    List<NodeResult> partials() {
        return scheme.nodes().stream()
                .map(node -> Objects.requireNonNull(scored.get(node.code())))
                .toList();
    }

    AreaResult result(String area) {
        var total = scheme.top().stream().anyMatch(this::applies)
                ? Optional.of(points(scheme.top()).orElse(Fraction.ZERO))
                : Optional.<Fraction>empty();
        var score = total.map(points -> points.rounded(scheme.decimals()));
        return new AreaResult(
                area,
                total,
                score,
                grade(score),
                Optional.empty(),
                List.copyOf(vetoes),
                List.copyOf(notReported),
                reported,
                reported + notReported.size());
    }

    /** @param total points for the rows of one group together, the weight of what does not apply among them shared out */
    private void score(List<Node> rows, Fraction total) {
        var applicable = weightOf(rows);
        for (var node : rows) {
            var weight = node.weight()
                    .filter(sheet -> applies(node))
                    .map(sheet -> scheme.notApplicable() == NotApplicableRule.ACROSS_SHEET
                            ? applicableLeaves(node).times(Fraction.HUNDRED).over(allLeaves)
                            : total.times(sheet).over(applicable));
            if (node.rule().isPresent()) {
                scored.put(node.code(), leaf(node, node.rule().get(), weight));
            } else {
                score(node.children(), weight.orElse(Fraction.ZERO));
                scored.put(
                        node.code(),
                        new NodeResult(node.code(), stateOf(node), weight, Optional.empty(), points(node.children())));
            }
        }
    }

    private NodeResult leaf(Node node, ScoringRule rule, Optional<Fraction> weight) {
        var entry = Optional.ofNullable(entries.get(node.code()));
        var state = entry.map(known -> known.isNotApplicable() ? NodeState.NOT_APPLICABLE : NodeState.EVALUATED)
                .orElse(NodeState.NOT_REPORTED);
        var figure = entry.filter(known -> !known.isNotApplicable()).map(known -> known.figure(rule));
        return switch (rule) {
            case ScoringRule.Scored scoredRule -> {
                count(node, state);
                var share = weight.map(possible -> figure.map(
                                known -> scoredRule.share(known, node.weight().orElse(possible)))
                        .orElse(Fraction.ZERO));
                yield new NodeResult(node.code(), state, weight, share, share.flatMap(part -> weight.map(part::times)));
            }
            case ScoringRule.Veto veto -> {
                count(node, state);
                if (figure.filter(events -> events.signum() > 0).isPresent()) {
                    vetoes.add(node.code());
                }
                yield new NodeResult(node.code(), state, Optional.empty(), Optional.empty(), Optional.empty());
            }
            case ScoringRule.Bonus bonus ->
                new NodeResult(
                        node.code(),
                        state,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(figure.map(bonus::points).orElse(Fraction.ZERO)));
        };
    }

    private void count(Node node, NodeState state) {
        switch (state) {
            case EVALUATED -> reported++;
            case NOT_REPORTED -> notReported.add(node.code());
            case NOT_APPLICABLE -> {}
        }
    }

    private NodeState stateOf(Node group) {
        return group.weight().isPresent() && !applies(group) ? NodeState.NOT_APPLICABLE : NodeState.EVALUATED;
    }

    /** A row with a weight applies unless its area says otherwise; a group while one of its rows does. */
    private boolean applies(Node node) {
        if (node.weight().isEmpty()) {
            return false;
        }
        return node.rule().isPresent()
                ? Optional.ofNullable(entries.get(node.code()))
                        .filter(Entry::isNotApplicable)
                        .isEmpty()
                : node.children().stream().anyMatch(this::applies);
    }

    /** Weights of the sheet of those rows that apply, each group taken whole. */
    private Fraction weightOf(List<Node> rows) {
        return rows.stream()
                .filter(this::applies)
                .flatMap(node -> node.weight().stream())
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    /** Weights of the sheet of the indicators below these rows that apply. */
    private Fraction applicableLeaves(List<Node> rows) {
        return rows.stream().map(this::applicableLeaves).reduce(Fraction.ZERO, Fraction::plus);
    }

    private Fraction applicableLeaves(Node node) {
        if (!applies(node)) {
            return Fraction.ZERO;
        }
        return node.rule().isPresent() ? node.weight().orElse(Fraction.ZERO) : applicableLeaves(node.children());
    }

    private Optional<Fraction> points(List<Node> rows) {
        return rows.stream()
                .flatMap(node -> Objects.requireNonNull(scored.get(node.code())).points().stream())
                .reduce(Fraction::plus);
    }

    /** The rounded score is banded; a veto only ever makes it worse. */
    private Optional<String> grade(Optional<BigDecimal> score) {
        var grades = scheme.bands().stream().map(Scheme.Band::grade).toList();
        var earned = score.flatMap(points -> scheme.bands().stream()
                .filter(band -> points.compareTo(band.from()) >= 0)
                .map(Scheme.Band::grade)
                .findFirst());
        var vetoed = vetoes.stream()
                .flatMap(code -> scheme.node(code).flatMap(Node::rule).stream())
                .<String>mapMulti((rule, out) -> {
                    if (rule instanceof ScoringRule.Veto veto) {
                        out.accept(veto.grade());
                    }
                });
        return Stream.concat(earned.stream(), vetoed)
                .reduce((one, other) -> grades.indexOf(one) >= grades.indexOf(other) ? one : other);
    }
}

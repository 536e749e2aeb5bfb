package cn.quality.indicator.scheme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One version of a scheme, ready to be applied; whatever is one has passed {@link SchemeCheck}. */
public final class Scheme {

    /**
     * One row of the sheet.
     *
     * @param weight points; none for a veto, a bonus, and a group of nothing else
     * @param rule none for a group
     * @param percentage whether its figure lies between 0 and 100
     * @param children of a group, in the order of the sheet
     */
    public record Node(
            String code,
            Optional<String> parent,
            Optional<Fraction> weight,
            Optional<ScoringRule> rule,
            boolean percentage,
            boolean canBeNotApplicable,
            List<Node> children) {}

    /** @param from the rounded score it begins at */
    public record Band(String grade, BigDecimal from) {}

    private final NewScheme sent;
    private final long version;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Node> top = new ArrayList<>();
    private final List<Band> bands;

    private Scheme(NewScheme sent, long version) {
        this.sent = sent;
        this.version = version;
        this.bands = sent.bands().stream()
                .map(band -> new Band(band.grade(), band.from()))
                .toList();
        for (var row : sent.nodes()) {
            var parent = Optional.ofNullable(row.parent());
            var node = new Node(
                    row.code(),
                    parent,
                    Optional.ofNullable(row.weight()).map(Fraction::of),
                    Optional.ofNullable(row.rule()).map(ScoringRule::of),
                    "%".equals(row.unit()),
                    row.applicability() == Applicability.WHERE_APPLICABLE,
                    new ArrayList<>());
            nodes.put(row.code(), node);
            parent.flatMap(this::node).map(Node::children).orElse(top).add(node);
        }
    }

    /**
     * Makes a scheme of what was sent.
     *
     * @throws cn.quality.platform.problem.Problem 422 {@code inconsistent-scheme} naming every row that does not fit
     */
    public static Scheme of(NewScheme sent, long version) {
        SchemeCheck.require(sent);
        return new Scheme(sent, version);
    }

    public String id() {
        return sent.id();
    }

    public long version() {
        return version;
    }

    /** The sheet as it was sent, for the bundle. */
    public NewScheme sheet() {
        return sent;
    }

    public int decimals() {
        return sent.decimals();
    }

    public int firstYear() {
        return sent.firstYear();
    }

    public NotApplicableRule notApplicable() {
        return sent.notApplicable();
    }

    /** The best grade first. */
    public List<Band> bands() {
        return bands;
    }

    /** The first level. */
    public List<Node> top() {
        return List.copyOf(top);
    }

    /** All rows, in the order of the sheet. */
    public List<Node> nodes() {
        return List.copyOf(nodes.values());
    }

    public Optional<Node> node(String code) {
        return Optional.ofNullable(nodes.get(code));
    }

    /** The first day of the assessment year that begins in this year. */
    public LocalDate yearBegins(int year) {
        return day(sent.yearBegins()).atYear(year);
    }

    /** Its last day. */
    public LocalDate yearEnds(int year) {
        return yearBegins(year + 1).minusDays(1);
    }

    /** Its targets are filed until this day, the whole of it: the last such day before the year begins. */
    public LocalDate targetsDue(int year) {
        var due = day(sent.targetsDue()).atYear(year);
        return due.isBefore(yearBegins(year)) ? due : due.minusYears(1);
    }

    /** The areas evaluate themselves until this day, the whole of it: the first such day after the year has ended. */
    public LocalDate selfEvaluationDue(int year) {
        var due = day(sent.selfEvaluationDue()).atYear(year + 1);
        return due.isAfter(yearEnds(year)) ? due : due.plusYears(1);
    }

    static MonthDay day(String written) {
        return MonthDay.parse("--" + written);
    }
}

package cn.quality.indicator.warning;

import cn.quality.indicator.BilingualText;
import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.observation.Period;
import cn.quality.indicator.official.DecisionContext;
import cn.quality.indicator.official.Extension;
import cn.quality.indicator.targets.TargetId;
import cn.quality.platform.id.Ids;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import cn.quality.platform.transition.Transition;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.jspecify.annotations.Nullable;

/**
 * A warning: the record, its evidence, and the rectification that follows. What staff know and what has been published are
 * apart: the public sees it once the published figures say so, with their numbers and no others.
 */
@Entity
class Warning {

    static final ProblemType UNSUITABLE_DAY =
            new ProblemType(422, "unsuitable-day", new Text("日期不符合要求", "Not that day"));
    static final ProblemType UNSUITABLE_OWNER =
            new ProblemType(422, "unsuitable-owner", new Text("责任单位不符合要求", "Not that owner"));

    @Id
    private UUID id;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private Cause cause;

    @Enumerated(EnumType.STRING)
    private WarningState state;

    private @Nullable String indicator;
    private @Nullable Integer definition;
    private @Nullable String target;
    private @Nullable UUID task;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "area"))
    private AreaCode area;

    private @Nullable String department;
    private String period;

    /** By the newest figure that staff know. */
    @Embedded
    @EmbeddedColumnNaming("known_%s")
    private Evidence known;

    /** By the published figure, as it said last. */
    @Embedded
    @EmbeddedColumnNaming("shown_%s")
    private @Nullable Evidence shown;

    private Instant raisedAt;
    private @Nullable Instant publishedAt;

    /** Since when the published figures do not say so any more. */
    private @Nullable Instant retractedAt;

    @Embedded
    @EmbeddedColumnNaming("withdrawn_%s")
    private @Nullable BilingualText withdrawn;

    private @Nullable String ownerArea;
    private @Nullable String ownerDepartment;
    private @Nullable LocalDate due;
    private @Nullable LocalDate escalatedOn;
    private @Nullable String plan;

    @ElementCollection
    @CollectionTable(joinColumns = @JoinColumn(name = "warning_id"), name = "warning_proof")
    @OrderColumn(name = "position")
    private List<Proof> proofs = new ArrayList<>();

    @ElementCollection
    @CollectionTable(joinColumns = @JoinColumn(name = "warning_id"), name = "warning_extension")
    @OrderColumn(name = "position")
    private List<Extension> extensions = new ArrayList<>();

    @ElementCollection
    @CollectionTable(joinColumns = @JoinColumn(name = "warning_id"), name = "warning_act")
    @OrderColumn(name = "position")
    private List<HistoryEntry> history = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Warning() {}

    private Warning(WarningSubject subject, Evidence known, DecisionContext now) {
        this.id = Ids.next();
        this.cause = subject.cause();
        this.state = WarningTransitions.TABLE.opening().to();
        this.indicator = subject.indicator();
        this.definition = subject.definition();
        this.target = subject.target();
        this.task = subject.task();
        this.area = subject.area();
        this.department = subject.department();
        this.period = subject.period().toString();
        this.known = known;
        this.raisedAt = now.moment();
    }

    /**
     * Warns.
     *
     * @param published what the published figures say; none as long as only staff know
     */
    static Warning raise(
            WarningSubject subject,
            Evidence known,
            Optional<Evidence> published,
            WarningTerms terms,
            DecisionContext now) {
        var warning = new Warning(subject, known, now);
        published.ifPresent(evidence -> warning.publish(evidence, now));
        warning.due = now.today().plusDays(terms.assign());
        warning.note(WarningAct.RAISE, known.zh(), now);
        return warning;
    }

    WarningEvent raised() {
        return event(WarningTransitions.TABLE.opening().event(), version);
    }

    /**
     * The figures have changed, and still give reason to warn.
     *
     * @param published none where the published figures do not say so, or do not any more
     * @return empty when nothing has changed
     */
    Optional<WarningEvent> restate(Evidence evidence, Optional<Evidence> published, DecisionContext now) {
        var row = row(WarningAct.RESTATE);
        require(row, now);
        boolean appears = publishedAt == null && published.isPresent();
        boolean retracts = publishedAt != null && retractedAt == null && published.isEmpty();
        boolean returns = retractedAt != null && published.isPresent();
        boolean shownOtherwise =
                published.filter(one -> shown == null || !shown.saysAs(one)).isPresent();
        if (known.saysAs(evidence) && !appears && !retracts && !returns && !shownOtherwise) {
            return Optional.empty();
        }
        known = evidence;
        published.ifPresent(one -> publish(one, now));
        if (retracts) {
            retractedAt = now.moment();
        }
        note(row.act(), evidence.zh(), now);
        var kind = appears || returns ? WarningEvent.Kind.RAISED : retracts ? WarningEvent.Kind.WITHDRAWN : row.event();
        // Of what staff alone know, others are not even told that it changed.
        return Optional.of(
                appears || retracts || returns || shownOtherwise
                        ? event(kind, version + 1)
                        : new WarningEvent(kind, version + 1, Optional.empty()));
    }

    /** The figures do not say so any more, neither what staff know nor what has been published. */
    WarningEvent withdraw(BilingualText reason, DecisionContext now) {
        var row = row(WarningAct.WITHDRAW);
        require(row, now);
        withdrawn = reason;
        if (publishedAt != null && retractedAt == null) {
            retractedAt = now.moment();
        }
        return take(row, reason.zh(), now);
    }

    /**
     * Makes a county or a department answer for it.
     *
     * @param until last day for its plan; as many days as the terms give when absent
     * @throws Problem 422 {@code unsuitable-owner} outside of the warning's area, {@code unsuitable-day}
     */
    WarningEvent assign(
            AreaCode owner,
            Optional<String> ownedBy,
            Optional<LocalDate> until,
            String words,
            WarningTerms terms,
            DecisionContext now) {
        var row = row(WarningAct.ASSIGN);
        require(row, now);
        if (!region().covers(new RegionCode(owner.value()))) {
            throw new Problem(
                            UNSUITABLE_OWNER,
                            Text.of("责任单位须在预警地区 %s 之内", "The owner lies within %s, which the warning is about", area))
                    .with("area", "within", Text.of("应在 %s 之内", "must lie within %s", area));
        }
        var last = now.today().plusDays(terms.plan());
        requireDay("due", until.orElse(last), last, now);
        ownerArea = owner.value();
        ownerDepartment = ownedBy.orElse(null);
        due = until.orElse(last);
        return take(row, words, now);
    }

    /** @throws Problem 422 {@code unsuitable-day} for a deadline that is over or too far away */
    WarningEvent plan(String measures, LocalDate deadline, WarningTerms terms, DecisionContext now) {
        var row = row(WarningAct.PLAN);
        require(row, now);
        requireDay("deadline", deadline, now.today().plusDays(terms.rectify()), now);
        plan = measures;
        due = deadline;
        return take(row, measures, now);
    }

    /**
     * More time.
     *
     * @throws Problem 422 {@code unsuitable-day} for a day that gives no time
     */
    WarningEvent extend(LocalDate until, String reason, DecisionContext now) {
        var row = row(WarningAct.EXTEND);
        require(row, now);
        if (due != null && !until.isAfter(due)) {
            throw new Problem(UNSUITABLE_DAY, new Text("延期的最后一日须晚于现有截止日", "It ends after the present deadline"))
                    .with("until", "after", Text.of("现截止日 %s", "the deadline is %s", due));
        }
        requireDay("until", until, LocalDate.MAX, now);
        extensions.add(new Extension(until, reason, now.actor().id(), now.moment()));
        due = until;
        return take(row, reason, now);
    }

    WarningEvent submit(NewProof proof, DecisionContext now) {
        var row = row(WarningAct.SUBMIT);
        require(row, now);
        proofs.add(proof.by(now));
        return take(row, proof.summary(), now);
    }

    /** An act that changes nothing but the state. */
    WarningEvent move(WarningAct act, String words, DecisionContext now) {
        return take(row(act), words, now);
    }

    /** Nothing was done in time; it is the city's from now on. */
    WarningEvent escalate(DecisionContext now) {
        var row = row(WarningAct.ESCALATE);
        require(row, now);
        escalatedOn = now.today();
        note(row.act(), "", now);
        return event(row.event(), version + 1);
    }

    /** Acts that this actor can do to it now, in the order of the table. */
    List<WarningAct> actions(DecisionContext now) {
        return WarningTransitions.TABLE.possible(state).stream()
                .filter(act -> row(act).policies().stream()
                        .allMatch(policy -> policy.refusal(this, act, now).isEmpty()))
                .toList();
    }

    private void publish(Evidence evidence, DecisionContext now) {
        shown = evidence;
        retractedAt = null;
        publishedAt = publishedAt == null ? now.moment() : publishedAt;
    }

    private static void requireDay(String field, LocalDate day, LocalDate last, DecisionContext now) {
        if (day.isBefore(now.today()) || day.isAfter(last)) {
            throw new Problem(
                            UNSUITABLE_DAY, new Text("日期不得早于今天，也不得超过规定期限", "Neither before today nor beyond the term"))
                    .with(field, "range", Text.of("%s 至 %s", "from %s to %s", now.today(), last));
        }
    }

    private Transition<WarningState, WarningAct, WarningPolicy, Void, WarningEvent.Kind> row(WarningAct act) {
        return WarningTransitions.TABLE.of(state, act);
    }

    private void require(
            Transition<WarningState, WarningAct, WarningPolicy, Void, WarningEvent.Kind> row, DecisionContext now) {
        Transition.require(row.policies(), this, row.act(), now);
    }

    /** The one way to another state: along a row of the table, if none of its policies refuses. */
    private WarningEvent take(
            Transition<WarningState, WarningAct, WarningPolicy, Void, WarningEvent.Kind> row,
            String words,
            DecisionContext now) {
        require(row, now);
        state = row.to();
        note(row.act(), words, now);
        return event(row.event(), version + 1);
    }

    private void note(WarningAct act, String words, DecisionContext now) {
        history.add(new HistoryEntry(act, now.actor().id(), now.moment(), words.strip()));
    }

    private WarningEvent event(WarningEvent.Kind kind, long sequence) {
        var evidence = Optional.ofNullable(cause == Cause.OVERDUE_REPORT ? known : shown);
        return new WarningEvent(
                kind,
                sequence,
                evidence.map(numbers -> new WarningEvent.Snapshot(
                        id,
                        cause,
                        indicatorCode(),
                        targetId(),
                        area,
                        department,
                        period(),
                        publicState(),
                        numbers,
                        due,
                        escalatedOn)));
    }

    boolean hadAHandIn(Set<WarningAct> acts, String official) {
        return history.stream().anyMatch(entry -> acts.contains(entry.act()) && official.equals(entry.official()));
    }

    /** Something was to be done, and the last day is over. */
    boolean isOverdue(LocalDate today) {
        return due != null
                && today.isAfter(due)
                && switch (state) {
                    case OPEN, ASSIGNED, RECTIFYING -> true;
                    case SUBMITTED, CLOSED, WITHDRAWN -> false;
                };
    }

    boolean isEscalated() {
        return escalatedOn != null;
    }

    /** What the public is told: a warning that the published figures do not support any more is none. */
    private WarningState publicState() {
        return retractedAt == null ? state : WarningState.WITHDRAWN;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    WarningState state() {
        return state;
    }

    RegionCode region() {
        return new RegionCode(area.value());
    }

    /** Where its owner is; before there is one, what it is about. */
    RegionCode ownerRegion() {
        return ownerArea == null ? region() : new RegionCode(ownerArea);
    }

    Optional<String> ownerDepartment() {
        return Optional.ofNullable(ownerDepartment);
    }

    WarningSubject subject() {
        return new WarningSubject(cause, indicator, definition, target, task, area, department, period());
    }

    private Period period() {
        return Period.parse(period).orElseThrow();
    }

    private @Nullable IndicatorCode indicatorCode() {
        return indicator == null ? null : new IndicatorCode(indicator);
    }

    private @Nullable TargetId targetId() {
        return target == null ? null : new TargetId(target);
    }

    /** @return empty as long as nothing of it is published */
    Optional<WarningView> published() {
        var evidence = shown;
        var since = publishedAt;
        var code = indicatorCode();
        if (evidence == null || since == null || code == null || definition == null) {
            return Optional.empty();
        }
        return Optional.of(new WarningView(
                id,
                cause,
                code,
                definition,
                targetId(),
                area,
                period(),
                publicState(),
                evidence,
                since,
                retractedAt,
                retractedAt == null
                        ? null
                        : Optional.ofNullable(withdrawn)
                                .orElseGet(() -> new BilingualText(
                                        "已发布的数据经更正，不再出现该情形",
                                        "The published figures were corrected and do not say so any more"))));
    }

    /** As this official sees it. */
    WarningCaseView view(DecisionContext now) {
        return view(isOverdue(now.today()), actions(now));
    }

    /** As it is, whoever looks, and whenever. */
    WarningCaseView view() {
        return view(false, List.of());
    }

    private WarningCaseView view(boolean overdue, List<WarningAct> actions) {
        return new WarningCaseView(
                id,
                version,
                cause,
                indicatorCode(),
                definition,
                targetId(),
                task,
                area,
                department,
                period(),
                state,
                known,
                raisedAt,
                publishedAt,
                shown,
                retractedAt,
                withdrawn,
                ownerArea == null ? null : new WarningCaseView.Owner(new AreaCode(ownerArea), ownerDepartment),
                due,
                overdue,
                escalatedOn,
                plan,
                List.copyOf(proofs),
                List.copyOf(extensions),
                List.copyOf(history),
                actions);
    }
}

package cn.quality.standards.supervision;

import cn.quality.platform.id.Ids;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import cn.quality.platform.transition.Transition;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was found at an enterprise, and what became of it. */
@Entity
@Table(name = "supervision_case")
class SupervisionCase {

    static final ProblemType UNSUITABLE_DAY =
            new ProblemType(422, "unsuitable-day", new Text("日期不符合要求", "Not that day"));

    @Id
    private UUID id;

    @Version
    private long version;

    private String uscc;
    private String enterpriseName;
    private String region;
    private @Nullable UUID declarationId;
    private @Nullable UUID drawId;
    private @Nullable String standardNumber;
    private String subject;

    @Enumerated(EnumType.STRING)
    private Breach breach;

    private String facts;
    private String evidenceReference;
    private String evidenceSha256;
    private LocalDate foundOn;

    @Enumerated(EnumType.STRING)
    private SupervisionState state;

    private @Nullable String orderNumber;
    private @Nullable String orderDemands;
    private @Nullable LocalDate servedOn;
    private @Nullable LocalDate firstDue;
    private @Nullable LocalDate due;
    private @Nullable String announcement;
    private @Nullable Instant publicisedAt;
    private @Nullable Instant endedAt;

    @ElementCollection
    @CollectionTable(name = "supervision_answer", joinColumns = @JoinColumn(name = "case_id"))
    @OrderColumn(name = "position")
    private List<Answer> answers = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "supervision_extension", joinColumns = @JoinColumn(name = "case_id"))
    @OrderColumn(name = "position")
    private List<Extension> extensions = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "supervision_act", joinColumns = @JoinColumn(name = "case_id"))
    @OrderColumn(name = "position")
    private List<HistoryEntry> history = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected SupervisionCase() {}

    private SupervisionCase(Finding finding) {
        this.id = Ids.next();
        this.uscc = finding.uscc();
        this.enterpriseName = finding.enterpriseName();
        this.region = finding.region();
        this.declarationId = finding.declaration();
        this.drawId = finding.draw();
        this.standardNumber = finding.standardNumber();
        this.subject = finding.subject();
        this.breach = finding.breach();
        this.facts = finding.facts();
        this.evidenceReference = finding.evidenceReference();
        this.evidenceSha256 = finding.evidenceSha256();
        this.foundOn = finding.foundOn();
        this.state = SupervisionTransitions.TABLE.opening().to();
    }

    /** @throws Problem 422 {@code unsuitable-day} for a day to come */
    static SupervisionCase find(Finding finding, DecisionContext now) {
        requireDay("foundOn", finding.foundOn(), LocalDate.MIN, now.today());
        var found = new SupervisionCase(finding);
        Transition.require(SupervisionTransitions.TABLE.opening().policies(), found, SupervisionAct.FIND, now);
        found.note(SupervisionAct.FIND, finding.facts(), now);
        return found;
    }

    /**
     * Orders the enterprise to correct it (责令限期改正).
     *
     * @throws Problem 422 {@code unsuitable-day} for a service before the finding or to come, or a last day that is not after
     *     it or beyond the longest time
     */
    Optional<SupervisionEvent> order(Order order, CorrectionTerms terms, DecisionContext now) {
        var row = required(SupervisionAct.ORDER, now);
        requireDay("servedOn", order.servedOn(), foundOn, now.today());
        var last = order.until().orElse(order.servedOn().plusDays(terms.usual()));
        requireDay("until", last, order.servedOn().plusDays(1), order.servedOn().plusDays(terms.most()));
        orderNumber = order.number();
        orderDemands = order.demands();
        servedOn = order.servedOn();
        firstDue = last;
        due = last;
        return take(row, order.demands(), now);
    }

    /**
     * More time.
     *
     * @throws Problem 422 {@code unsuitable-day} for a day that gives none, or with which all extensions give more than they may
     */
    Optional<SupervisionEvent> extend(LocalDate until, String reason, CorrectionTerms terms, DecisionContext now) {
        var row = required(SupervisionAct.EXTEND, now);
        requireDay(
                "until",
                until,
                Objects.requireNonNull(due).plusDays(1),
                Objects.requireNonNull(firstDue).plusDays(terms.extension()));
        extensions.add(new Extension(until, reason, now.moment()));
        due = until;
        return take(row, reason, now);
    }

    Optional<SupervisionEvent> answer(Answer answer, DecisionContext now) {
        var row = required(SupervisionAct.ANSWER, now);
        answers.add(answer);
        return take(row, answer.content(), now);
    }

    Optional<SupervisionEvent> publicise(String words, DecisionContext now) {
        var row = required(SupervisionAct.PUBLICISE, now);
        announcement = words;
        publicisedAt = now.moment();
        return take(row, words, now);
    }

    /** An act that needs nothing but words. */
    Optional<SupervisionEvent> move(SupervisionAct act, String words, DecisionContext now) {
        return take(required(act, now), words, now);
    }

    /** Acts that this actor can do now, in the order of the table. */
    List<SupervisionAct> actions(DecisionContext now) {
        return SupervisionTransitions.TABLE.possible(state).stream()
                .filter(act -> SupervisionTransitions.TABLE.of(state, act).policies().stream()
                        .allMatch(policy -> policy.refusal(this, act, now).isEmpty()))
                .toList();
    }

    /** The row for an act, once none of its policies refuses. */
    private Transition<SupervisionState, SupervisionAct, SupervisionPolicy, Void, Publicity> required(
            SupervisionAct act, DecisionContext now) {
        var row = SupervisionTransitions.TABLE.of(state, act);
        Transition.require(row.policies(), this, act, now);
        return row;
    }

    /** The one way to another state. @return what other services are told; nothing of what is not public */
    private Optional<SupervisionEvent> take(
            Transition<SupervisionState, SupervisionAct, SupervisionPolicy, Void, Publicity> row,
            String words,
            DecisionContext now) {
        state = row.to();
        note(row.act(), words, now);
        if (row.event() == Publicity.ENDS) {
            endedAt = now.moment();
        }
        return switch (row.event()) {
            case UNCHANGED -> Optional.empty();
            case BEGINS -> Optional.of(new SupervisionEvent.Publicised(published(), version + 1));
            case ENDS ->
                Optional.of(new SupervisionEvent.Ended(
                        new SupervisionEvent.Ending(id, uscc, state, now.moment()), version + 1));
        };
    }

    private void note(SupervisionAct act, String words, DecisionContext now) {
        history.add(new HistoryEntry(act, now.actor().id(), now.moment(), words));
    }

    private static void requireDay(String field, LocalDate day, LocalDate first, LocalDate last) {
        if (day.isBefore(first) || day.isAfter(last)) {
            var range = first.equals(LocalDate.MIN)
                    ? Text.of("不得晚于 %s", "not after %s", last)
                    : Text.of("%s 至 %s", "from %s to %s", first, last);
            throw new Problem(UNSUITABLE_DAY, range).with(field, "range", range);
        }
    }

    /** Something was to be corrected, and the last day is over. */
    boolean isOverdue(LocalDate today) {
        return due != null && today.isAfter(due);
    }

    /** Whether this person has already acted in the case under another duty. */
    boolean hadAnotherDuty(String official, Duty duty) {
        return history.stream()
                .filter(entry -> entry.official().equals(official))
                .flatMap(entry -> entry.act().duty().stream())
                .anyMatch(other -> other != duty);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    SupervisionState state() {
        return state;
    }

    String uscc() {
        return uscc;
    }

    RegionCode region() {
        return new RegionCode(region);
    }

    Breach breach() {
        return breach;
    }

    String dueText() {
        return String.valueOf(due);
    }

    /** What is public of it, while it is. */
    PublicityView published() {
        return new PublicityView(
                id,
                uscc,
                enterpriseName,
                region,
                standardNumber,
                subject,
                breach,
                breach.zh(),
                breach.basis(),
                facts,
                Objects.requireNonNull(orderNumber),
                Objects.requireNonNull(due),
                Objects.requireNonNull(announcement),
                Objects.requireNonNull(publicisedAt));
    }

    /** As this actor sees it: the enterprise does not see which officials acted. */
    SupervisionCaseView view(DecisionContext now) {
        var shown = now.actor().isEnterprise()
                ? history.stream()
                        .map(entry -> entry.act().isOfficial()
                                ? new HistoryEntry(entry.act(), "", entry.at(), entry.words())
                                : entry)
                        .toList()
                : List.copyOf(history);
        return view(isOverdue(now.today()), shown, actions(now));
    }

    /** As it is, whoever looks, and whenever. */
    SupervisionCaseView view() {
        return view(false, List.copyOf(history), List.of());
    }

    private SupervisionCaseView view(boolean overdue, List<HistoryEntry> acts, List<SupervisionAct> actions) {
        return new SupervisionCaseView(
                id,
                version,
                uscc,
                enterpriseName,
                region,
                declarationId,
                drawId,
                standardNumber,
                subject,
                breach,
                breach.basis(),
                facts,
                evidenceReference,
                evidenceSha256,
                foundOn,
                state,
                orderNumber,
                orderDemands,
                servedOn,
                due,
                overdue,
                announcement,
                publicisedAt,
                endedAt,
                List.copyOf(answers),
                List.copyOf(extensions),
                acts,
                actions);
    }
}

package cn.quality.credit.complaint;

import cn.quality.credit.enterprise.ActivityField;
import cn.quality.credit.enterprise.EnterpriseView;
import cn.quality.credit.rules.CalendarCorrected;
import cn.quality.credit.rules.Deadline;
import cn.quality.credit.rules.RulesInForce;
import cn.quality.credit.rules.Suspension;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.digest.ReceiptSecret;
import cn.quality.platform.id.Ids;
import cn.quality.platform.identifiers.Redactor;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.transition.Transition;
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
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A complaint, report or incident, from its filing to its end. Who filed it is not in here. */
@Entity
class Complaint {

    private static final String FORGOTTEN = "（保存期满，已匿名）";

    @Id
    private UUID id;

    @Version
    private long version;

    private String receipt;

    /** Written here once; {@link ComplaintAuthenticator} alone changes it. */
    @Column(updatable = false)
    private String secretHash;

    @Column(updatable = false)
    private boolean secretUsed;

    @Enumerated(EnumType.STRING)
    private ComplaintKind kind;

    private @Nullable String uscc;
    private String enterpriseName;

    @Enumerated(EnumType.STRING)
    private ActivityField field;

    private String region;
    private @Nullable LocalDate happenedOn;
    private @Nullable LocalDate knownOn;

    /** Whether somebody gave a name with it; who, is not in here. */
    private boolean named;

    private String narrative;
    private @Nullable String wish;

    @JdbcTypeCode(SqlTypes.JSON)
    private String details;

    private String contentDigest;

    /** Receipt of another complaint of the same words, filed shortly before by another person. */
    private @Nullable String sameTextAs;

    @Embedded
    private Office office;

    @Enumerated(EnumType.STRING)
    private ComplaintState state;

    private @Nullable String handler;

    @Enumerated(EnumType.STRING)
    private @Nullable Finding finding;

    private @Nullable String answer;
    private @Nullable String conclusion;
    private @Nullable String released;
    private @Nullable Instant releasedAt;
    private @Nullable Integer stars;
    private @Nullable String ratingWords;
    private @Nullable UUID recordId;
    private boolean recordPublic;
    private Instant filedAt;
    private @Nullable Instant endedAt;
    private @Nullable Instant anonymisedAt;

    @ElementCollection
    @CollectionTable(joinColumns = @JoinColumn(name = "complaint_id"), name = "complaint_act")
    @OrderColumn(name = "position")
    private List<HistoryEntry> history = new ArrayList<>();

    @ElementCollection
    @CollectionTable(joinColumns = @JoinColumn(name = "complaint_id"), name = "complaint_term")
    @OrderColumn(name = "position")
    private List<RunningDeadline> deadlines = new ArrayList<>();

    @ElementCollection
    @CollectionTable(joinColumns = @JoinColumn(name = "complaint_id"), name = "complaint_appraisal")
    @OrderColumn(name = "position")
    private List<Appraisal> appraisals = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Complaint() {}

    private Complaint(Filing filing, Instant now) {
        var form = filing.blotted();
        this.id = Ids.next();
        this.receipt = filing.receipt().value();
        this.secretHash = filing.secret().hash();
        this.kind = form.kind();
        this.uscc = filing.subject().map(EnterpriseView::uscc).orElse(null);
        this.enterpriseName = filing.enterpriseName();
        this.field = form.field();
        this.region = form.region();
        this.happenedOn = form.happenedOn();
        this.knownOn = form.knownOn();
        this.named = filing.named();
        this.narrative = form.narrative();
        this.wish = form.wish();
        this.details = filing.details();
        this.contentDigest = filing.contentDigest();
        this.sameTextAs = filing.sameTextAs().orElse(null);
        this.office = filing.office();
        this.state = ComplaintState.RECEIVED;
        this.filedAt = now;
    }

    /**
     * All that a new complaint is made of.
     *
     * @param blotted the form without the contact and with its texts blotted
     * @param named whether the contact gave a name
     */
    record Filing(
            NewComplaint blotted,
            boolean named,
            String enterpriseName,
            Optional<EnterpriseView> subject,
            Office office,
            Receipt receipt,
            ReceiptSecret secret,
            String details,
            String contentDigest,
            Optional<String> sameTextAs) {}

    static Complaint file(Filing filing, DecisionContext now) {
        var complaint = new Complaint(filing, now.moment());
        complaint.take(ComplaintTransitions.of(complaint.kind.way()).opening(), "", now);
        return complaint;
    }

    /** An act that changes nothing but the state and the deadlines. */
    ComplaintEvent move(ComplaintAct act, String words, DecisionContext now) {
        take(row(act), words, now);
        switch (act) {
            case ACCEPT, CHECK, TAKE_OVER -> handler = now.actor().id();
            case BEGIN_APPRAISAL -> {
                appraisals.add(new Appraisal(now.today(), null));
                deadlines.replaceAll(deadline -> deadline.isRunning() ? deadline.suspended(now.today()) : deadline);
            }
            case END_APPRAISAL -> endAppraisal(now);
            case EXTEND -> {
                var first = running().orElseThrow();
                meet(now);
                start(ComplaintDeadline.CHECK_EXTENSION, first.deadline().due(), now);
            }
            case RETURN ->
                deadlines.set(deadlines.size() - 1, deadlines.getLast().running());
            default -> {}
        }
        return happened(now);
    }

    /**
     * The complainant says more. New facts make a report a new one: where the pack says so, its verification begins anew
     * with the last of them (总局令第121号 art. 35(2)).
     */
    ComplaintEvent add(String words, boolean newFacts, DecisionContext now) {
        take(row(ComplaintAct.ADD), words, now);
        if (newFacts && isVerified() && now.rules().applies(kind.rule("SUPPLEMENT_RESTARTS"), begunOn())) {
            meet(now);
            start(ComplaintDeadline.CHECK, now.today(), now);
        }
        return new ComplaintEvent.Moved();
    }

    private boolean isVerified() {
        return running()
                .filter(deadline ->
                        deadline.deadline().ruleCode().startsWith(kind.rule(ComplaintDeadline.CHECK.name())))
                .isPresent();
    }

    /**
     * Counts what runs again, after a calendar was corrected.
     *
     * @return what moved or rests on other calendars now
     */
    List<Deadline> recount(CalendarCorrected corrected, RulesInForce rules) {
        var moved = new ArrayList<Deadline>();
        deadlines.replaceAll(running -> running.isRunning() && corrected.concerns(running.deadline())
                ? rules.recountedProcedural(running.deadline(), running.startedOn(), begunOn(), suspensions())
                        .map(deadline -> {
                            moved.add(deadline);
                            return running.with(deadline);
                        })
                        .orElse(running)
                : running);
        return moved;
    }

    /**
     * To another office that is competent.
     *
     * @param restarts whether the deadline begins anew there
     */
    ComplaintEvent transfer(Office to, String reason, boolean restarts, DecisionContext now) {
        take(row(ComplaintAct.TRANSFER), to.name() + "：" + reason, now);
        if (to.equals(office)) {
            throw new Problem(ProblemTypes.CONFLICT, Text.of("该件已在“%s”", "It lies with '%s' already", to.name()));
        }
        office = to;
        handler = null;
        if (restarts) {
            meet(now);
            ComplaintTransitions.of(kind.way())
                    .opening()
                    .starts()
                    .forEach(deadline -> start(deadline, now.today(), now));
        }
        return new ComplaintEvent.Moved();
    }

    /** The enterprise it is about. */
    ComplaintEvent identify(EnterpriseView subject, DecisionContext now) {
        take(row(ComplaintAct.IDENTIFY), subject.uscc(), now);
        uscc = subject.uscc();
        enterpriseName = subject.name();
        return new ComplaintEvent.Moved();
    }

    /**
     * The answer to the complainant.
     *
     * @param conclusion the words for the archive, if it becomes a record; nothing of the complainant in them
     * @throws Problem 422 {@code unsuitable-finding} or {@code enterprise-not-identified}
     */
    ComplaintEvent answer(Finding found, String answer, @Nullable String conclusion, DecisionContext now) {
        var before = state;
        take(row(ComplaintAct.ANSWER), "", now);
        if (!found.fits(kind, before)) {
            throw new Problem(
                    ComplaintPolicy.Types.UNSUITABLE_FINDING,
                    Text.of("%s在此不能得出 %s 的结果", "A %2$s cannot be found %3$s here", kind.zh(), kind, found));
        }
        if (found == Finding.SUBSTANTIATED) {
            requireSubject();
            if (conclusion == null || conclusion.isBlank()) {
                throw new Problem(
                                ProblemTypes.INVALID_ARGUMENT,
                                new Text("属实的须写明入档结论", "What is substantiated needs a conclusion for the archive"))
                        .with("conclusion", "missing", new Text("请填写", "Needed"));
            }
        }
        this.finding = found;
        this.answer = answer.strip();
        this.conclusion =
                found == Finding.SUBSTANTIATED && conclusion != null ? Redactor.redact(conclusion.strip()) : null;
        return new ComplaintEvent.Moved();
    }

    /** A second official agrees that it is substantiated; from now on it may stand on file. */
    ComplaintEvent confirm(String words, DecisionContext now) {
        take(row(ComplaintAct.CONFIRM), words, now);
        return new ComplaintEvent.Moved();
    }

    /** It has become an archive record; it becomes one at most. */
    void recorded(UUID record, boolean open) {
        recordId = record;
        recordPublic = open;
    }

    /** What the enterprise is shown: these words and no others. */
    ComplaintEvent release(String words, DecisionContext now) {
        take(row(ComplaintAct.RELEASE), "", now);
        released = Redactor.redact(words.strip());
        releasedAt = now.moment();
        return new ComplaintEvent.Moved();
    }

    ComplaintEvent rate(int stars, @Nullable String words, DecisionContext now) {
        take(row(ComplaintAct.RATE), "", now);
        this.stars = stars;
        this.ratingWords = words == null ? null : Redactor.redact(words.strip());
        return new ComplaintEvent.Moved();
    }

    /** After the retention nothing is left that could point to a person; what remains counts in statistics. */
    void anonymise(Instant now) {
        if (anonymisedAt != null) {
            return;
        }
        narrative = FORGOTTEN;
        wish = null;
        details = "{}";
        answer = answer == null ? null : FORGOTTEN;
        released = released == null ? null : FORGOTTEN;
        ratingWords = null;
        history.replaceAll(entry -> new HistoryEntry(entry.act(), entry.party(), entry.official(), entry.at(), ""));
        anonymisedAt = now;
    }

    private Transition<ComplaintState, ComplaintAct, ComplaintPolicy, ComplaintDeadline, Class<?>> row(
            ComplaintAct act) {
        return ComplaintTransitions.of(kind.way()).of(state, act);
    }

    /** The one way to another state: along a row of the table, in the role it belongs to, if none of its policies refuses. */
    private void take(
            Transition<ComplaintState, ComplaintAct, ComplaintPolicy, ComplaintDeadline, Class<?>> row,
            String words,
            DecisionContext now) {
        var act = row.act();
        if (now.role() != act.role()) {
            throw new Problem(
                    ProblemTypes.FORBIDDEN,
                    Text.of(
                            "“%s”只能由%s进行",
                            "%3$s belongs to the %4$s", act.zh(), act.role().zh(), act, act.role()));
        }
        Transition.require(row.policies(), this, act, now);
        state = row.to();
        history.add(new HistoryEntry(
                act,
                now.role(),
                now.role() == CaseRole.COMPLAINANT ? null : now.actor().id(),
                now.moment(),
                Redactor.redact(words.strip())));
        if (!row.ends().isEmpty()) {
            meet(now);
        }
        row.starts().forEach(deadline -> start(deadline, now.today(), now));
        if (state.isEnd() && endedAt == null) {
            endedAt = now.moment();
        }
    }

    private void start(ComplaintDeadline deadline, LocalDate first, DecisionContext now) {
        if (deadline.runsFor(this)) {
            var rule = kind.rule(deadline.name());
            deadlines.add(new RunningDeadline(
                    now.rules().proceduralDeadline(rule, first, begunOn(), List.of()),
                    first,
                    null,
                    null,
                    deadline.isPromise(now.rules().certainty(rule, begunOn()))));
        }
    }

    private void meet(DecisionContext now) {
        if (isAppraised()) {
            endAppraisal(now);
        }
        deadlines.replaceAll(deadline -> deadline.isRunning() ? deadline.met(now.today()) : deadline);
    }

    private void endAppraisal(DecisionContext now) {
        appraisals.set(appraisals.size() - 1, appraisals.getLast().ended(now.today()));
        deadlines.replaceAll(deadline -> deadline.isSuspended()
                ? deadline.to(now.rules()
                        .proceduralDeadline(
                                deadline.deadline().ruleCode(), deadline.startedOn(), begunOn(), suspensions()))
                : deadline);
    }

    private List<Suspension> suspensions() {
        return appraisals.stream()
                .flatMap(appraisal -> appraisal.suspension().stream())
                .toList();
    }

    /** The day whose rules the case began under. */
    LocalDate begunOn() {
        return LegalDates.on(filedAt);
    }

    private ComplaintEvent happened(DecisionContext now) {
        return outcome()
                .<ComplaintEvent>map(outcome -> new ComplaintEvent.Closed(
                        version + 1,
                        new ComplaintEvent.Snapshot(
                                id,
                                kind,
                                region,
                                field,
                                outcome,
                                deadlines.stream().noneMatch(deadline -> deadline.isLate(now.today())),
                                now.today(),
                                recordPublic ? uscc : null)))
                .orElseGet(ComplaintEvent.Moved::new);
    }

    private Optional<Outcome> outcome() {
        return switch (state) {
            case NOT_ACCEPTED -> Optional.of(Outcome.NOT_ACCEPTED);
            case WITHDRAWN -> Optional.of(Outcome.WITHDRAWN);
            case CLOSED -> Optional.ofNullable(finding).map(found -> Outcome.valueOf(found.name()));
            default -> Optional.empty();
        };
    }

    String requireSubject() {
        if (uscc == null) {
            throw new Problem(
                    ComplaintPolicy.Types.NO_ENTERPRISE,
                    new Text("请先认定被投诉举报的企业", "Identify the enterprise it is about first"));
        }
        return uscc;
    }

    boolean isInTheHandsOf(String official) {
        return official.equals(handler);
    }

    boolean wasHandledBy(String official) {
        return history.stream()
                .anyMatch(entry -> entry.party() == CaseRole.HANDLER && official.equals(entry.official()));
    }

    boolean isFoundSubstantiated() {
        return finding == Finding.SUBSTANTIATED;
    }

    boolean has(ComplaintAct act) {
        return history.stream().anyMatch(entry -> entry.act() == act);
    }

    /** The office has said what came of it. */
    boolean isHandled() {
        return finding != null
                && (state == ComplaintState.ANSWERED
                        || state == ComplaintState.CONFIRMED
                        || state == ComplaintState.CLOSED);
    }

    boolean isFiledSince(Instant moment) {
        return !filedAt.isBefore(moment);
    }

    boolean isAppraised() {
        return !appraisals.isEmpty() && appraisals.getLast().goesOn();
    }

    boolean isNamed() {
        return named;
    }

    /** Whether it was filed too late after the complainant knew; the day it happened stands in where that is not said. */
    boolean isPastLimitation(RulesInForce rules) {
        return Optional.ofNullable(knownOn == null ? happenedOn : knownOn)
                .flatMap(known -> rules.proceduralDeadlineIfAny(kind.rule("LIMITATION"), known, begunOn()))
                .filter(limit -> limit.isOver(begunOn()))
                .isPresent();
    }

    Optional<RunningDeadline> running() {
        return deadlines.stream().filter(RunningDeadline::isRunning).findFirst();
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    Receipt receipt() {
        return new Receipt(receipt);
    }

    ComplaintKind kind() {
        return kind;
    }

    ComplaintState state() {
        return state;
    }

    Office office() {
        return office;
    }

    RegionCode officeRegion() {
        return new RegionCode(office.region());
    }

    RegionCode region() {
        return new RegionCode(region);
    }

    ActivityField field() {
        return field;
    }

    String contentDigest() {
        return contentDigest;
    }

    Optional<String> conclusion() {
        return Optional.ofNullable(conclusion);
    }

    Optional<UUID> recordId() {
        return Optional.ofNullable(recordId);
    }

    /** The legal date of what it is about; of its filing when that is not known. */
    LocalDate occurredOn() {
        return happenedOn == null ? LegalDates.on(filedAt) : happenedOn;
    }

    String details() {
        return details;
    }

    ComplaintView view() {
        return new ComplaintView(
                receipt,
                version,
                kind,
                uscc,
                enterpriseName,
                field,
                region,
                happenedOn,
                knownOn,
                narrative,
                wish,
                details,
                sameTextAs,
                office,
                state,
                handler,
                finding,
                answer,
                conclusion,
                released,
                releasedAt,
                stars,
                ratingWords,
                recordId,
                filedAt,
                endedAt,
                List.copyOf(deadlines),
                List.copyOf(deadlines),
                List.copyOf(history));
    }

    /** What the complainant may see of it: no official by name, no finding that is not final. */
    FollowedComplaint followed() {
        return new FollowedComplaint(
                receipt,
                kind,
                enterpriseName,
                office.name(),
                state,
                state.zh(),
                filedAt,
                answer,
                finding == Finding.SUBSTANTIATED && state == ComplaintState.ANSWERED ? null : finding,
                stars,
                List.copyOf(deadlines),
                List.copyOf(deadlines),
                history.stream()
                        .map(entry -> new FollowedComplaint.Step(
                                entry.act(),
                                entry.act().zh(),
                                entry.at(),
                                entry.act().isShownToTheComplainant() ? entry.words() : ""))
                        .toList());
    }

    ReleasedNotice notice() {
        return new ReleasedNotice(receipt, kind, office.name(), String.valueOf(released), releasedAt);
    }
}

package cn.quality.credit.complaint;

import cn.quality.credit.enterprise.ActivityField;
import cn.quality.credit.enterprise.EnterpriseView;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.id.Ids;
import cn.quality.platform.identifiers.Redactor;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
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

    /** Written here once; {@link SecretGate} alone changes it. */
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
    private String narrative;
    private @Nullable String wish;

    @JdbcTypeCode(SqlTypes.JSON)
    private String details;

    private String contentDigest;

    /** Receipt of another complaint of the same words, filed shortly before by somebody else. */
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
    private List<ActTaken> acts = new ArrayList<>();

    @ElementCollection
    @CollectionTable(joinColumns = @JoinColumn(name = "complaint_id"), name = "complaint_term")
    @OrderColumn(name = "position")
    private List<Term> terms = new ArrayList<>();

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
     */
    record Filing(
            NewComplaint blotted,
            String enterpriseName,
            Optional<EnterpriseView> subject,
            Office office,
            Receipt receipt,
            Secret secret,
            String details,
            String contentDigest,
            Optional<String> sameTextAs) {}

    static Complaint file(Filing filing, Circumstances now) {
        var complaint = new Complaint(filing, now.moment());
        complaint.take(ComplaintTransitions.opening(complaint.kind.way()), "", now);
        return complaint;
    }

    /** An act that changes nothing but the state and the clocks. */
    ComplaintEvent move(ComplaintAct act, String words, Circumstances now) {
        take(row(act), words, now);
        if (act == ComplaintAct.ACCEPT || act == ComplaintAct.CHECK || act == ComplaintAct.TAKE_OVER) {
            handler = now.official().id();
        }
        if (act == ComplaintAct.EXTEND) {
            var first = running().orElseThrow();
            meet(now.today());
            start("CHECK_EXTENSION", first.deadline().due(), now);
        }
        if (act == ComplaintAct.RETURN) {
            terms.set(terms.size() - 1, terms.getLast().running());
        }
        return told(now);
    }

    /**
     * To another office that is competent.
     *
     * @param restarts whether the clock begins anew there
     */
    ComplaintEvent transfer(Office to, String reason, boolean restarts, Circumstances now) {
        take(row(ComplaintAct.TRANSFER), to.name() + "：" + reason, now);
        if (to.equals(office)) {
            throw new Problem(ProblemTypes.CONFLICT, Text.of("该件已在“%s”", "It lies with '%s' already", to.name()));
        }
        office = to;
        handler = null;
        if (restarts) {
            meet(now.today());
            ComplaintTransitions.opening(kind.way()).timing().starts().ifPresent(term -> start(term, now.today(), now));
        }
        return new ComplaintEvent.Moved();
    }

    /** The enterprise it is about. */
    ComplaintEvent identify(EnterpriseView subject, Circumstances now) {
        take(row(ComplaintAct.IDENTIFY), subject.uscc(), now);
        uscc = subject.uscc();
        enterpriseName = subject.name();
        return new ComplaintEvent.Moved();
    }

    /**
     * The answer to whoever filed it.
     *
     * @param conclusion the words for the archive, if it becomes a record; nothing of the complainant in them
     * @throws Problem 422 {@code unsuitable-finding} or {@code enterprise-not-identified}
     */
    ComplaintEvent answer(Finding found, String answer, @Nullable String conclusion, Circumstances now) {
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
    ComplaintEvent confirm(String words, Circumstances now) {
        take(row(ComplaintAct.CONFIRM), words, now);
        return new ComplaintEvent.Moved();
    }

    /** It has become an archive record; it becomes one at most. */
    void recorded(UUID record, boolean open) {
        recordId = record;
        recordPublic = open;
    }

    /** What the enterprise is told: these words and no others. */
    ComplaintEvent release(String words, Circumstances now) {
        take(row(ComplaintAct.RELEASE), "", now);
        released = Redactor.redact(words.strip());
        releasedAt = now.moment();
        return new ComplaintEvent.Moved();
    }

    ComplaintEvent rate(int stars, @Nullable String words, Circumstances now) {
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
        acts.replaceAll(act -> new ActTaken(act.act(), act.party(), act.official(), act.at(), ""));
        anonymisedAt = now;
    }

    private ComplaintTransitions.Transition row(ComplaintAct act) {
        return ComplaintTransitions.of(kind.way(), state, act);
    }

    /** The one way to another state: along a row of the table, by whom it belongs to, if none of its policies refuses. */
    private void take(ComplaintTransitions.Transition row, String words, Circumstances now) {
        var official = now.official();
        if (official.party() != row.by()) {
            throw new Problem(
                    ProblemTypes.FORBIDDEN,
                    Text.of(
                            "“%s”只能由%s进行",
                            "%3$s belongs to the %4$s", row.act().zh(), row.by().zh(), row.act(), row.by()));
        }
        for (var policy : row.policies()) {
            policy.refusal(this, now).ifPresent(refusal -> {
                throw refusal;
            });
        }
        state = row.to();
        acts.add(new ActTaken(
                row.act(),
                official.party(),
                official.party() == Party.COMPLAINANT ? null : official.id(),
                now.moment(),
                Redactor.redact(words.strip())));
        if (row.timing().meets()) {
            meet(now.today());
        }
        row.timing().starts().ifPresent(term -> start(term, now.today(), now));
        if (state.isEnd() && endedAt == null) {
            endedAt = now.moment();
        }
    }

    private void start(String term, LocalDate first, Circumstances now) {
        terms.add(new Term(now.terms().apply(kind.rule(term), first), first, null));
    }

    private void meet(LocalDate day) {
        terms.replaceAll(term -> term.isRunning() ? term.met(day) : term);
    }

    private ComplaintEvent told(Circumstances now) {
        return outcome()
                .<ComplaintEvent>map(outcome -> new ComplaintEvent.Closed(
                        version + 1,
                        new ComplaintEvent.Snapshot(
                                id,
                                kind,
                                region,
                                field,
                                outcome,
                                terms.stream().noneMatch(term -> term.isLate(now.today())),
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
        return acts.stream().anyMatch(act -> act.party() == Party.HANDLER && official.equals(act.official()));
    }

    boolean isFoundSubstantiated() {
        return finding == Finding.SUBSTANTIATED;
    }

    boolean has(ComplaintAct act) {
        return acts.stream().anyMatch(taken -> taken.act() == act);
    }

    Optional<Term> running() {
        return terms.stream().filter(Term::isRunning).findFirst();
    }

    UUID id() {
        return id;
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
                List.copyOf(terms),
                List.copyOf(acts));
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
                List.copyOf(terms),
                acts.stream()
                        .map(act -> new FollowedComplaint.Step(
                                act.act(),
                                act.act().zh(),
                                act.at(),
                                act.act().isToldToTheComplainant() ? act.words() : ""))
                        .toList());
    }

    ReleasedNotice notice() {
        return new ReleasedNotice(receipt, kind, office.name(), String.valueOf(released), releasedAt);
    }
}

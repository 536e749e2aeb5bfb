package cn.quality.credit.listing;

import cn.quality.credit.archive.NewPenalty;
import cn.quality.credit.archive.PenaltyType;
import cn.quality.credit.enterprise.ActivityField;
import cn.quality.credit.enterprise.EnterpriseView;
import cn.quality.credit.enterprise.SubjectType;
import cn.quality.credit.rules.CalendarCorrected;
import cn.quality.credit.rules.Deadline;
import cn.quality.credit.rules.LegalBasis;
import cn.quality.credit.rules.RulesInForce;
import cn.quality.credit.rules.Severity;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.id.Ids;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.identity.Actor;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.Text;
import cn.quality.platform.transition.Transition;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entry on a list, from its proposal to the archive. Each verb puts what came in on file and then takes a row of {@link
 * ListingTransitions}; if a policy of the row refuses, nothing has happened, for the transaction ends with the refusal.
 */
@Entity
class Listing {

    @Id
    private UUID id;

    @Version
    private long version;

    private String uscc;
    private String enterpriseName;

    @Enumerated(EnumType.STRING)
    private @Nullable SubjectType subjectType;

    @Enumerated(EnumType.STRING)
    private ListKind kind;

    @Enumerated(EnumType.STRING)
    private ActivityField field;

    private String ground;
    private String legalBasis;

    @Enumerated(EnumType.STRING)
    private @Nullable Severity severity;

    private @Nullable LocalDate conductEndedOn;
    private @Nullable LocalDate banUntil;
    private @Nullable LocalDate namedUntil;
    private boolean intentDisproved;

    @Enumerated(EnumType.STRING)
    private @Nullable SafetyField safetyField;

    private @Nullable String violationKind;

    @ElementCollection
    @CollectionTable(joinColumns = @JoinColumn(name = "listing_id"), name = "listing_penalty")
    @OrderColumn(name = "position")
    private List<Penalty> penalties = new ArrayList<>();

    /** Where the enterprise was when the entry was drafted: whose office is competent for it. */
    private String region;

    @Enumerated(EnumType.STRING)
    private ListingState state;

    @Embedded
    private @Nullable DecisionDocument decision;

    @ElementCollection
    @CollectionTable(joinColumns = @JoinColumn(name = "listing_id"), name = "listing_person")
    @OrderColumn(name = "position")
    private List<ResponsiblePerson> responsible = new ArrayList<>();

    @ElementCollection
    @CollectionTable(joinColumns = @JoinColumn(name = "listing_id"), name = "listing_document")
    @OrderColumn(name = "position")
    private List<CaseDocument> documents = new ArrayList<>();

    @ElementCollection
    @CollectionTable(joinColumns = @JoinColumn(name = "listing_id"), name = "listing_clock")
    @OrderColumn(name = "position")
    private List<RunningDeadline> deadlines = new ArrayList<>();

    @ElementCollection
    @CollectionTable(joinColumns = @JoinColumn(name = "listing_id"), name = "listing_act")
    @OrderColumn(name = "position")
    private List<HistoryEntry> history = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "listing_id", nullable = false, updatable = false)
    @OrderBy("raisedAt")
    private List<Objection> objections = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "listing_id", nullable = false, updatable = false)
    @OrderBy("appliedAt")
    private List<RepairApplication> repairs = new ArrayList<>();

    /** The last day on which it stands on the list; before publication the day the draft names, if it does. */
    private @Nullable LocalDate validUntil;

    /** The last day on which 信用中国 shows it; nothing when it does not. */
    private @Nullable LocalDate creditChinaUntil;

    private @Nullable UUID batchId;
    private @Nullable String announcement;
    private @Nullable Instant publishedAt;
    private @Nullable String statement;
    private @Nullable Instant statedAt;
    private @Nullable LocalDate measuresLiftedOn;

    /** How it left the list when it did last; none while it stands there. */
    @Enumerated(EnumType.STRING)
    private @Nullable ListingState endedAs;

    private @Nullable LocalDate endedOn;

    /** The black entry for which this honour was taken off the list. */
    private @Nullable UUID displacedBy;

    /** The first version of the published list in which the entry stands. */
    private @Nullable Long firstListedIn;

    @SuppressWarnings("NullAway.Init")
    protected Listing() {}

    /**
     * Proposes an entry.
     *
     * @throws Problem why a policy refuses
     */
    static Listing draft(NewListing proposal, EnterpriseView subject, DecisionContext now) {
        var listing = new Listing();
        listing.id = Ids.next();
        listing.uscc = subject.uscc();
        listing.enterpriseName = subject.name();
        listing.subjectType = subject.subjectType();
        listing.region = subject.region();
        listing.kind = proposal.kind();
        listing.write(proposal);
        listing.take(ListingTransitions.of(listing.kind).opening(), "", now.today(), now);
        return listing;
    }

    /**
     * Writes the draft anew; whom it is about and on which list stay.
     *
     * @throws Problem 422 {@code unchangeable} when the proposal has another of these
     */
    ListingEvent revise(NewListing proposal, DecisionContext now) {
        var row = row(ListingAct.REVISE);
        requireSameSubject(proposal);
        write(proposal);
        return take(row, "", now.today(), now);
    }

    private void requireSameSubject(NewListing proposal) {
        var problem = new Problem(
                ListingPolicy.Types.UNCHANGEABLE,
                new Text("企业和榜别不能修改，请另行起草", "Enterprise and list cannot change: draft another entry"));
        if (!UnifiedSocialCreditCode.read(proposal.uscc()).equals(uscc())) {
            problem.with("uscc", "unchangeable", Text.of("该草稿的企业为 %s", "The draft is about %s", uscc));
        }
        if (proposal.kind() != kind) {
            problem.with("kind", "unchangeable", Text.of("该草稿属于 %s 榜", "The draft is for the %s list", kind));
        }
        if (!problem.violations().isEmpty()) {
            throw problem;
        }
    }

    private void write(NewListing proposal) {
        field = proposal.field();
        ground = proposal.ground().strip();
        legalBasis = proposal.legalBasis();
        severity = proposal.severity();
        conductEndedOn = proposal.conductEndedOn();
        banUntil = proposal.banUntil();
        namedUntil = proposal.validUntil();
        validUntil = proposal.validUntil();
        decision = proposal.decision();
        safetyField = proposal.safetyField();
        violationKind = proposal.violationKind() == null
                ? null
                : proposal.violationKind().strip();
        penalties.clear();
        if (proposal.penalties() != null) {
            penalties.addAll(proposal.penalties());
        }
    }

    ListingEvent submit(DecisionContext now) {
        return take(ListingAct.SUBMIT, "", now);
    }

    ListingEvent sendBack(String reason, DecisionContext now) {
        return take(ListingAct.SEND_BACK, reason, now);
    }

    /** Turns a proposal down, for a reason. */
    ListingEvent reject(String reason, DecisionContext now) {
        return take(ListingAct.REJECT, reason, now);
    }

    /** The enterprise is notified of what is intended; from the day of delivery its deadline to answer runs. */
    ListingEvent serveNotice(CaseActs.Notice notice, DecisionContext now) {
        file(CaseDocument.paper(
                CaseDocument.Kind.NOTICE, notice.documentNumber(), notice.servedOn(), office(), notice.method()));
        return take(ListingAct.SERVE_NOTICE, notice.documentNumber(), notice.servedOn(), now);
    }

    ListingEvent receiveDefence(CaseActs.Defence defence, DecisionContext now) {
        file(new CaseDocument(
                CaseDocument.Kind.DEFENCE,
                null,
                now.actor().isEnterprise() ? now.today() : defence.statedOn(),
                enterpriseName,
                defence.content().strip(),
                CaseDocument.files(defence.evidence())));
        return take(ListingAct.RECEIVE_DEFENCE, "", now);
    }

    /** The deadline to answer has passed without an answer. */
    ListingEvent lapseDefence(DecisionContext now) {
        return take(ListingAct.LAPSE_DEFENCE, "", now);
    }

    ListingEvent consent(CaseActs.Consent consent, DecisionContext now) {
        file(CaseDocument.paper(
                CaseDocument.Kind.CONSENT, consent.documentNumber(), consent.consentedOn(), consent.authority(), null));
        return take(ListingAct.CONSENT, consent.documentNumber(), now);
    }

    ListingEvent decide(CaseActs.Ruling ruling, DecisionContext now) {
        if (ruling.document() != null) {
            decision = ruling.document();
        }
        if (ruling.defenceAnswer() != null) {
            file(CaseDocument.paper(
                    CaseDocument.Kind.DEFENCE_ANSWER,
                    null,
                    decisionDate().orElse(now.today()),
                    office(),
                    ruling.defenceAnswer().strip()));
        }
        if (ruling.responsible() != null) {
            responsible.addAll(ruling.responsible());
        }
        intentDisproved = ruling.intentDisproved();
        return take(ListingAct.DECIDE, "", lawDay(now.today()), now);
    }

    ListingEvent serveDecision(CaseActs.DecisionDelivery delivery, DecisionContext now) {
        if (delivery.withRepairNotice()) {
            file(CaseDocument.paper(
                    CaseDocument.Kind.REPAIR_NOTICE, null, delivery.servedOn(), office(), delivery.method()));
        }
        file(CaseDocument.paper(
                CaseDocument.Kind.SERVICE,
                decision().documentNumber(),
                delivery.servedOn(),
                office(),
                delivery.method()));
        return take(ListingAct.SERVE_DECISION, "", delivery.servedOn(), now);
    }

    ListingEvent announce(CaseActs.PublicNotice notice, DecisionContext now) {
        file(CaseDocument.paper(CaseDocument.Kind.PUBLIC_NOTICE, null, notice.announcedOn(), office(), notice.place()));
        return take(ListingAct.ANNOUNCE, notice.place(), notice.announcedOn(), now);
    }

    /** Somebody had something against the honour; the objection itself is a {@link NoticeObjection}. */
    ListingEvent answerNoticeObjection(NoticeObjectionAnswer answer, DecisionContext now) {
        return take(ListingAct.ANSWER_NOTICE_OBJECTION, answer.answer().strip(), now);
    }

    /** Puts the entry on the public list, in a batch. */
    ListingEvent publish(UUID batch, String announcement, DecisionContext now) {
        this.batchId = batch;
        this.announcement = announcement.isBlank() ? null : announcement;
        return take(ListingAct.PUBLISH, announcement, now);
    }

    /** The enterprise's own words, beside the entry. New ones take the place of the old. */
    ListingEvent addStatement(String words, DecisionContext now) {
        statement = words.strip();
        statedAt = now.moment();
        return take(ListingAct.ADD_STATEMENT, "", now);
    }

    ListingEvent raiseObjection(CaseActs.Objecting objecting, DecisionContext now) {
        objections.add(new Objection(objecting, now.moment()));
        return take(ListingAct.RAISE_OBJECTION, "", now);
    }

    /** Another unit has to look into it: the longer deadline runs, from the day the objection came in. */
    ListingEvent referObjection(String unit, DecisionContext now) {
        openObjection().ifPresent(objection -> objection.otherUnit = unit);
        return take(
                ListingAct.REFER_OBJECTION,
                unit,
                openObjection()
                        .map(objection -> LegalDates.on(objection.raisedAt))
                        .orElse(now.today()),
                now);
    }

    ListingEvent answerObjection(CaseActs.ObjectionAnswer answer, DecisionContext now) {
        boolean upheld = answer.upheld();
        openObjection()
                .ifPresent(objection -> objection.settle(
                        upheld ? Objection.Outcome.UPHELD : Objection.Outcome.DISMISSED,
                        answer.answer(),
                        now.moment()));
        return take(upheld ? ListingAct.UPHOLD_OBJECTION : ListingAct.DISMISS_OBJECTION, answer.answer(), now);
    }

    ListingEvent applyForRepair(CaseActs.Repairing repairing, DecisionContext now) {
        repairs.add(new RepairApplication(repairing, now.moment()));
        return take(ListingAct.APPLY_FOR_REPAIR, "", now);
    }

    ListingEvent takeUpRepair(CaseActs.RepairAcceptance acceptance, DecisionContext now) {
        boolean accepted = acceptance.accepted();
        openRepair().ifPresent(repair -> {
            if (accepted) {
                repair.acceptedAt = now.moment();
            } else {
                repair.settle(RepairApplication.Outcome.DECLINED, acceptance.reason(), now.moment());
            }
        });
        return take(accepted ? ListingAct.ACCEPT_REPAIR : ListingAct.DECLINE_REPAIR, acceptance.reason(), now);
    }

    /** The case is complex or has to be looked into: the decision is put off, from the day on which it was due. */
    ListingEvent extendRepair(CaseActs.RepairExtension extension, DecisionContext now) {
        file(CaseDocument.paper(
                CaseDocument.Kind.REPAIR_EXTENSION,
                extension.approvalNumber(),
                now.today(),
                office(),
                extension.reason().strip()));
        var due = running(ListingDeadline.REPAIR_DECISION)
                .map(running -> running.deadline().due())
                .orElse(now.today());
        return take(ListingAct.EXTEND_REPAIR, extension.reason(), due, now);
    }

    ListingEvent decideRepair(CaseActs.RepairRuling ruling, DecisionContext now) {
        boolean granted = ruling.granted();
        openRepair()
                .ifPresent(repair -> repair.settle(
                        granted ? RepairApplication.Outcome.GRANTED : RepairApplication.Outcome.REFUSED,
                        ruling.answer(),
                        now.moment()));
        return take(granted ? ListingAct.GRANT_REPAIR : ListingAct.REFUSE_REPAIR, ruling.answer(), now);
    }

    /** A court has approved a plan of reorganisation or a settlement: while it is carried out the entry need not be shown. */
    ListingEvent fileCourtRuling(CaseActs.CourtRuling ruling, DecisionContext now) {
        file(new CaseDocument(
                CaseDocument.Kind.COURT_RULING,
                ruling.documentNumber(),
                ruling.ruledOn(),
                ruling.court(),
                null,
                CaseDocument.files(ruling.evidence())));
        return take(ListingAct.FILE_COURT_RULING, ruling.documentNumber(), now);
    }

    ListingEvent decideTemporaryRepair(CaseActs.TemporaryRepairRuling ruling, DecisionContext now) {
        return take(
                ruling.granted() ? ListingAct.GRANT_TEMPORARY_REPAIR : ListingAct.REFUSE_TEMPORARY_REPAIR,
                ruling.answer(),
                now);
    }

    /** The plan has been carried out: what was repaired for the time being is repaired for good. */
    ListingEvent confirmReorganisation(CaseActs.PlanCompletion completion, DecisionContext now) {
        file(CaseDocument.paper(
                CaseDocument.Kind.PLAN_COMPLETION,
                completion.documentNumber(),
                completion.completedOn(),
                completion.court(),
                null));
        return take(ListingAct.CONFIRM_REORGANISATION, completion.documentNumber(), now);
    }

    /** The plan has failed: the entry is shown again for what is left of its term, and measures may follow from it again. */
    ListingEvent resumeDisplay(CaseActs.PlanTermination termination, DecisionContext now) {
        file(CaseDocument.paper(
                CaseDocument.Kind.PLAN_TERMINATION,
                termination.documentNumber(),
                termination.terminatedOn(),
                termination.court(),
                null));
        var event = take(ListingAct.RESUME_DISPLAY, termination.documentNumber(), now);
        measuresLiftedOn = null;
        return event;
    }

    /** The repair was obtained by fraud: it is revoked, and the entry waits for a publisher to put it on the list again. */
    ListingEvent restore(CaseActs.FraudFinding fraud, DecisionContext now) {
        file(CaseDocument.paper(
                CaseDocument.Kind.FRAUD_FINDING, fraud.documentNumber(), fraud.foundOn(), office(), fraud.finding()));
        var event = take(ListingAct.RESTORE, fraud.documentNumber(), now);
        grantedRepair().ifPresent(RepairApplication::foundFraudulent);
        return event;
    }

    /** It was decided, but will not be published: the class is not shown, the enterprise is gone, or the term is over. */
    ListingEvent close(String reason, DecisionContext now) {
        return take(ListingAct.CLOSE, reason, now);
    }

    /** The decision behind the entry is annulled: from this moment it is in no public answer. */
    ListingEvent revokeBasis(CaseActs.Annulment annulment, DecisionContext now) {
        file(CaseDocument.paper(
                CaseDocument.Kind.ANNULMENT,
                annulment.documentNumber(),
                annulment.annulledOn(),
                annulment.authority(),
                null));
        return take(ListingAct.REVOKE_BASIS, annulment.documentNumber(), annulment.annulledOn(), now);
    }

    /** Takes the entry off the public list, for a reason. */
    ListingEvent withdraw(String reason, DecisionContext now) {
        return take(ListingAct.WITHDRAW, reason, now);
    }

    /** Takes an honour off the list because of a black entry; if that was wrong, the honour can come back. */
    ListingEvent makeWayFor(UUID black, String reason, DecisionContext now) {
        var event = withdraw(reason, now);
        displacedBy = black;
        return event;
    }

    /** Puts back an honour whose only fault was a black entry that should not have been. */
    ListingEvent reinstate(String reason, DecisionContext now) {
        var event = take(ListingAct.REINSTATE, reason, now);
        displacedBy = null;
        return event;
    }

    ListingEvent expire(DecisionContext now) {
        return take(ListingAct.EXPIRE, "", now);
    }

    /** The enterprise has been deregistered: nothing of it is shown any more. */
    ListingEvent endWithEnterprise(DecisionContext now) {
        return take(ListingAct.END_WITH_ENTERPRISE, "企业已注销", now);
    }

    ListingEvent liftMeasures(CaseActs.Lifting lifting, DecisionContext now) {
        file(CaseDocument.paper(CaseDocument.Kind.LIFTING, null, lifting.liftedOn(), office(), lifting.feedback()));
        var event = take(ListingAct.LIFT_MEASURES, "", now);
        measuresLiftedOn = lifting.liftedOn();
        return event;
    }

    ListingEvent archive(DecisionContext now) {
        return take(ListingAct.ARCHIVE, "", now);
    }

    /**
     * Counts what runs again, after a calendar was corrected. Periods of display count no working days, so the entry's last
     * day stays.
     *
     * @return what moved or rests on other calendars now
     */
    List<Deadline> recount(CalendarCorrected corrected, RulesInForce rules) {
        var moved = new ArrayList<Deadline>();
        deadlines.replaceAll(running -> running.isRunning() && corrected.concerns(running.deadline())
                ? rules.recounted(running.deadline(), running.startedOn(), running.startedOn())
                        .map(deadline -> {
                            moved.add(deadline);
                            return running.with(deadline);
                        })
                        .orElse(running)
                : running);
        return moved;
    }

    private ListingEvent take(ListingAct act, String reason, DecisionContext now) {
        return take(act, reason, now.today(), now);
    }

    private ListingEvent take(ListingAct act, String reason, LocalDate legalDay, DecisionContext now) {
        return take(row(act), reason, legalDay, now);
    }

    private Transition<ListingState, ListingAct, ListingPolicy, ListingDeadline, ListingEvent.Kind> row(
            ListingAct act) {
        return ListingTransitions.of(kind).of(state, act);
    }

    /**
     * The one way to another state: along a row of the table, if none of its policies refuses.
     *
     * @param legalDay day of the event in law, from which the deadlines that it starts are counted
     */
    private ListingEvent take(
            Transition<ListingState, ListingAct, ListingPolicy, ListingDeadline, ListingEvent.Kind> row,
            String reason,
            LocalDate legalDay,
            DecisionContext now) {
        Transition.require(row.policies(), this, row.act(), now);
        state = row.to();
        history.add(new HistoryEntry(
                row.act(), row.act().duty().orElse(null), now.actor().id(), now.moment(), reason));
        deadlines.replaceAll(deadline ->
                deadline.isRunning() && row.ends().contains(deadline.kind()) ? deadline.ended(now.today()) : deadline);
        row.starts().stream()
                .filter(kind -> running(kind).isEmpty())
                .forEach(kind -> kind.of(this, legalDay, now.rules())
                        .ifPresent(deadline -> deadlines.add(new RunningDeadline(kind, legalDay, deadline, null))));
        if (ListingTransitions.changesTheList(row)) {
            changeTheList(now);
        }
        noteTheEnd(row, now.today());
        return event(row.event(), now);
    }

    /** Why it may not come onto the list now; nothing changes by the question. */
    Optional<Problem> refusalToPublish(DecisionContext now) {
        try {
            Transition.require(row(ListingAct.PUBLISH).policies(), this, ListingAct.PUBLISH, now);
            return Optional.empty();
        } catch (Problem refusal) {
            return Optional.of(refusal);
        }
    }

    /** An annulled entry has ended with the annulment; that it is withdrawn formally afterwards is no second end. */
    private void noteTheEnd(Transition<ListingState, ?, ?, ?, ?> row, LocalDate today) {
        if (state.isDisplayed()) {
            endedAs = null;
            endedOn = null;
        } else if (state.isEnd() && row.isMove() && endedAs != ListingState.BASIS_REVOKED) {
            endedAs = state;
            endedOn = today;
        }
    }

    private void changeTheList(DecisionContext now) {
        if (state.isDisplayed()) {
            validUntil = running(ListingDeadline.DISPLAY)
                    .map(running -> running.deadline().due())
                    .orElse(namedUntil);
            creditChinaUntil = running(ListingDeadline.CREDIT_CHINA_DISPLAY)
                    .map(running -> running.deadline().due())
                    .orElse(null);
            firstListedIn = firstListedIn == null ? (Long) now.listVersion() : firstListedIn;
            publishedAt = publishedAt == null ? now.moment() : publishedAt;
            measuresLiftedOn = null;
        } else {
            openObjection().ifPresent(objection -> objection.settle(Objection.Outcome.LAPSED, null, now.moment()));
            openRepair().ifPresent(repair -> repair.settle(RepairApplication.Outcome.LAPSED, null, now.moment()));
        }
    }

    private ListingEvent event(ListingEvent.Kind happened, DecisionContext now) {
        long sequence = version + 1;
        return switch (happened) {
            case PUBLISHED -> new ListingEvent.Published(sequence, snapshot());
            case WITHDRAWN -> new ListingEvent.Withdrawn(sequence, end(now));
            case REPAIRED -> new ListingEvent.Repaired(sequence, end(now));
            case EXPIRED -> new ListingEvent.Expired(sequence, end(now));
            default -> new ListingEvent.Internal(happened);
        };
    }

    private void file(CaseDocument paper) {
        documents.add(paper);
    }

    /** The office in charge of the case, as the decision will name it. */
    private String office() {
        return Optional.ofNullable(decision().authority()).orElse(region);
    }

    // What policies and deadlines look at.

    /** Whether this person has held another of the three duties on this entry already. */
    boolean wouldHoldTwoDuties(ListingAct act, String official) {
        return act.duty()
                .map(duty -> history.stream()
                        .anyMatch(entry ->
                                entry.official().equals(official) && entry.duty() != null && entry.duty() != duty))
                .orElse(false);
    }

    boolean isAbout(Actor actor) {
        return actor.uscc().filter(uscc::equals).isPresent();
    }

    /** An honour that everybody can see and object to. */
    boolean isAnnounced() {
        return state == ListingState.PUBLIC_NOTICE;
    }

    boolean isWithinTerm(LocalDate day) {
        return validUntil == null || !day.isAfter(validUntil);
    }

    boolean isSerious() {
        return severity == Severity.SERIOUS;
    }

    boolean isSoleTrader() {
        return subjectType == SubjectType.SOLE_TRADER;
    }

    boolean owesResponsiblePerson() {
        return isSerious() && !isSoleTrader() && responsible.isEmpty();
    }

    boolean isIntentDisproved() {
        return intentDisproved;
    }

    boolean isRepairNoticeServed() {
        return has(CaseDocument.Kind.REPAIR_NOTICE);
    }

    boolean areMeasuresLifted() {
        return measuresLiftedOn != null;
    }

    /** Whether it is off the list by a repair that nobody has revoked. */
    boolean isEndedByRepair() {
        return endedAs == ListingState.REPAIRED
                && grantedRepair().filter(repair -> !repair.isFraudulent()).isPresent();
    }

    /** The last repair that was granted, whatever became of it. */
    Optional<RepairApplication> grantedRepair() {
        return last(repairs, RepairApplication::isGranted);
    }

    Optional<UUID> displacedBy() {
        return Optional.ofNullable(displacedBy);
    }

    Optional<LocalDate> endedOn() {
        return Optional.ofNullable(endedOn);
    }

    /** Whether there is a decision that binds: an honour is decided before it is announced. */
    boolean isDecided() {
        return kind == ListKind.RED || history.stream().anyMatch(entry -> entry.act() == ListingAct.DECIDE);
    }

    /** The last day on which it would stand on the list if it came onto it that day; a term that runs already goes on. */
    Optional<LocalDate> lastDayFrom(LocalDate published, RulesInForce rules) {
        return running(ListingDeadline.DISPLAY)
                .map(RunningDeadline::deadline)
                .or(() -> ListingDeadline.DISPLAY.of(this, published, rules))
                .map(Deadline::due);
    }

    /** What everybody reads, or will read, with the field in which it came in. */
    Map<String, String> publicTexts() {
        var texts = new LinkedHashMap<String, String>();
        note(texts, "ground", ground);
        note(texts, "decision.documentNumber", decision().documentNumber());
        note(texts, "decision.authority", decision().authority());
        note(texts, "decision.facts", decision().facts());
        note(texts, "decision.measures", decision().measures());
        note(texts, "decision.removal", decision().removal());
        note(texts, "decision.remedies", decision().remedies());
        note(texts, "decision.basis", decision().basis());
        note(texts, "decision.removalProcedure", decision().removalProcedure());
        paper(CaseDocument.Kind.PUBLIC_NOTICE).ifPresent(notice -> note(texts, "place", notice.content()));
        note(texts, "announcement", announcement);
        note(texts, "statement", statement);
        openRepair().ifPresent(repair -> note(texts, "commitment", repair.commitment()));
        return texts;
    }

    private static void note(Map<String, String> texts, String field, @Nullable String text) {
        if (text != null) {
            texts.put(field, text);
        }
    }

    /**
     * On the list of the seriously dishonest (严重违法失信名单), and not only shown with a penalty of the serious class: by its basis,
     * or because no penalty is stated.
     */
    boolean isOnTheSeriousList(Optional<LegalBasis> basis) {
        return isSerious()
                && (penalties.isEmpty()
                        || basis.filter(LegalBasis::carriesSeriousOnly).isPresent());
    }

    boolean needsUpperConsent(Optional<LegalBasis> basis, RulesInForce rules, LocalDate day) {
        return isOnTheSeriousList(basis)
                ? rules.flag("UPPER_CONSENT_REQUIRED", day)
                : isSerious() && rules.applies("SERIOUS_PENALTY_UPPER_CONSENT", day);
    }

    /** A penalty for the same kind of violation; a heavy one where a kind is not on file. */
    boolean isRepeatedBy(NewPenalty penalty) {
        var other = penalty.violationKind();
        if (violationKind == null || other.isEmpty()) {
            return penalty.isHeavy();
        }
        return other.get().strip().equals(violationKind);
    }

    boolean isObjectionReferred() {
        return openObjection().filter(objection -> objection.otherUnit != null).isPresent();
    }

    boolean has(CaseDocument.Kind paper) {
        return documents.stream().anyMatch(document -> document.kind() == paper);
    }

    /** The day of the newest paper of a kind. */
    Optional<LocalDate> dated(CaseDocument.Kind kind) {
        return paper(kind).map(CaseDocument::dated);
    }

    Optional<CaseDocument> paper(CaseDocument.Kind kind) {
        return last(documents, document -> document.kind() == kind);
    }

    Optional<CaseDocument> newestPaper() {
        return documents.isEmpty() ? Optional.empty() : Optional.of(documents.getLast());
    }

    Optional<RunningDeadline> running(ListingDeadline wanted) {
        return latest(wanted).filter(RunningDeadline::isRunning);
    }

    /** The last time this deadline ran, whether it still runs or not. */
    Optional<RunningDeadline> latest(ListingDeadline wanted) {
        return last(deadlines, deadline -> deadline.kind() == wanted);
    }

    Optional<RepairApplication> openRepair() {
        return last(repairs, RepairApplication::isOpen);
    }

    private Optional<Objection> openObjection() {
        return last(objections, Objection::isOpen);
    }

    private static <T> Optional<T> last(List<T> all, Predicate<T> wanted) {
        return all.reversed().stream().filter(wanted).findFirst();
    }

    /** Why the last act was done, in the words of the actor; empty when the act needs no reason. */
    String lastReason() {
        return history.getLast().reason();
    }

    Optional<LocalDate> decisionDate() {
        return Optional.ofNullable(decision().decidedOn());
    }

    /** The day whose law applies to a decided entry. */
    LocalDate lawDay() {
        return decisionDate().orElseThrow();
    }

    LocalDate lawDay(LocalDate undecided) {
        return decisionDate().orElse(undecided);
    }

    DecisionDocument decision() {
        return decision == null ? DecisionDocument.NONE : decision;
    }

    Optional<Severity> severity() {
        return Optional.ofNullable(severity);
    }

    /** The decision imposes a warning and nothing else. */
    boolean isWarningOnly() {
        return !penalties.isEmpty() && penalties.stream().allMatch(penalty -> penalty.type() == PenaltyType.WARNING);
    }

    List<Penalty> penalties() {
        return List.copyOf(penalties);
    }

    Optional<SafetyField> safetyField() {
        return Optional.ofNullable(safetyField);
    }

    /** Fields that state the minor class for a penalty that is none of it. */
    List<String> wronglyMinor(RulesInForce rules, LocalDate day) {
        if (!Penalty.isMinorClassDefined(rules, day)) {
            return List.of();
        }
        return penaltiesWhere(penalty -> classOf(penalty) == Severity.MINOR && !penalty.isMinor(rules, day));
    }

    /** All that the decision imposes is minor, and the entry is of another class. */
    boolean isClassedTooHigh(RulesInForce rules, LocalDate day) {
        return Penalty.isMinorClassDefined(rules, day)
                && !penalties.isEmpty()
                && penalties.stream().allMatch(penalty -> penalty.isMinor(rules, day))
                && (severity != Severity.MINOR
                        || penalties.stream().anyMatch(penalty -> classOf(penalty) != Severity.MINOR));
    }

    /** Fields that state a class between minor and serious where there is none, or minor without the penalties that show it. */
    List<String> notSeriousInItsField() {
        if (safetyField == null) {
            return List.of();
        }
        return Stream.of(
                        severity == Severity.GENERAL ? List.of("severity") : List.<String>of(),
                        severity == Severity.MINOR && penalties.isEmpty() ? List.of("penalties") : List.<String>of(),
                        penaltiesWhere(penalty -> penalty.severity() == Severity.GENERAL))
                .flatMap(List::stream)
                .toList();
    }

    private List<String> penaltiesWhere(Predicate<Penalty> wrong) {
        return IntStream.range(0, penalties.size())
                .filter(i -> wrong.test(penalties.get(i)))
                .mapToObj(i -> "penalties[" + i + "].severity")
                .toList();
    }

    private @Nullable Severity classOf(Penalty penalty) {
        return penalty.severity() == null ? severity : penalty.severity();
    }

    /**
     * The classes whose terms run for the entry; none on the red list. Where several penalties of one decision are of several
     * classes, all of them run and the longest term holds (总局令第107号 art. 6(2)).
     */
    Set<Severity> classes(RulesInForce rules, LocalDate undecided) {
        var classes = EnumSet.noneOf(Severity.class);
        severity().ifPresent(own -> {
            classes.add(own);
            if (rules.applies("LONGEST_TERM_OF_SEVERAL", lawDay(undecided))) {
                penalties.stream()
                        .flatMap(penalty -> Stream.ofNullable(penalty.severity()))
                        .forEach(classes::add);
            }
        });
        return classes;
    }

    /** The day on which the last repair was found to have been obtained by fraud. */
    Optional<LocalDate> fraudFoundOn() {
        return last(documents, document -> document.kind() == CaseDocument.Kind.FRAUD_FINDING)
                .map(CaseDocument::dated);
    }

    /** A ban or a penalty that restricts: repair waits for its end. */
    boolean isRestricted() {
        return banUntil != null || penalties.stream().anyMatch(Penalty::isRestriction);
    }

    /** A statutory ban that still runs, where repair has to wait for its end. */
    boolean isBanned(RulesInForce rules, LocalDate day) {
        return banUntil != null && !day.isAfter(banUntil) && rules.applies("RESTRICTION_REPAIR_ONLY_AFTER_BAN", day);
    }

    /** What the decision takes away is not given back by repair, where the rules of that day say so. */
    boolean isBeyondRepair(RulesInForce rules, LocalDate day) {
        return penalties.stream().anyMatch(Penalty::isFinal)
                && rules.has("REVOCATION_REPAIR_ALLOWED", day)
                && !rules.flag("REVOCATION_REPAIR_ALLOWED", day);
    }

    Optional<LocalDate> conductEndedOn() {
        return Optional.ofNullable(conductEndedOn);
    }

    Optional<LocalDate> banUntil() {
        return Optional.ofNullable(banUntil);
    }

    Optional<LocalDate> namedLastDay() {
        return Optional.ofNullable(namedUntil);
    }

    Optional<LocalDate> validUntil() {
        return Optional.ofNullable(validUntil);
    }

    Optional<String> statement() {
        return Optional.ofNullable(statement);
    }

    Optional<LocalDate> publishedOn() {
        return Optional.ofNullable(publishedAt).map(LegalDates::on);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    ListKind kind() {
        return kind;
    }

    UnifiedSocialCreditCode uscc() {
        return new UnifiedSocialCreditCode(uscc);
    }

    RegionCode region() {
        return new RegionCode(region);
    }

    String legalBasis() {
        return legalBasis;
    }

    ListingState state() {
        return state;
    }

    ListingView view() {
        return new ListingView(
                id,
                version,
                uscc,
                enterpriseName,
                kind,
                field,
                ground,
                legalBasis,
                severity,
                conductEndedOn,
                banUntil,
                region,
                state,
                decision,
                List.copyOf(responsible),
                validUntil,
                batchId,
                announcement,
                publishedAt,
                statement,
                statedAt,
                measuresLiftedOn,
                displacedBy,
                List.copyOf(documents),
                List.copyOf(deadlines),
                ListingView.Clock.of(deadlines),
                objections.stream().map(Objection::view).toList(),
                repairs.stream().map(RepairApplication::view).toList(),
                List.copyOf(history),
                safetyField,
                violationKind,
                List.copyOf(penalties));
    }

    private ListingEvent.Snapshot snapshot() {
        return new ListingEvent.Snapshot(
                id,
                uscc,
                enterpriseName,
                kind,
                field,
                ground,
                legalBasis,
                region,
                decision().authority(),
                decision().documentNumber(),
                state,
                publishedAt,
                validUntil,
                creditChinaUntil);
    }

    private ListingEvent.Ended end(DecisionContext now) {
        return new ListingEvent.Ended(id, uscc, kind, region, state, now.moment());
    }
}

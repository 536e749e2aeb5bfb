package cn.quality.credit.complaint;

import cn.quality.credit.Roles;
import cn.quality.credit.archive.ArchiveService;
import cn.quality.credit.archive.Disclosure;
import cn.quality.credit.archive.NewRecord;
import cn.quality.credit.batch.Source;
import cn.quality.credit.enterprise.EnterpriseService;
import cn.quality.credit.rules.DeadlineCalculator;
import cn.quality.credit.rules.RulePack;
import cn.quality.platform.act.Act;
import cn.quality.platform.act.Act.VersionCheck;
import cn.quality.platform.act.ActExecutor;
import cn.quality.platform.act.ActResult;
import cn.quality.platform.act.ActSubject;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.identifiers.Redactor;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The acts of the office on a complaint, each with the course of {@link ActExecutor}, and what officials read. */
@ApplicationScoped
class ComplaintService {

    /** How the two sides' acts are logged. */
    static final ActSubject<Complaint> COMPLAINT = new ActSubject<>(
            "complaint", Complaint::id, complaint -> complaint.receipt().value(), Complaint::version, Complaint::view);

    /** A deadline goes on when the complaint goes to another office, or begins anew there, as the pack in force says. */
    private static final String TRANSFER_RESTARTS = "TRANSFER_RESTARTS";

    private final ComplaintRepository complaints;
    private final IdentityStore identities;
    private final RouteService routes;
    private final EnterpriseService enterprises;
    private final ArchiveService archive;
    private final DeadlineCalculator deadlines;
    private final ActExecutor executor;
    private final DecisionLog decisions;
    private final Caller caller;
    private final ObjectMapper json;
    private final Clock clock;

    ComplaintService(
            ComplaintRepository complaints,
            IdentityStore identities,
            RouteService routes,
            EnterpriseService enterprises,
            ArchiveService archive,
            DeadlineCalculator deadlines,
            ActExecutor executor,
            DecisionLog decisions,
            Caller caller,
            ObjectMapper json,
            Clock clock) {
        this.complaints = complaints;
        this.identities = identities;
        this.routes = routes;
        this.enterprises = enterprises;
        this.archive = archive;
        this.deadlines = deadlines;
        this.executor = executor;
        this.decisions = decisions;
        this.caller = caller;
        this.json = json;
        this.clock = clock;
    }

    /** What every act of the office names: on which complaint, upon which version, under which key. */
    record On(Receipt receipt, Preconditions preconditions) {}

    private record Request(Receipt receipt, @Nullable Object content) {}

    /** An act that needs nothing but words: acceptance, refusal, the case, the extension, closing … */
    @Transactional
    ComplaintView move(On on, ComplaintAct act, String words) {
        return act(on, act, words, words, (complaint, now) -> complaint.move(act, words, now));
    }

    /** @throws Problem 422 {@code unprocessable} when no route names the office */
    @Transactional
    ComplaintView transfer(On on, String office, String reason) {
        var to = routes.office(office)
                .orElseThrow(() -> new Problem(
                        ProblemTypes.UNPROCESSABLE, Text.of("没有“%s”这一承办单位", "There is no office '%s'", office)));
        return act(
                on,
                ComplaintAct.TRANSFER,
                reason,
                office + "/" + reason,
                (complaint, now) -> complaint.transfer(
                        to,
                        reason,
                        now.rules().flag(complaint.kind().rule(TRANSFER_RESTARTS), complaint.begunOn()),
                        now));
    }

    @Transactional
    ComplaintView identify(On on, UnifiedSocialCreditCode code) {
        var subject = enterprises.require(code);
        return act(
                on,
                ComplaintAct.IDENTIFY,
                code.value(),
                code.value(),
                (complaint, now) -> complaint.identify(subject, now));
    }

    @Transactional
    ComplaintView release(On on, String words) {
        return act(on, ComplaintAct.RELEASE, "", words, (complaint, now) -> complaint.release(words, now));
    }

    @Transactional
    ComplaintView answer(On on, NewAnswer answer) {
        return act(
                on,
                ComplaintAct.ANSWER,
                answer.finding().name(),
                answer,
                (complaint, now) -> complaint.answer(answer.finding(), answer.answer(), answer.conclusion(), now));
    }

    /** Confirms that it is substantiated, and puts it on file in the same transaction. */
    @Transactional
    ComplaintView confirm(On on, String words) {
        return act(on, ComplaintAct.CONFIRM, words, words, (complaint, now) -> {
            var event = complaint.confirm(words, now);
            boolean open = now.rules().flag(complaint.kind().rule("RECORD_PUBLIC"), complaint.begunOn());
            complaint.recorded(archive.fileFinding(record(complaint, open)), open);
            return event;
        });
    }

    /** What goes on file: the office's conclusion and the product, nothing of who complained. */
    private NewRecord record(Complaint complaint, boolean open) {
        var details = read(complaint.details());
        details.remove("hospital");
        details.put("complaintKind", complaint.kind().name());
        details.put("field", complaint.field().name());
        complaint.conclusion().ifPresent(conclusion -> details.put("conclusion", conclusion));
        return new NewRecord(
                complaint.requireSubject(),
                complaint.kind().recordKind(),
                complaint.kind().zh() + "查实",
                complaint.occurredOn(),
                null,
                null,
                null,
                open ? Disclosure.PUBLIC : Disclosure.GOVERNMENT,
                details,
                null,
                new Source(complaint.office().name(), complaint.receipt().value()));
    }

    /** The complaint for the office: officials of its region, and auditors. */
    @Transactional
    ComplaintView desk(Receipt receipt) {
        var complaint = complaints.byReceipt(receipt).orElseThrow(ComplaintService::unknown);
        if (!caller.has(Roles.AUDITOR)) {
            caller.requireRegion(complaint.officeRegion().value());
        }
        return complaint.view();
    }

    /** Complaints with offices of the official's own region, oldest first; auditors see all. */
    @Transactional
    Page<ComplaintView> desk(ComplaintRepository.Filter filter, PageRequest page) {
        var within = caller.has(Roles.AUDITOR)
                ? filter.region()
                : filter.region().or(() -> caller.actor().region());
        if (!caller.has(Roles.AUDITOR)) {
            caller.requireRegion(within.map(RegionCode::value).orElse("-"));
        }
        var narrowed = new ComplaintRepository.Filter(
                filter.state(), filter.kind(), filter.office(), filter.handler(), within, filter.overdue());
        var rows = complaints.desk(
                narrowed, LegalDates.today(clock), page.cursor().map(cursor -> cursor.uuid(0)), page.fetch());
        return Page.of(rows, page, row -> Cursor.of(row.id())).map(Complaint::view);
    }

    /**
     * Who filed it, for the assigned handler alone; the look is on record before anything is shown.
     *
     * @throws Problem 403 {@code not-assigned}
     */
    @Transactional
    Complainant complainant(Receipt receipt, String purpose) {
        var complaint = assigned(receipt);
        note(complaint, Redactor.redact(purpose));
        return identities
                .open(complaint.id())
                .orElseThrow(() -> new Problem(
                        ProblemTypes.NOT_FOUND, new Text("保存期已满，投诉举报人信息已删除", "Deleted after its retention")));
    }

    /**
     * The assigned handler looks at a file of the complainant's: it may show who they are, so it is a look like any other.
     *
     * @throws Problem 403 {@code not-assigned}, 404
     */
    @Transactional
    void lookAtEvidence(Receipt receipt, String what) {
        note(assigned(receipt), what);
    }

    private void note(Complaint complaint, String purpose) {
        var receipt = complaint.receipt();
        identities.noteLook(receipt, caller.id(), purpose);
        decisions.append(new Decision("complaint.look", "complaint", receipt.value(), purpose, "", null, null));
    }

    private Complaint assigned(Receipt receipt) {
        var complaint = complaints.byReceipt(receipt).orElseThrow(ComplaintService::unknown);
        ComplaintPolicy.ASSIGNED.refusal(complaint, context(CaseRole.HANDLER)).ifPresent(refusal -> {
            throw refusal;
        });
        return complaint;
    }

    @Transactional
    Page<Look> looks(Optional<Receipt> receipt, PageRequest page) {
        return identities.looks(receipt, page);
    }

    /** What has been released to the enterprise of this caller, oldest first. */
    @Transactional
    Page<ReleasedNotice> notices(PageRequest page) {
        var uscc = caller.requireEnterprise().value();
        var rows = complaints.released(uscc, page.cursor().map(cursor -> cursor.uuid(0)), page.fetch());
        return Page.of(rows, page, row -> Cursor.of(row.id())).map(Complaint::notice);
    }

    private ComplaintView act(
            On on,
            ComplaintAct act,
            String reason,
            Object content,
            BiFunction<Complaint, DecisionContext, ComplaintEvent> verb) {
        var done = executor.perform(Act.on(
                        COMPLAINT,
                        act.logged(),
                        () -> complaints.hold(on.receipt()).orElseThrow(ComplaintService::unknown),
                        complaint -> result(complaint, verb.apply(complaint, context(act.role())))
                                .because(Redactor.redact(reason)))
                .upon(on.preconditions(), VersionCheck.REQUIRED)
                .once(on.preconditions(), new Request(on.receipt(), content)));
        return view(done.id());
    }

    static ActResult<Complaint> result(Complaint complaint, ComplaintEvent event) {
        return ActResult.changed(complaint)
                .event(event instanceof ComplaintEvent.Shared shared ? shared.outbound() : null);
    }

    private ComplaintView view(UUID id) {
        complaints.flush();
        return complaints.findById(id).view();
    }

    private DecisionContext context(CaseRole role) {
        var moment = clock.instant();
        return new DecisionContext(
                caller.actor(), role, moment, deadlines.rulesFor(RulePack.Cases.COMPLAINT, LegalDates.on(moment)));
    }

    private ObjectNode read(String details) {
        try {
            // Figures stay as exact as they were given.
            return (ObjectNode) json.reader()
                    .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .readTree(details);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem unknown() {
        return new Problem(ProblemTypes.NOT_FOUND, new Text("没有这一投诉举报", "There is no such complaint"));
    }
}

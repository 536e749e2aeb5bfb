package cn.quality.credit.complaint;

import cn.quality.credit.Roles;
import cn.quality.credit.archive.ArchiveService;
import cn.quality.credit.archive.Disclosure;
import cn.quality.credit.archive.NewRecord;
import cn.quality.credit.batch.Source;
import cn.quality.credit.enterprise.EnterpriseService;
import cn.quality.credit.rules.Terms;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.idempotency.Idempotency;
import cn.quality.platform.identifiers.Redactor;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.outbox.Outbox;
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
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The acts of the office on a complaint: each in one transaction with its decision-log line and event, or not at all. */
@ApplicationScoped
class ComplaintService {

    /** A clock goes on when the complaint goes to another office, or begins anew there, as the pack in force says. */
    private static final String TRANSFER_RESTARTS = "TRANSFER_RESTARTS";

    private final ComplaintRepository complaints;
    private final IdentityStore identities;
    private final RouteService routes;
    private final EnterpriseService enterprises;
    private final ArchiveService archive;
    private final Terms terms;
    private final Idempotency idempotency;
    private final DecisionLog decisions;
    private final Outbox outbox;
    private final Caller caller;
    private final ObjectMapper json;
    private final Clock clock;

    ComplaintService(
            ComplaintRepository complaints,
            IdentityStore identities,
            RouteService routes,
            EnterpriseService enterprises,
            ArchiveService archive,
            Terms terms,
            Idempotency idempotency,
            DecisionLog decisions,
            Outbox outbox,
            Caller caller,
            ObjectMapper json,
            Clock clock) {
        this.complaints = complaints;
        this.identities = identities;
        this.routes = routes;
        this.enterprises = enterprises;
        this.archive = archive;
        this.terms = terms;
        this.idempotency = idempotency;
        this.decisions = decisions;
        this.outbox = outbox;
        this.caller = caller;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What every act of the office names: on which complaint, at which version, under which key.
     *
     * @param ifMatch the ETag it was decided upon
     */
    record On(Receipt receipt, @Nullable String ifMatch, Optional<String> key) {}

    private record Request(Receipt receipt, @Nullable Object content) {}

    /** An act that needs nothing but words: acceptance, refusal, the case, the extension, closing … */
    @Transactional
    ComplaintView move(On on, Party party, ComplaintAct act, String words) {
        return act(on, party, act, words, words, (complaint, now) -> complaint.move(act, words, now));
    }

    /** @throws Problem 422 {@code unprocessable} when no route names the office */
    @Transactional
    ComplaintView transfer(On on, String office, String reason) {
        var to = routes.office(office)
                .orElseThrow(() -> new Problem(
                        ProblemTypes.UNPROCESSABLE, Text.of("没有“%s”这一承办单位", "There is no office '%s'", office)));
        return act(
                on,
                Party.HANDLER,
                ComplaintAct.TRANSFER,
                reason,
                office + "/" + reason,
                (complaint, now) -> complaint.transfer(
                        to, reason, terms.flag(complaint.kind().rule(TRANSFER_RESTARTS), now.today()), now));
    }

    @Transactional
    ComplaintView identify(On on, UnifiedSocialCreditCode code) {
        var subject = enterprises.require(code);
        return act(
                on,
                Party.HANDLER,
                ComplaintAct.IDENTIFY,
                code.value(),
                code.value(),
                (complaint, now) -> complaint.identify(subject, now));
    }

    @Transactional
    ComplaintView release(On on, String words) {
        return act(
                on, Party.HANDLER, ComplaintAct.RELEASE, "", words, (complaint, now) -> complaint.release(words, now));
    }

    @Transactional
    ComplaintView answer(On on, NewAnswer answer) {
        return act(
                on,
                Party.HANDLER,
                ComplaintAct.ANSWER,
                answer.finding().name(),
                answer,
                (complaint, now) -> complaint.answer(answer.finding(), answer.answer(), answer.conclusion(), now));
    }

    /** Confirms that it is substantiated, and puts it on file in the same transaction. */
    @Transactional
    ComplaintView confirm(On on, String words) {
        return act(on, Party.APPROVER, ComplaintAct.CONFIRM, words, words, (complaint, now) -> {
            var event = complaint.confirm(words, now);
            boolean open = terms.flag(complaint.kind().rule("RECORD_PUBLIC"), now.today());
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
        var within =
                caller.has(Roles.AUDITOR) ? filter.region() : filter.region().or(this::ownRegion);
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
        var complaint = complaints.byReceipt(receipt).orElseThrow(ComplaintService::unknown);
        ComplaintPolicy.ASSIGNED
                .refusal(complaint, circumstances(Party.HANDLER))
                .ifPresent(refusal -> {
                    throw refusal;
                });
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
        ComplaintPolicy.ASSIGNED
                .refusal(complaint, circumstances(Party.HANDLER))
                .ifPresent(refusal -> {
                    throw refusal;
                });
        return complaint;
    }

    @Transactional
    Page<Look> looks(Optional<Receipt> receipt, PageRequest page) {
        return identities.looks(receipt, page);
    }

    /** What the enterprise of this caller has been told, oldest first. */
    @Transactional
    Page<ReleasedNotice> notices(PageRequest page) {
        var uscc = caller.uscc()
                .orElseThrow(() -> new Problem(
                        ProblemTypes.FORBIDDEN, new Text("当前身份不代表任何企业", "This identity acts for no enterprise")));
        var rows = complaints.released(uscc, page.cursor().map(cursor -> cursor.uuid(0)), page.fetch());
        return Page.of(rows, page, row -> Cursor.of(row.id())).map(Complaint::notice);
    }

    private ComplaintView act(
            On on,
            Party party,
            ComplaintAct act,
            String reason,
            Object content,
            BiFunction<Complaint, Circumstances, ComplaintEvent> verb) {
        var name = "complaint." + act.name().toLowerCase(Locale.ROOT);
        var id = idempotency.once(name, on.key(), new Request(on.receipt(), content), () -> {
            var complaint = complaints.hold(on.receipt()).orElseThrow(ComplaintService::unknown);
            var before = complaint.view();
            var event = verb.apply(complaint, circumstances(party));
            // After the rules have spoken: a stale version matters only for what is otherwise allowed.
            Preconditions.ifMatch(on.ifMatch()).requireVersion(before.version());
            if (event instanceof ComplaintEvent.Shared shared) {
                outbox.append(shared.outbound());
            }
            decisions.append(new Decision(
                    name, "complaint", on.receipt().value(), Redactor.redact(reason), "", before, complaint.view()));
            return complaint.id();
        });
        return view(id);
    }

    private ComplaintView view(UUID id) {
        complaints.flush();
        return complaints.findById(id).view();
    }

    private Circumstances circumstances(Party party) {
        return new Circumstances(new Official(party, caller.id(), ownRegion()), clock.instant(), terms::end);
    }

    private Optional<RegionCode> ownRegion() {
        return caller.region().map(RegionCode::new);
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

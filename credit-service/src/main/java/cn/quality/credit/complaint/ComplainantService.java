package cn.quality.credit.complaint;

import cn.quality.credit.enterprise.EnterpriseService;
import cn.quality.credit.enterprise.EnterpriseView;
import cn.quality.credit.rules.DeadlineCalculator;
import cn.quality.credit.rules.RulePack;
import cn.quality.platform.act.Act;
import cn.quality.platform.act.ActExecutor;
import cn.quality.platform.act.ActResult;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.digest.Digests;
import cn.quality.platform.digest.ReceiptSecret;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.identifiers.Redactor;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the complainant does, once {@link ComplaintAuthenticator} has admitted the caller. */
@ApplicationScoped
class ComplainantService {

    static final ProblemType DUPLICATE =
            new ProblemType(409, "duplicate-complaint", new Text("重复的投诉举报", "Duplicate complaint"));

    static final ProblemType HANDLED_BEFORE =
            new ProblemType(409, "report-handled-before", new Text("举报已经处理", "Report handled before"));

    private static final Duration SAME_FOR = Duration.ofDays(1);

    /** More of the same words are compared with none. */
    private static final int MOST_OTHERS = 50;

    private final ComplaintRepository complaints;
    private final IdentityStore identities;
    private final ComplaintAuthenticator authenticator;
    private final RouteService routes;
    private final EnterpriseService enterprises;
    private final DeadlineCalculator deadlines;
    private final ActExecutor executor;
    private final ComplaintConfig config;
    private final ObjectMapper json;
    private final Clock clock;

    ComplainantService(
            ComplaintRepository complaints,
            IdentityStore identities,
            ComplaintAuthenticator authenticator,
            RouteService routes,
            EnterpriseService enterprises,
            DeadlineCalculator deadlines,
            ActExecutor executor,
            ComplaintConfig config,
            ObjectMapper json,
            Clock clock) {
        this.complaints = complaints;
        this.identities = identities;
        this.authenticator = authenticator;
        this.routes = routes;
        this.enterprises = enterprises;
        this.deadlines = deadlines;
        this.executor = executor;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    /** An answer, and whether this request made what it is about. */
    record Filed(FiledComplaint answer, boolean isNew) {}

    /**
     * Takes a complaint in. The same key again returns the same receipt, and a fresh secret while the first is unused:
     * its response must have been lost.
     *
     * @throws Problem 400 {@code invalid-argument}, 409 {@code duplicate-complaint}, {@code report-handled-before} or {@code
     *     idempotency-key-reused}, 422 {@code unknown-region}, 503 {@code sealing-key-missing}
     */
    @Transactional
    Filed file(NewComplaint form, Preconditions preconditions) {
        form.check(LegalDates.today(clock));
        var fresh = new AtomicReference<@Nullable ReceiptSecret>();
        var id = executor.perform(Act.making(ComplaintService.COMPLAINT, ComplaintAct.FILE.logged(), () -> {
                            var secret = ReceiptSecret.fresh();
                            fresh.set(secret);
                            return ActResult.changed(take(form, secret));
                        })
                        .once(preconditions, identities.fingerprint(form)))
                .id();
        complaints.flush();
        var secret = Optional.ofNullable(fresh.get());
        var complaint = complaints.findById(id);
        return new Filed(
                new FiledComplaint(
                        complaint.receipt().value(),
                        secret.or(() -> authenticator.reissue(id))
                                .map(ReceiptSecret::shown)
                                .orElse(null),
                        complaint.kind(),
                        complaint.office().name(),
                        complaint.view().filedAt(),
                        complaint
                                .running()
                                .map(running -> running.deadline().due())
                                .orElse(null)),
                secret.isPresent());
    }

    private Complaint take(NewComplaint form, ReceiptSecret secret) {
        var region = new RegionCode(form.region());
        var subject = subject(form);
        var name = subject.map(EnterpriseView::name).orElseGet(() -> nameOnly(form));
        var blotted = form.without(Redactor.redacting(
                form.contact() == null ? List.of() : form.contact().words()));
        var digest = Digests.sha256((subject.map(EnterpriseView::uscc).orElse(name) + "\n"
                        + blotted.narrative().replaceAll("[\\s\\p{P}]", ""))
                .getBytes(StandardCharsets.UTF_8));
        complaints.lockContent(digest);
        var filing = new Complaint.Filing(
                blotted,
                form.isNamed(),
                name,
                subject,
                routes.officeFor(region, form.field()),
                Receipt.fresh(config.city(), LegalDates.today(clock)),
                secret,
                written(blotted.form()),
                digest,
                othersOfSameText(form, digest));
        var complaint = Complaint.file(filing, context());
        complaints.persistAndFlush(complaint);
        identities.keep(complaint.id(), form);
        return complaint;
    }

    /**
     * The same words about the same enterprise: within a day, from the same person, a repetition; later, a report that has
     * been handled and brings nothing new. Whom nobody knows cannot be the same person, so a report without a name is taken
     * in every time, and the office sees that there is another.
     */
    private Optional<String> othersOfSameText(NewComplaint form, String digest) {
        var recent = clock.instant().minus(SAME_FOR);
        Predicate<Complaint> handled = isHandledOnce(form) ? Complaint::isHandled : other -> false;
        var others = complaints.ofSameText(digest, MOST_OTHERS).stream()
                .filter(other -> other.isFiledSince(recent) || handled.test(other))
                .toList();
        for (var other : others) {
            if (isOfTheSamePerson(other, form)) {
                throw other.isFiledSince(recent)
                        ? new Problem(
                                DUPLICATE,
                                new Text(
                                        "一日内已就同一企业提交过相同内容；请用原回执补充材料",
                                        "The same words about the same enterprise were filed within a day; add to that one"))
                        : new Problem(
                                HANDLED_BEFORE,
                                new Text(
                                        "该举报已经处理；没有新的事实，不再重复处理(总局令第121号第三十五条第二款)。如有新的事实，请写明后再提交",
                                        "This report has been handled and brings no new facts (SAMR Order 121 art. 35(2)); if"
                                                + " there are any, say which"));
            }
        }
        return others.stream().map(other -> other.receipt().value()).findFirst();
    }

    /** Whether the law of the day spares the office the same report twice. */
    private boolean isHandledOnce(NewComplaint form) {
        return context().rules().applies(form.kind().rule("DUPLICATE_NOT_HANDLED"), LegalDates.today(clock));
    }

    private boolean isOfTheSamePerson(Complaint other, NewComplaint form) {
        var contact = form.contact();
        return contact != null
                && !contact.words().isEmpty()
                && identities
                        .open(other.id())
                        .filter(filed -> contact.equals(filed.filed().contact()))
                        .isPresent();
    }

    /**
     * A complainant need not know which enterprises are on file: an unknown code is stored with the name, or alone, and the
     * office identifies the enterprise.
     */
    private Optional<EnterpriseView> subject(NewComplaint form) {
        if (form.uscc() == null) {
            return Optional.empty();
        }
        var code = enterprises.sought(form.uscc());
        return Optional.ofNullable(enterprises.onFile(Set.of(code.value())).get(code.value()));
    }

    private static String nameOnly(NewComplaint form) {
        var name =
                form.enterpriseName() == null ? "未登记企业" : form.enterpriseName().strip();
        return form.uscc() == null ? name : name + "（" + form.uscc() + "）";
    }

    @Transactional
    FollowedComplaint follow(Receipt receipt) {
        return complaints.byReceipt(receipt).map(Complaint::followed).orElseThrow();
    }

    @Transactional
    FollowedComplaint add(Receipt receipt, String words, boolean newFacts, Preconditions preconditions) {
        return act(ComplaintAct.ADD, receipt, words + "/" + newFacts, preconditions, (complaint, now) -> {
            var event = complaint.add(words, newFacts, now);
            identities.keep(complaint.id(), words);
            return event;
        });
    }

    @Transactional
    FollowedComplaint withdraw(Receipt receipt, Preconditions preconditions) {
        return act(
                ComplaintAct.WITHDRAW,
                receipt,
                "",
                preconditions,
                (complaint, now) -> complaint.move(ComplaintAct.WITHDRAW, "", now));
    }

    @Transactional
    FollowedComplaint rate(Receipt receipt, int stars, @Nullable String words, Preconditions preconditions) {
        return act(
                ComplaintAct.RATE,
                receipt,
                stars + "/" + words,
                preconditions,
                (complaint, now) -> complaint.rate(stars, words, now));
    }

    /**
     * Keys of one complainant do not meet those of another, for none of them has a name. No words of the complainant's are
     * logged: a line of the log cannot be taken back.
     */
    private FollowedComplaint act(
            ComplaintAct act,
            Receipt receipt,
            String content,
            Preconditions preconditions,
            BiFunction<Complaint, DecisionContext, ComplaintEvent> verb) {
        executor.perform(Act.on(
                        ComplaintService.COMPLAINT,
                        act.logged(),
                        () -> complaints.hold(receipt).orElseThrow(),
                        complaint -> ComplaintService.result(complaint, verb.apply(complaint, context())))
                .once(act.logged() + "/" + receipt, preconditions, content));
        complaints.flush();
        return follow(receipt);
    }

    private DecisionContext context() {
        var moment = clock.instant();
        return new DecisionContext(
                DecisionContext.COMPLAINANT,
                CaseRole.COMPLAINANT,
                moment,
                deadlines.rulesFor(RulePack.Cases.COMPLAINT, LegalDates.on(moment)));
    }

    private String written(@Nullable Object form) {
        try {
            return form == null ? "{}" : json.writeValueAsString(form);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

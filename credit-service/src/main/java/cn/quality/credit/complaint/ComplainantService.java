package cn.quality.credit.complaint;

import cn.quality.credit.enterprise.EnterpriseProblems;
import cn.quality.credit.enterprise.EnterpriseService;
import cn.quality.credit.enterprise.EnterpriseView;
import cn.quality.credit.rules.Terms;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.digest.Digests;
import cn.quality.platform.idempotency.Idempotency;
import cn.quality.platform.identifiers.Redactor;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.outbox.Outbox;
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
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What the complainant does. Whoever calls has been let in by {@link SecretGate}. */
@ApplicationScoped
class ComplainantService {

    static final ProblemType DUPLICATE =
            new ProblemType(409, "duplicate-complaint", new Text("重复的投诉举报", "Duplicate complaint"));

    private static final Duration SAME_FOR = Duration.ofDays(1);

    private final ComplaintRepository complaints;
    private final IdentityStore identities;
    private final SecretGate gate;
    private final RouteService routes;
    private final EnterpriseService enterprises;
    private final Terms terms;
    private final Idempotency idempotency;
    private final DecisionLog decisions;
    private final Outbox outbox;
    private final ComplaintConfig config;
    private final ObjectMapper json;
    private final Clock clock;

    ComplainantService(
            ComplaintRepository complaints,
            IdentityStore identities,
            SecretGate gate,
            RouteService routes,
            EnterpriseService enterprises,
            Terms terms,
            Idempotency idempotency,
            DecisionLog decisions,
            Outbox outbox,
            ComplaintConfig config,
            ObjectMapper json,
            Clock clock) {
        this.complaints = complaints;
        this.identities = identities;
        this.gate = gate;
        this.routes = routes;
        this.enterprises = enterprises;
        this.terms = terms;
        this.idempotency = idempotency;
        this.decisions = decisions;
        this.outbox = outbox;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    /** An answer, and whether this request made what it tells of. */
    record Filed(FiledComplaint answer, boolean isNew) {}

    /**
     * Takes a complaint in. The same key again gets the same receipt, and a fresh secret while nobody has used the first:
     * its answer must have got lost.
     *
     * @throws Problem 400 {@code invalid-argument}, 409 {@code duplicate-complaint} or {@code idempotency-key-reused}, 422
     *     {@code unknown-region} or {@code unknown-enterprise}, 503 {@code sealing-key-missing}
     */
    @Transactional
    Filed file(NewComplaint form, Optional<String> key) {
        form.check(LegalDates.today(clock));
        var fresh = new AtomicReference<@Nullable Secret>();
        var id = idempotency.once("complaint.file", key, identities.fingerprint(form), () -> {
            var secret = Secret.fresh();
            fresh.set(secret);
            return take(form, secret).id();
        });
        complaints.flush();
        var secret = Optional.ofNullable(fresh.get());
        var complaint = complaints.findById(id);
        return new Filed(
                new FiledComplaint(
                        complaint.receipt().value(),
                        secret.or(() -> gate.reissue(id)).map(Secret::shown).orElse(null),
                        complaint.kind(),
                        complaint.office().name(),
                        complaint.view().filedAt(),
                        complaint.running().map(term -> term.deadline().due()).orElse(null)),
                secret.isPresent());
    }

    private Complaint take(NewComplaint form, Secret secret) {
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
                name,
                subject,
                routes.officeFor(region, form.field()),
                Receipt.of(config.city(), LegalDates.today(clock), complaints.nextNumber()),
                secret,
                written(blotted.form()),
                digest,
                othersOfSameText(form, digest));
        var complaint = Complaint.file(filing, circumstances());
        complaints.persistAndFlush(complaint);
        identities.keep(complaint.id(), form);
        note(ComplaintAct.FILE, null, complaint);
        return complaint;
    }

    /** The same words about the same enterprise within a day: from the same person it is a repetition. */
    private Optional<String> othersOfSameText(NewComplaint form, String digest) {
        var others = complaints.ofSameText(digest, clock.instant().minus(SAME_FOR));
        for (var other : others) {
            if (identities
                    .open(other.id())
                    .filter(filed -> Objects.equals(filed.filed().contact(), form.contact()))
                    .isPresent()) {
                throw new Problem(
                        DUPLICATE,
                        new Text(
                                "一日内已就同一企业提交过相同内容；请用原回执补充材料",
                                "The same words about the same enterprise were filed within a day; add to that one"));
            }
        }
        return others.stream().map(other -> other.receipt().value()).findFirst();
    }

    /** Somebody who complains need not know who is on file: a code we do not know is kept beside the name. */
    private Optional<EnterpriseView> subject(NewComplaint form) {
        if (form.uscc() == null) {
            return Optional.empty();
        }
        var code = UnifiedSocialCreditCode.parse(form.uscc());
        var known = Optional.ofNullable(enterprises.onFile(Set.of(code.value())).get(code.value()));
        if (known.isEmpty() && form.enterpriseName() == null) {
            throw EnterpriseProblems.unknown(code);
        }
        return known;
    }

    private static String nameOnly(NewComplaint form) {
        var name = String.valueOf(form.enterpriseName()).strip();
        return form.uscc() == null ? name : name + "（" + form.uscc() + "）";
    }

    @Transactional
    FollowedComplaint follow(Receipt receipt) {
        return complaints.byReceipt(receipt).map(Complaint::followed).orElseThrow();
    }

    @Transactional
    FollowedComplaint add(Receipt receipt, String words, Optional<String> key) {
        return act(ComplaintAct.ADD, receipt, words, key, (complaint, now) -> {
            var event = complaint.move(ComplaintAct.ADD, words, now);
            identities.keep(complaint.id(), words);
            return event;
        });
    }

    @Transactional
    FollowedComplaint withdraw(Receipt receipt, Optional<String> key) {
        return act(
                ComplaintAct.WITHDRAW,
                receipt,
                "",
                key,
                (complaint, now) -> complaint.move(ComplaintAct.WITHDRAW, "", now));
    }

    @Transactional
    FollowedComplaint rate(Receipt receipt, int stars, @Nullable String words, Optional<String> key) {
        return act(
                ComplaintAct.RATE,
                receipt,
                stars + "/" + words,
                key,
                (complaint, now) -> complaint.rate(stars, words, now));
    }

    /** Keys of one complainant do not meet those of another, for none of them has a name. */
    private FollowedComplaint act(
            ComplaintAct act,
            Receipt receipt,
            String content,
            Optional<String> key,
            BiFunction<Complaint, Circumstances, ComplaintEvent> verb) {
        var operation = "complaint." + act.name().toLowerCase(Locale.ROOT) + "/" + receipt;
        idempotency.once(operation, key, content, () -> {
            var complaint = complaints.hold(receipt).orElseThrow();
            var before = complaint.view();
            if (verb.apply(complaint, circumstances()) instanceof ComplaintEvent.Shared shared) {
                outbox.append(shared.outbound());
            }
            note(act, before, complaint);
            return complaint.id();
        });
        complaints.flush();
        return follow(receipt);
    }

    private Circumstances circumstances() {
        return new Circumstances(Official.COMPLAINANT, clock.instant(), terms::end);
    }

    /** No words of the complainant's: a line of the log cannot be taken back. */
    private void note(ComplaintAct act, @Nullable ComplaintView before, Complaint after) {
        decisions.append(new Decision(
                "complaint." + act.name().toLowerCase(Locale.ROOT),
                "complaint",
                after.receipt().value(),
                "",
                "",
                before,
                after.view()));
    }

    private String written(@Nullable Object form) {
        try {
            return form == null ? "{}" : json.writeValueAsString(form);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

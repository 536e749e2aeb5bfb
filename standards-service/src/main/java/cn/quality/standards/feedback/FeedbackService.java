package cn.quality.standards.feedback;

import cn.quality.platform.act.Act;
import cn.quality.platform.act.Act.VersionCheck;
import cn.quality.platform.act.ActExecutor;
import cn.quality.platform.act.ActResult;
import cn.quality.platform.act.ActSubject;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.digest.Digests;
import cn.quality.platform.digest.ReceiptSecret;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.outbox.OutboundEvent;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.standards.feedback.Feedback.PrivatePart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What anybody, and what the office, does to a report; each act with the course of {@link ActExecutor}. */
@ApplicationScoped
class FeedbackService {

    /** Of what the report itself says; what somebody wrote is in no log, not even as a digest. */
    private static final ActSubject<Feedback> FEEDBACK =
            ActSubject.of("feedback", Feedback::id, Feedback::version, feedback -> feedback.file(List.of(), null));

    private final FeedbackRepository reports;
    private final FeedbackConfig config;
    private final ActExecutor executor;
    private final Caller caller;
    private final Clock clock;

    FeedbackService(
            FeedbackRepository reports, FeedbackConfig config, ActExecutor executor, Caller caller, Clock clock) {
        this.reports = reports;
        this.config = config;
        this.executor = executor;
        this.caller = caller;
        this.clock = clock;
    }

    /** The report an act is on, with the headers of the act. */
    record On(UUID id, Preconditions preconditions) {}

    /** What makes a request for an act the same as another. */
    private record Request(UUID id, Object content) {}

    /** Takes a report. The same again under its key gets the same receipt, without the secret. */
    @Transactional
    FiledFeedback file(NewFeedback.Checked filed, Preconditions preconditions) {
        var fresh = new AtomicReference<@Nullable ReceiptSecret>();
        var request = Digests.sha256(
                String.join("\n", filed.number().canonical(), filed.category().name(), filed.words())
                        .getBytes(StandardCharsets.UTF_8));
        var done = executor.perform(Act.making(FEEDBACK, FeedbackAct.FILE.logged(), () -> {
                    var secret = ReceiptSecret.fresh();
                    fresh.set(secret);
                    var report = new Feedback(filed, secret, clock.instant());
                    reports.persist(report);
                    reports.keep(
                            report.id(),
                            new PrivatePart(filed.words(), filed.contact().orElse(null)));
                    return ActResult.changed(report);
                })
                .once(preconditions, request));
        var secret = fresh.get();
        var report = reports.findById(done.id()).followed();
        return new FiledFeedback(report.id(), secret == null ? null : secret.shown(), report.receivedAt());
    }

    /** @throws Problem 401 without a secret, 404 when there is no such report or the secret is another's */
    @Transactional
    FollowedFeedback follow(UUID id, @Nullable String secret) {
        return opened(reports.findByIdOptional(id), secret).followed();
    }

    /** @throws Problem 401, 404 as {@link #follow}, 409 {@code illegal-transition} */
    @Transactional
    FollowedFeedback withdraw(UUID id, @Nullable String secret) {
        executor.perform(Act.on(
                FEEDBACK, FeedbackAct.WITHDRAW.logged(), () -> opened(reports.hold(id), secret), report -> {
                    report.move(FeedbackAct.WITHDRAW, "", DecisionContext.reporter(clock.instant()));
                    return ActResult.changed(report);
                }));
        return reports.findById(id).followed();
    }

    @Transactional
    FeedbackCaseView accept(On on, NewNote.Checked sent) {
        return act(on, FeedbackAct.ACCEPT, sent, (report, now) -> {
            report.accept(sent.note(), sent.department(), now);
            return Optional.empty();
        });
    }

    /** Dismisses it, or returns the draft of an answer. */
    @Transactional
    FeedbackCaseView move(On on, FeedbackAct act, NewNote.Checked sent) {
        return act(on, act, sent, (report, now) -> {
            report.move(act, sent.note(), now);
            return Optional.empty();
        });
    }

    @Transactional
    FeedbackCaseView answer(On on, NewAnswer.Checked sent) {
        return act(on, FeedbackAct.ANSWER, sent, (report, now) -> {
            report.answer(sent, now);
            return Optional.empty();
        });
    }

    @Transactional
    FeedbackCaseView publish(On on) {
        return act(
                on,
                FeedbackAct.PUBLISH,
                "",
                (report, now) -> Optional.of(report.publish(now).outbound()));
    }

    @Transactional
    FeedbackCaseView find(UUID id) {
        return file(reports.findByIdOptional(id).orElseThrow(FeedbackService::unknown));
    }

    /** Without what people wrote. */
    @Transactional
    Page<FeedbackCaseView> list(@Nullable FeedbackState state, PageRequest page) {
        var now = context();
        var rows = reports.list(state, page.cursor().map(cursor -> cursor.uuid(0)), page.fetch());
        return Page.of(rows, page, row -> Cursor.of(row.id())).map(row -> row.file(row.actions(now), null));
    }

    /** Deletes what people wrote in reports that ended long enough ago. */
    @Transactional
    int forget() {
        var before = LegalDates.today(clock)
                .minus(config.retention())
                .atStartOfDay(LegalDates.ZONE)
                .toInstant();
        return reports.forget(before);
    }

    private static Feedback opened(Optional<Feedback> report, @Nullable String secret) {
        if (secret == null || secret.isBlank()) {
            throw new Problem(
                    ProblemTypes.UNAUTHENTICATED,
                    new Text("请在 Feedback-Secret 中提供查询密码", "Give the secret in the header Feedback-Secret"));
        }
        return report.filter(one -> one.isOpenedBy(new ReceiptSecret(secret)))
                .orElseThrow(() -> new Problem(
                        ProblemTypes.NOT_FOUND, new Text("回执编号与查询密码不符", "Receipt number and secret do not match")));
    }

    private FeedbackCaseView act(
            On on,
            FeedbackAct act,
            Object content,
            BiFunction<Feedback, DecisionContext, Optional<OutboundEvent>> verb) {
        var done = executor.perform(Act.on(
                        FEEDBACK,
                        act.logged(),
                        () -> reports.hold(on.id()).orElseThrow(FeedbackService::unknown),
                        report -> {
                            var event = verb.apply(report, context());
                            return ActResult.changed(report).event(event.orElse(null));
                        })
                .upon(on.preconditions(), VersionCheck.REQUIRED)
                .once(on.preconditions(), new Request(on.id(), content)));
        return file(reports.findById(done.id()));
    }

    private FeedbackCaseView file(Feedback report) {
        return report.file(
                report.actions(context()), reports.privatePart(report.id()).orElse(null));
    }

    private DecisionContext context() {
        return new DecisionContext(caller.id(), FeedbackRole.of(caller), clock.instant());
    }

    private static Problem unknown() {
        return new Problem(ProblemTypes.NOT_FOUND, new Text("没有这一反馈", "There is no such report"));
    }
}

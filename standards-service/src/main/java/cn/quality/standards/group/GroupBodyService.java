package cn.quality.standards.group;

import cn.quality.platform.act.Act;
import cn.quality.platform.act.Act.VersionCheck;
import cn.quality.platform.act.ActExecutor;
import cn.quality.platform.act.ActResult;
import cn.quality.platform.act.ActSubject;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The register of the bodies that make group standards. */
@ApplicationScoped
class GroupBodyService {

    static final ProblemType ALREADY_REGISTERED =
            new ProblemType(409, "already-registered", Text.of("该社会团体已登记", "Already registered"));

    static final ProblemType BODY_UNKNOWN =
            new ProblemType(409, "body-unknown", Text.of("社会团体未登记", "The body is not registered"));

    private static final ActSubject<GroupBody> BODY =
            ActSubject.of("group-body", GroupBody::id, GroupBody::version, GroupBody::view);

    private final GroupBodyRepository bodies;
    private final ActExecutor executor;
    private final Caller caller;
    private final Clock clock;

    GroupBodyService(GroupBodyRepository bodies, ActExecutor executor, Caller caller, Clock clock) {
        this.bodies = bodies;
        this.executor = executor;
        this.caller = caller;
        this.clock = clock;
    }

    /** @throws Problem 409 {@code already-registered}, {@code code-in-use} */
    @Transactional
    GroupBodyView register(UnifiedSocialCreditCode uscc, String name, String code, Preconditions sent, Object request) {
        var done = executor.perform(Act.making(BODY, "group-body.register", () -> {
                    bodies.lockCodes();
                    bodies.byUscc(uscc.value()).ifPresent(known -> {
                        throw new Problem(
                                ALREADY_REGISTERED,
                                Text.of("%s 已登记为“%s”", "%s is registered as %s", uscc, known.name()));
                    });
                    requireFree(code);
                    var body = new GroupBody(uscc, name, code, LegalDates.today(clock));
                    bodies.persist(body);
                    return ActResult.changed(body).basedOn("团体标准管理规定 2019");
                })
                .once(sent, request));
        return read(done.id());
    }

    /** @throws Problem 409 {@code code-in-use}, 422 {@code unsuitable-day} */
    @Transactional
    GroupBodyView recode(UUID id, String code, LocalDate since, String reason, Preconditions sent, Object request) {
        return change(id, "group-body.recode", reason, sent, request, body -> {
            bodies.lockCodes();
            bodies.byCode(code).filter(other -> !other.id().equals(id)).ifPresent(GroupBodyService::refuseCode);
            body.recode(code, since);
        });
    }

    private void requireFree(String code) {
        bodies.byCode(code).ifPresent(GroupBodyService::refuseCode);
    }

    private static void refuseCode(GroupBody other) {
        throw new Problem(GroupBody.SAME_CODE, Text.of("该代号属于“%s”", "the code is that of %s", other.name()));
    }

    /** A paper of the caller's own body. @throws Problem 403 {@code foreign-body} */
    @Transactional
    GroupBodyView file(UUID id, GroupBody.PaperKind kind, Document paper, Preconditions sent, Object request) {
        var own = caller.requireSocialOrganization();
        return change(id, "group-body.file", String.valueOf(paper.title()), sent, request, body -> {
            if (!body.uscc().equals(own.value())) {
                throw new Problem(GroupPolicy.Types.FOREIGN_BODY, Text.of("不是本团体", "It is another body"));
            }
            body.file(kind, paper, clock.instant());
        });
    }

    /** @throws Problem 409 {@code body-suspended} */
    @Transactional
    GroupBodyView suspend(UUID id, String reason, Preconditions sent) {
        return change(id, "group-body.suspend", reason, sent, reason, body -> body.suspend(LegalDates.today(clock)));
    }

    /** @throws Problem 409 {@code not-suspended} */
    @Transactional
    GroupBodyView resume(UUID id, String reason, Preconditions sent) {
        return change(id, "group-body.resume", reason, sent, reason, GroupBody::resume);
    }

    private GroupBodyView change(
            UUID id, String act, String reason, Preconditions sent, Object request, Consumer<GroupBody> verb) {
        executor.perform(Act.on(BODY, act, () -> bodies.hold(id).orElseThrow(() -> unknown(id)), body -> {
                    verb.accept(body);
                    return ActResult.changed(body).because(reason);
                })
                .upon(sent, VersionCheck.REQUIRED)
                .once(sent, new Request(id, request)));
        return read(id);
    }

    private record Request(UUID id, Object content) {}

    private GroupBodyView read(UUID id) {
        bodies.flush();
        return bodies.findById(id).view();
    }

    @Transactional
    GroupBodyView find(UUID id) {
        return bodies.findByIdOptional(id).orElseThrow(() -> unknown(id)).view();
    }

    /** Those with a code, present or former; all of them without one. */
    @Transactional
    Page<GroupBodyView> list(Optional<String> code, PageRequest page) {
        if (code.isPresent()) {
            return new Page<>(
                    bodies.byCode(code.get()).map(GroupBody::view).stream().toList(), null);
        }
        var rows = bodies.list(page.cursor().map(cursor -> cursor.uuid(0)), page.fetch());
        return Page.of(rows, page, row -> Cursor.of(row.id())).map(GroupBody::view);
    }

    /** How a body stands today. */
    BodyStanding standing(UUID id) {
        return bodies.findById(id).standing(LegalDates.today(clock));
    }

    /** The same for a body that gives a number: nothing about it changes until the commit. */
    void hold(UUID id) {
        if (bodies.hold(id).isEmpty()) {
            throw unknown(id);
        }
    }

    /** How the caller's own body stands. @throws Problem 403 {@code no-organization}, 409 {@code body-unknown} */
    BodyStanding own() {
        var uscc = caller.requireSocialOrganization();
        return bodies.byUscc(uscc.value())
                .orElseThrow(() -> new Problem(
                        BODY_UNKNOWN, Text.of("社会团体 %s 尚未登记", "the organisation %s is not registered", uscc)))
                .standing(LegalDates.today(clock));
    }

    private static Problem unknown(UUID id) {
        return new Problem(ProblemTypes.NOT_FOUND, Text.of("没有社会团体 %s", "there is no body %s", id));
    }
}

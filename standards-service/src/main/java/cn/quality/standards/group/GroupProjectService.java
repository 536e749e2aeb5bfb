package cn.quality.standards.group;

import cn.quality.platform.act.Act;
import cn.quality.platform.act.Act.VersionCheck;
import cn.quality.platform.act.ActExecutor;
import cn.quality.platform.act.ActResult;
import cn.quality.platform.act.ActSubject;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.standards.catalogue.CatalogueEntries;
import cn.quality.standards.catalogue.StandardLookup;
import cn.quality.standards.catalogue.StandardRef;
import cn.quality.standards.catalogue.Status;
import cn.quality.standards.number.StandardNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The acts on group standards, each with the course of {@link ActExecutor}. */
@ApplicationScoped
class GroupProjectService {

    static final ProblemType NUMBER_TAKEN =
            new ProblemType(409, "number-taken", Text.of("编号已被使用", "The number is taken"));
    static final ProblemType NOT_UNDER_REVISION =
            new ProblemType(422, "not-under-revision", Text.of("所修订的标准未决定修订", "Not under revision"));
    static final ProblemType UNUSABLE_STANDARD =
            new ProblemType(422, "unusable-standard", Text.of("所列强制性标准不可用", "A standard cannot be relied on"));

    private static final String PROVISIONS = "团体标准管理规定 2019";

    private static final ActSubject<GroupProject> PROJECT =
            ActSubject.of("group-project", GroupProject::id, GroupProject::version, GroupProject::file);

    private final GroupProjectRepository projects;
    private final GroupCommentRepository comments;
    private final GroupBodyService bodies;
    private final GroupTermsRepository terms;
    private final StandardLookup catalogue;
    private final CatalogueEntries entries;
    private final ActExecutor executor;
    private final Caller caller;
    private final Clock clock;

    GroupProjectService(
            GroupProjectRepository projects,
            GroupCommentRepository comments,
            GroupBodyService bodies,
            GroupTermsRepository terms,
            StandardLookup catalogue,
            CatalogueEntries entries,
            ActExecutor executor,
            Caller caller,
            Clock clock) {
        this.projects = projects;
        this.comments = comments;
        this.bodies = bodies;
        this.terms = terms;
        this.catalogue = catalogue;
        this.entries = entries;
        this.executor = executor;
        this.caller = caller;
        this.clock = clock;
    }

    /** The project an act is on, with the headers of the act. */
    record On(UUID id, Preconditions preconditions) {}

    /** What makes a request for an act the same as another. */
    private record Request(UUID id, Object content) {}

    /**
     * Begins a project of the caller's own body.
     *
     * @throws Problem 409 {@code papers-missing}, {@code body-suspended}; 422 {@code not-under-revision}
     */
    @Transactional
    GroupCaseView propose(GroupProject.Proposal proposal, Preconditions sent, Object request) {
        var body = bodies.own();
        var done = executor.perform(Act.making(PROJECT, GroupAct.PROPOSE.logged(), () -> {
                    var project = GroupProject.propose(proposal, context(body, 0));
                    project.revises().ifPresent(id -> requireUnderRevision(id, body));
                    projects.persist(project);
                    return ActResult.changed(project).because(proposal.reason()).basedOn(PROVISIONS);
                })
                .once(sent, request));
        return read(done.id());
    }

    private void requireUnderRevision(UUID id, BodyStanding body) {
        var old = projects.findByIdOptional(id)
                .filter(one -> one.bodyId().equals(body.id()) && one.state() == GroupState.REVISING);
        if (old.isEmpty()) {
            throw new Problem(
                            NOT_UNDER_REVISION,
                            Text.of("应先对本团体的原标准作出修订的复审结论", "first conclude to revise that standard of this body"))
                    .with("revises", "not-under-revision", Text.of("没有修订中的标准 %s", "no standard %s under revision", id));
        }
    }

    /** @throws Problem 422 {@code comment-period-shortened} */
    @Transactional
    GroupCaseView consult(
            On on, Document draft, List<Participant> drafters, Optional<LocalDate> until, Object request) {
        return act(on, GroupAct.CONSULT, request, (project, now) -> project.consult(draft, drafters, until, now));
    }

    /** @throws Problem 422 {@code comment-period-shortened} */
    @Transactional
    GroupCaseView extend(On on, LocalDate until, String reason, Object request) {
        return act(on, GroupAct.EXTEND, request, (project, now) -> project.extend(until, reason, now));
    }

    /** Begins the review. @throws Problem 409 {@code consultation-not-over}, {@code comments-unanswered} */
    @Transactional
    GroupCaseView review(On on, LocalDate heldOn, List<Participant> delegates, Object request) {
        return act(on, GroupAct.REVIEW, request, (project, now) -> project.review(heldOn, delegates, now));
    }

    @Transactional
    GroupCaseView convene(On on, LocalDate heldOn, List<Participant> delegates, Object request) {
        return act(on, GroupAct.CONVENE, request, (project, now) -> project.convene(heldOn, delegates, now));
    }

    /** @throws Problem 422 {@code unsuitable-vote}, {@code no-quorum} */
    @Transactional
    GroupCaseView vote(On on, Set<Integer> attended, List<VoteCount.Ballot> ballots, Object request) {
        return act(on, GroupAct.VOTE, request, (project, now) -> project.vote(attended, ballots, now));
    }

    /** @throws Problem 409 {@code number-taken}, 422 {@code unsuitable-number} */
    @Transactional
    GroupCaseView number(On on, StandardNumber given, Object request) {
        return act(on, GroupAct.NUMBER, request, (project, now) -> {
            // The code is the body's, so of two projects that take one number the second waits here.
            bodies.hold(project.bodyId());
            project.requireAllowed(GroupAct.NUMBER, now);
            if (projects.isNumberTaken(given.canonical())
                    || !catalogue.known(List.of(given)).isEmpty()) {
                throw new Problem(NUMBER_TAKEN, Text.of("%s 已被使用", "%s is taken", given))
                        .with("number", "number-taken", Text.of("%s 已被使用", "%s is taken", given));
            }
            return project.number(given, now);
        });
    }

    /**
     * Publishes, enters the standard in the catalogue, and ends the edition that this one revises.
     *
     * @param mandatory standards it was held against, by the field that named each
     * @throws Problem 422 {@code unusable-standard} naming those that are unknown or not in force
     */
    @Transactional
    GroupCaseView publish(On on, Publication publication, Map<String, StandardNumber> mandatory, Object request) {
        return act(
                on,
                GroupAct.PUBLISH,
                request,
                (project, now) -> {
                    project.requireAllowed(GroupAct.PUBLISH, now);
                    requireInForce(mandatory);
                    return project.publish(publication, now);
                },
                (project, now) -> enter(project, publication, now));
    }

    private void requireInForce(Map<String, StandardNumber> numbers) {
        var known = catalogue.known(numbers.values());
        var problem =
                new Problem(UNUSABLE_STANDARD, Text.of("所列强制性标准未收录或不是现行标准", "A standard is unknown or not in force"));
        numbers.forEach((field, number) -> {
            if (!isInForce(known.get(number))) {
                problem.with(field, "not-in-force", Text.of("%s 未收录或不是现行标准", "%s is unknown or not in force", number));
            }
        });
        if (!problem.violations().isEmpty()) {
            throw problem;
        }
    }

    private static boolean isInForce(@Nullable StandardRef standard) {
        return standard != null && standard.status() == Status.IN_FORCE;
    }

    private void enter(GroupProject project, Publication publication, GroupContext now) {
        var number = project.number().orElseThrow();
        var old = project.revises().flatMap(projects::hold);
        var view = project.view();
        entries.enter(new CatalogueEntries.Published(
                number,
                project.title(),
                view.titleEn(),
                publication.publishedOn(),
                publication.implementedOn(),
                old.flatMap(GroupProject::number),
                now.body().name(),
                view.draftingUnits(),
                view.scope(),
                now.body().name() + " " + publication.decision().reference()));
        old.ifPresent(former -> executor.perform(Act.on(
                PROJECT,
                GroupAct.REPLACE.logged(),
                () -> former,
                replaced -> result(replaced, replaced.replace(number.canonical(), now.asSystem()))
                        .because(number.canonical()))));
    }

    /** The catalogue shows when it was reviewed. */
    @Transactional
    GroupCaseView confirm(On on, String reason) {
        return act(
                on,
                GroupAct.CONFIRM,
                reason,
                (project, now) -> project.confirm(reason, now),
                (project, now) -> entries.confirm(project.number().orElseThrow(), now.today()));
    }

    @Transactional
    GroupCaseView revise(On on, String reason) {
        return act(on, GroupAct.REVISE, reason, (project, now) -> project.revise(reason, now));
    }

    @Transactional
    GroupCaseView abolish(On on, String reason) {
        return act(on, GroupAct.ABOLISH, reason, (project, now) -> project.abolish(reason, now), this::endInCatalogue);
    }

    private void endInCatalogue(GroupProject project, GroupContext now) {
        entries.abolish(project.number().orElseThrow(), now.today());
    }

    /** @throws Problem 422 {@code unsuitable-day} */
    @Transactional
    GroupCaseView orderCorrection(On on, String order, String reason, LocalDate dueOn, Object request) {
        return act(
                on,
                GroupAct.ORDER_CORRECTION,
                request,
                (project, now) -> project.orderCorrection(order, reason, dueOn, now));
    }

    @Transactional
    GroupCaseView correct(On on, String reason) {
        return act(on, GroupAct.CORRECT, reason, (project, now) -> project.correct(reason, now));
    }

    /** @throws Problem 403 {@code same-person}, 409 {@code not-past-due} */
    @Transactional
    GroupCaseView abolishByOrder(On on, String reason) {
        return act(
                on,
                GroupAct.ABOLISH_BY_ORDER,
                reason,
                (project, now) -> project.abolishByOrder(reason, now),
                this::endInCatalogue);
    }

    @Transactional
    GroupCaseView approve(On on, String reason) {
        return act(on, GroupAct.APPROVE, reason, (project, now) -> project.approve(reason, now));
    }

    @Transactional
    GroupCaseView redraft(On on, String reason) {
        return act(on, GroupAct.REDRAFT, reason, (project, now) -> project.redraft(reason, now));
    }

    /** An act that changes nothing but the state. */
    @Transactional
    GroupCaseView move(On on, GroupAct act, String reason) {
        return act(on, act, reason, (project, now) -> project.move(act, reason, now));
    }

    /**
     * What became of a comment. No version is asked for: many are answered one after the other, and each stands for itself.
     *
     * @throws Problem 404, 409 {@code illegal-transition} once the review has begun
     */
    @Transactional
    GroupCaseView answer(On on, UUID commentId, CommentFate fate, @Nullable String reason, Object request) {
        return act(on, GroupAct.ANSWER, List.of(commentId, request), (project, now) -> {
            var event = project.answer(now);
            comments.findByIdOptional(commentId)
                    .filter(comment -> comment.projectId().equals(on.id()))
                    .orElseThrow(() -> new Problem(
                            ProblemTypes.NOT_FOUND, Text.of("没有意见 %s", "there is no comment %s", commentId)))
                    .answer(fate, reason, now.moment());
            return event;
        });
    }

    private GroupCaseView act(
            On on, GroupAct act, Object content, BiFunction<GroupProject, GroupContext, GroupEvent> verb) {
        return act(on, act, content, verb, (project, now) -> {});
    }

    @FunctionalInterface
    private interface Completion {
        void run(GroupProject project, GroupContext now);
    }

    private GroupCaseView act(
            On on,
            GroupAct act,
            Object content,
            BiFunction<GroupProject, GroupContext, GroupEvent> verb,
            Completion completion) {
        var done = executor.perform(Act.on(
                        PROJECT,
                        act.logged(),
                        () -> projects.hold(on.id()).orElseThrow(() -> unknown(on.id())),
                        project -> {
                            var now = context(project);
                            return result(project, verb.apply(project, now))
                                    .because(project.lastWords())
                                    .basedOn(PROVISIONS)
                                    .completedBy(() -> completion.run(project, now));
                        })
                .upon(on.preconditions(), act == GroupAct.ANSWER ? VersionCheck.IF_GIVEN : VersionCheck.REQUIRED)
                .once(on.preconditions(), new Request(on.id(), content)));
        return read(done.id());
    }

    private static ActResult<GroupProject> result(GroupProject project, GroupEvent event) {
        return ActResult.changed(project).event(event.outbound().orElse(null));
    }

    private GroupCaseView read(UUID id) {
        projects.flush();
        var project = projects.findById(id);
        return project.file(context(project));
    }

    GroupContext context(GroupProject project) {
        return context(bodies.standing(project.bodyId()), comments.countUnanswered(project.id()));
    }

    private GroupContext context(BodyStanding body, long unanswered) {
        var roles = GroupRole.of(caller);
        return new GroupContext(
                caller.actor(),
                roles,
                roles.contains(GroupRole.BODY)
                        ? Optional.of(caller.requireSocialOrganization().value())
                        : Optional.empty(),
                body,
                unanswered,
                terms.on(LegalDates.today(clock)),
                clock.instant());
    }

    static Problem unknown(UUID id) {
        return new Problem(ProblemTypes.NOT_FOUND, Text.of("没有团体标准项目 %s", "there is no group standard %s", id));
    }
}

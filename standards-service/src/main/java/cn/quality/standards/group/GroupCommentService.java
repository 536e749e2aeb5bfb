package cn.quality.standards.group;

import cn.quality.platform.act.Act;
import cn.quality.platform.act.ActExecutor;
import cn.quality.platform.act.ActResult;
import cn.quality.platform.act.ActSubject;
import cn.quality.platform.http.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Takes comments on drafts, from anybody. */
@ApplicationScoped
class GroupCommentService {

    /** Logged without who said it. */
    private static final ActSubject<GroupComment> COMMENT =
            ActSubject.of("group-comment", GroupComment::id, comment -> 0, GroupComment::view);

    private final GroupProjectRepository projects;
    private final GroupCommentRepository comments;
    private final GroupProjectService service;
    private final ActExecutor executor;
    private final Clock clock;

    GroupCommentService(
            GroupProjectRepository projects,
            GroupCommentRepository comments,
            GroupProjectService service,
            ActExecutor executor,
            Clock clock) {
        this.projects = projects;
        this.comments = comments;
        this.service = service;
        this.executor = executor;
        this.clock = clock;
    }

    /**
     * Takes a comment. The project is held meanwhile, so that no review begins without it.
     *
     * @throws cn.quality.platform.problem.Problem 404; 409 {@code illegal-transition}, {@code consultation-closed}
     */
    @Transactional
    GroupCommentView make(NewGroupComment.Said said, Preconditions sent, NewGroupComment request) {
        var done = executor.perform(Act.making(COMMENT, GroupAct.COMMENT.logged(), () -> {
                    var project = projects.holdShared(said.projectId())
                            .filter(GroupProject::isPublic)
                            .orElseThrow(() -> GroupProjectService.unknown(said.projectId()));
                    var round = project.requireOpen(service.context(project));
                    var comment = new GroupComment(project.id(), round.round(), said, clock.instant());
                    comments.persist(comment);
                    return ActResult.changed(comment).basedOn("团体标准管理规定 2019");
                })
                .once(sent, request));
        return comments.findById(done.id()).view();
    }
}

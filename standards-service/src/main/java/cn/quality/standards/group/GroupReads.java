package cn.quality.standards.group;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the public, the bodies and officials read of group standards. */
@ApplicationScoped
class GroupReads {

    private final GroupProjectRepository projects;
    private final GroupCommentRepository comments;
    private final GroupTermsRepository terms;
    private final GroupProjectService service;
    private final Caller caller;
    private final Clock clock;

    GroupReads(
            GroupProjectRepository projects,
            GroupCommentRepository comments,
            GroupTermsRepository terms,
            GroupProjectService service,
            Caller caller,
            Clock clock) {
        this.projects = projects;
        this.comments = comments;
        this.terms = terms;
        this.service = service;
        this.caller = caller;
        this.clock = clock;
    }

    /** @throws Problem 404, for a proposal that is not approved too */
    GroupProjectView published(UUID id) {
        return publicOne(id).view();
    }

    private GroupProject publicOne(UUID id) {
        return projects.findByIdOptional(id)
                .filter(GroupProject::isPublic)
                .orElseThrow(() -> GroupProjectService.unknown(id));
    }

    Page<GroupProjectSummary> published(GroupProjectFilter filter, PageRequest page) {
        return list(filter, Optional.empty(), true, page);
    }

    /** The numbers of the procedure, the latest first. */
    List<GroupTerms> terms() {
        return terms.all();
    }

    /** What may be commented on today, what ends first before what ends later. */
    Page<OpenConsultation> open(PageRequest page) {
        var today = LegalDates.today(clock);
        return Page.of(projects.open(today, page.cursor(), page.fetch()), page, project -> {
                    var lastDay = project.consultation().orElseThrow().lastDay();
                    return Cursor.of(lastDay, project.id());
                })
                .map(project -> project.open(today));
    }

    /** Comments that are answered, without who made them. */
    Page<GroupCommentView> answered(UUID id, PageRequest page) {
        var project = publicOne(id);
        return comments(project.id(), true, page).map(GroupComment::view);
    }

    /** @throws Problem 403 {@code foreign-body} for another body's */
    GroupCaseView file(UUID id) {
        var project = own(id);
        return project.file(service.context(project));
    }

    /** All comments, with who made them. @throws Problem 403 {@code foreign-body} for another body's */
    Page<GroupCommentView> comments(UUID id, PageRequest page) {
        return comments(own(id).id(), false, page).map(GroupComment::full);
    }

    /** A body sees its own, an official all. */
    Page<GroupProjectSummary> files(GroupProjectFilter filter, PageRequest page) {
        return list(filter, ownUscc(), false, page);
    }

    private GroupProject own(UUID id) {
        var project = projects.findByIdOptional(id).orElseThrow(() -> GroupProjectService.unknown(id));
        if (ownUscc().filter(uscc -> !uscc.equals(project.bodyUscc())).isPresent()) {
            throw new Problem(GroupPolicy.Types.FOREIGN_BODY, Text.of("该项目属于其他社会团体", "The project is another body's"));
        }
        return project;
    }

    private Optional<String> ownUscc() {
        return GroupRole.of(caller).contains(GroupRole.BODY)
                ? Optional.of(caller.requireSocialOrganization().value())
                : Optional.empty();
    }

    private Page<GroupProjectSummary> list(
            GroupProjectFilter filter, Optional<String> uscc, boolean publicOnly, PageRequest page) {
        var rows = projects.list(filter, uscc, publicOnly, page.cursor().map(cursor -> cursor.uuid(0)), page.fetch());
        return Page.of(rows, page, row -> Cursor.of(row.id()))
                .map(project -> publicOnly ? project.published() : project.summary());
    }

    private Page<GroupComment> comments(UUID id, boolean answeredOnly, PageRequest page) {
        var rows = comments.list(id, answeredOnly, page.cursor().map(cursor -> cursor.uuid(0)), page.fetch());
        return Page.of(rows, page, row -> Cursor.of(row.id()));
    }
}

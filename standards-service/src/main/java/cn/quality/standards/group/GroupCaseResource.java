package cn.quality.standards.group;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.standards.Roles;
import cn.quality.standards.group.GroupProjectService.On;
import cn.quality.standards.input.Flaws;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What bodies, and officials, do about group standards. Each act takes {@code If-Match} with the ETag that was read. */
@Path("group-cases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "group-cases")
class GroupCaseResource {

    private final GroupProjectService service;
    private final GroupReads reads;
    private final Clock clock;

    GroupCaseResource(GroupProjectService service, GroupReads reads, Clock clock) {
        this.service = service;
        this.reads = reads;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SOCIAL_ORGANIZATION)
    @APIResponseSchema(GroupCaseView.class)
    public Response proposeGroupStandard(
            @HeaderParam("Idempotency-Key") @Nullable String key, GroupInput.@Nullable NewProposal body, UriInfo uri) {
        var request = Flaws.body(body);
        var proposed = service.propose(request.checked(), Preconditions.key(key), request);
        var address = uri.getAbsolutePathBuilder()
                .path(proposed.project().id().toString())
                .build();
        return inside(Response.created(address).entity(proposed))
                .tag(Preconditions.etag(proposed.version()))
                .build();
    }

    @GET
    @RolesAllowed({Roles.SOCIAL_ORGANIZATION, Roles.CASE_APPROVER, Roles.PUBLISHER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    @APIResponseSchema(GroupCasePage.class)
    public Response listGroupCases(@Valid @BeanParam GroupProjectFilter filter, @Valid @BeanParam PageRequest page) {
        return inside(Response.ok(reads.files(filter, page))).build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.SOCIAL_ORGANIZATION, Roles.CASE_APPROVER, Roles.PUBLISHER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    @APIResponseSchema(GroupCaseView.class)
    public Response getGroupCase(@PathParam("id") UUID id) {
        return answer(reads.file(id));
    }

    @GET
    @Path("{id}/comments")
    @RolesAllowed({Roles.SOCIAL_ORGANIZATION, Roles.CASE_APPROVER, Roles.PUBLISHER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    @APIResponseSchema(GroupCaseCommentPage.class)
    public Response listGroupCaseComments(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
        return inside(Response.ok(reads.comments(id, page))).build();
    }

    @POST
    @Path("{id}/comments/{commentId}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SOCIAL_ORGANIZATION)
    @APIResponseSchema(GroupCaseView.class)
    public Response answerGroupComment(
            @PathParam("id") UUID id,
            @PathParam("commentId") UUID commentId,
            @BeanParam Preconditions sent,
            GroupInput.@Nullable NewAnswer body) {
        var request = Flaws.body(body);
        var checked = request.checked();
        return answer(service.answer(new On(id, sent), commentId, checked.fate(), checked.reason(), request));
    }

    @POST
    @Path("{id}/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SOCIAL_ORGANIZATION)
    @APIResponseSchema(GroupCaseView.class)
    public Response approveGroupProject(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, GroupInput.@Nullable Reason body) {
        return answer(service.approve(new On(id, sent), Flaws.body(body).checked()));
    }

    @POST
    @Path("{id}/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SOCIAL_ORGANIZATION)
    @APIResponseSchema(GroupCaseView.class)
    public Response rejectGroupProposal(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, GroupInput.@Nullable Reason body) {
        return answer(
                service.move(new On(id, sent), GroupAct.REJECT, Flaws.body(body).checked()));
    }

    @POST
    @Path("{id}/consultations")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SOCIAL_ORGANIZATION)
    @APIResponseSchema(GroupCaseView.class)
    public Response consultOnGroupDraft(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, GroupInput.@Nullable NewConsultation body) {
        var request = Flaws.body(body);
        var checked = request.checked();
        return answer(service.consult(new On(id, sent), checked.draft(), checked.drafters(), checked.until(), request));
    }

    @POST
    @Path("{id}/extension")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SOCIAL_ORGANIZATION)
    @APIResponseSchema(GroupCaseView.class)
    public Response extendGroupConsultation(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, GroupInput.@Nullable NewExtension body) {
        var request = Flaws.body(body);
        var checked = request.checked();
        return answer(service.extend(new On(id, sent), checked.until(), checked.reason(), request));
    }

    @POST
    @Path("{id}/redrafting")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SOCIAL_ORGANIZATION)
    @APIResponseSchema(GroupCaseView.class)
    public Response redraftGroupStandard(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, GroupInput.@Nullable Reason body) {
        return answer(service.redraft(new On(id, sent), Flaws.body(body).checked()));
    }

    @POST
    @Path("{id}/review")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SOCIAL_ORGANIZATION)
    @APIResponseSchema(GroupCaseView.class)
    public Response reviewGroupStandard(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, GroupInput.@Nullable NewMeeting body) {
        var request = Flaws.body(body);
        var checked = request.checked();
        return answer(service.review(new On(id, sent), checked.heldOn(), checked.delegates(), request));
    }

    @POST
    @Path("{id}/meetings")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SOCIAL_ORGANIZATION)
    @APIResponseSchema(GroupCaseView.class)
    public Response conveneGroupReview(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, GroupInput.@Nullable NewMeeting body) {
        var request = Flaws.body(body);
        var checked = request.checked();
        return answer(service.convene(new On(id, sent), checked.heldOn(), checked.delegates(), request));
    }

    @POST
    @Path("{id}/vote")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SOCIAL_ORGANIZATION)
    @APIResponseSchema(GroupCaseView.class)
    public Response voteOnGroupStandard(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, GroupInput.@Nullable NewVote body) {
        var request = Flaws.body(body);
        var checked = request.checked();
        return answer(service.vote(new On(id, sent), checked.attended(), checked.ballots(), request));
    }

    @POST
    @Path("{id}/passing")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SOCIAL_ORGANIZATION)
    @APIResponseSchema(GroupCaseView.class)
    public Response passGroupStandard(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, GroupInput.@Nullable Reason body) {
        return answer(
                service.move(new On(id, sent), GroupAct.PASS, Flaws.body(body).checked()));
    }

    @POST
    @Path("{id}/return")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SOCIAL_ORGANIZATION)
    @APIResponseSchema(GroupCaseView.class)
    public Response returnGroupStandard(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, GroupInput.@Nullable Reason body) {
        return answer(
                service.move(new On(id, sent), GroupAct.RETURN, Flaws.body(body).checked()));
    }

    @POST
    @Path("{id}/number")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SOCIAL_ORGANIZATION)
    @APIResponseSchema(GroupCaseView.class)
    public Response numberGroupStandard(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, GroupInput.@Nullable NewNumber body) {
        var request = Flaws.body(body);
        return answer(service.number(new On(id, sent), request.checked(), request));
    }

    @POST
    @Path("{id}/publication")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SOCIAL_ORGANIZATION)
    @APIResponseSchema(GroupCaseView.class)
    public Response publishGroupStandard(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, GroupInput.@Nullable NewPublication body) {
        var request = Flaws.body(body);
        var checked = request.checked(LegalDates.today(clock));
        return answer(service.publish(new On(id, sent), checked.publication(), checked.mandatory(), request));
    }

    @POST
    @Path("{id}/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SOCIAL_ORGANIZATION)
    @APIResponseSchema(GroupCaseView.class)
    public Response confirmGroupStandard(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, GroupInput.@Nullable Reason body) {
        return answer(service.confirm(new On(id, sent), Flaws.body(body).checked()));
    }

    @POST
    @Path("{id}/revision")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SOCIAL_ORGANIZATION)
    @APIResponseSchema(GroupCaseView.class)
    public Response reviseGroupStandard(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, GroupInput.@Nullable Reason body) {
        return answer(service.revise(new On(id, sent), Flaws.body(body).checked()));
    }

    @POST
    @Path("{id}/abolition")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SOCIAL_ORGANIZATION)
    @APIResponseSchema(GroupCaseView.class)
    public Response abolishGroupStandard(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, GroupInput.@Nullable Reason body) {
        return answer(service.abolish(new On(id, sent), Flaws.body(body).checked()));
    }

    @POST
    @Path("{id}/abandonment")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SOCIAL_ORGANIZATION)
    @APIResponseSchema(GroupCaseView.class)
    public Response abandonGroupProject(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, GroupInput.@Nullable Reason body) {
        return answer(service.move(
                new On(id, sent), GroupAct.ABANDON, Flaws.body(body).checked()));
    }

    @POST
    @Path("{id}/correction-order")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CASE_APPROVER)
    @APIResponseSchema(GroupCaseView.class)
    public Response orderGroupCorrection(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, GroupInput.@Nullable NewCorrectionOrder body) {
        var request = Flaws.body(body);
        var checked = request.checked();
        return answer(
                service.orderCorrection(new On(id, sent), checked.order(), checked.reason(), checked.dueOn(), request));
    }

    @POST
    @Path("{id}/correction")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SOCIAL_ORGANIZATION)
    @APIResponseSchema(GroupCaseView.class)
    public Response correctGroupStandard(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, GroupInput.@Nullable Reason body) {
        return answer(service.correct(new On(id, sent), Flaws.body(body).checked()));
    }

    @POST
    @Path("{id}/ordered-abolition")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PUBLISHER)
    @APIResponseSchema(GroupCaseView.class)
    public Response abolishGroupStandardByOrder(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, GroupInput.@Nullable Reason body) {
        return answer(service.abolishByOrder(new On(id, sent), Flaws.body(body).checked()));
    }

    private static Response answer(GroupCaseView file) {
        return inside(Response.ok(file)).tag(Preconditions.etag(file.version())).build();
    }

    /** What only a body and officials see is stored in no cache. */
    private static Response.ResponseBuilder inside(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }

    /** Only to describe {@link Page} of summaries in the API document. */
    @Schema(name = "GroupCasePage")
    private record GroupCasePage(
            @Schema(required = true) List<GroupProjectSummary> items,

            @Schema(description = "下一页的 after (the after of the next page)") @Nullable
            String next) {}

    /** The same of comments. */
    @Schema(name = "GroupCaseCommentPage")
    private record GroupCaseCommentPage(
            @Schema(required = true) List<GroupCommentView> items,

            @Schema(description = "下一页的 after (the after of the next page)") @Nullable
            String next) {}
}

package cn.quality.indicator.assessment;

import cn.quality.indicator.PlainText;
import cn.quality.indicator.Roles;
import cn.quality.indicator.observation.Period;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The work on a cycle. Its id is that of the published assessment. */
@Path("assessment-cycles")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "assessment-cycles", description = "政府质量工作考核工作 (the work on a cycle of assessment)")
class CycleResource {

    private final AssessmentService service;
    private final AssessmentReadService reads;

    CycleResource(AssessmentService service, AssessmentReadService reads) {
        this.service = service;
        this.reads = reads;
    }

    /** @param document title and number of the document that sets the targets */
    @Schema(name = "FiledTargets")
    record FiledTargets(
            @Schema(examples = "示例政发〔2025〕1号") @NotNull @PlainText @Size(max = 300)
            String document) {}

    @Schema(name = "NewEntries")
    record NewEntries(@NotEmpty @Size(max = 500) List<@NotNull @Valid Entry> entries) {

        NewEntries {
            entries = entries == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(entries));
        }
    }

    /** @param reason why this replaces what stood there */
    @Schema(name = "NewFindings")
    record NewFindings(
            @Schema(examples = "现场核查：台账与填报不符") @NotNull @PlainText @Size(max = 1000)
            String reason,

            @NotEmpty @Size(max = 500) List<@NotNull @Valid Entry> entries) {

        NewFindings {
            entries = entries == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(entries));
        }
    }

    @Schema(name = "Remark")
    record Remark(
            @Schema(examples = "材料齐全，同意") @NotNull @PlainText @Size(max = 1000)
            String remark) {}

    @Schema(name = "Reason")
    record Reason(
            @Schema(examples = "核查时漏计一项") @NotNull @PlainText @Size(max = 1000)
            String reason) {}

    @Schema(name = "AppealDecision")
    record AppealDecision(
            @NotNull Boolean upheld,

            @Schema(examples = "补充材料属实") @NotNull @PlainText @Size(max = 1000)
            String reason) {}

    /** The steps that need nothing but the wish. */
    enum Step {
        START_SELF_EVALUATION(AssessmentAct.START_SELF_EVALUATION),
        START_ON_SITE_CHECK(AssessmentAct.START_ON_SITE_CHECK),
        START_REVIEW(AssessmentAct.START_REVIEW),
        OPEN_APPEALS(AssessmentAct.OPEN_APPEALS);

        private final AssessmentAct act;

        Step(AssessmentAct act) {
            this.act = act;
        }
    }

    @Schema(name = "NextStep")
    record NextStep(@NotNull Step step) {}

    @POST
    @RolesAllowed(Roles.CITY_REVIEWER)
    @APIResponseSchema(CycleView.class)
    public Response openAssessmentCycle(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid NewAssessment body) {
        var id = service.open(body, Preconditions.key(key));
        var view = reads.cycle(id);
        return Response.created(UriBuilder.fromPath("assessment-cycles/{id}").build(id))
                .entity(view)
                .tag(Preconditions.etag(view.version()))
                .build();
    }

    @GET
    @RolesAllowed({Roles.REPORTER, Roles.COUNTY_REVIEWER, Roles.CITY_REVIEWER, Roles.AUDITOR})
    @APIResponseSchema(CyclePage.class)
    public Page<CycleView> listAssessmentCycles(@Valid @BeanParam PageRequest page) {
        return reads.cycles(page);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.REPORTER, Roles.COUNTY_REVIEWER, Roles.CITY_REVIEWER, Roles.AUDITOR})
    @APIResponseSchema(CycleView.class)
    public Response getAssessmentCycle(@PathParam("id") UUID id) {
        return answer(id);
    }

    @GET
    @Path("{id}/areas/{area}")
    @RolesAllowed({Roles.REPORTER, Roles.COUNTY_REVIEWER, Roles.CITY_REVIEWER, Roles.AUDITOR})
    public AreaFile getAssessedArea(@PathParam("id") UUID id, @PathParam("area") String area) {
        return reads.file(id, area);
    }

    @GET
    @Path("{id}/areas/{area}/suggestions")
    @RolesAllowed({Roles.REPORTER, Roles.CITY_REVIEWER})
    public SuggestionsView suggestEntries(
            @PathParam("id") UUID id,
            @PathParam("area") String area,
            @QueryParam("period") @NotNull @Pattern(regexp = Period.PATTERN, message = Period.ACCEPTED) String period) {
        return reads.suggestions(id, area, Period.parse(period).orElseThrow());
    }

    @POST
    @Path("{id}/step")
    @RolesAllowed(Roles.CITY_REVIEWER)
    @APIResponseSchema(CycleView.class)
    public Response stepAssessmentCycle(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, @NotNull @Valid NextStep body) {
        service.move(new AssessmentService.On(id, null, sent), body.step().act);
        return answer(id);
    }

    @POST
    @Path("{id}/publication")
    @RolesAllowed(Roles.CITY_REVIEWER)
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(CycleView.class)
    public Response publishAssessment(@PathParam("id") UUID id, @BeanParam Preconditions sent) {
        service.publish(new AssessmentService.On(id, null, sent));
        return answer(id);
    }

    @POST
    @Path("{id}/correction")
    @RolesAllowed(Roles.CITY_REVIEWER)
    @APIResponseSchema(CycleView.class)
    public Response correctAssessment(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, @NotNull @Valid Reason body) {
        service.startCorrection(new AssessmentService.On(id, null, sent), body.reason());
        return answer(id);
    }

    @POST
    @Path("{id}/areas/{area}/targets")
    @RolesAllowed(Roles.REPORTER)
    @APIResponseSchema(CycleView.class)
    public Response fileTargets(
            @PathParam("id") UUID id,
            @PathParam("area") String area,
            @BeanParam Preconditions sent,
            @NotNull @Valid FiledTargets body) {
        service.fileTargets(new AssessmentService.On(id, area, sent), body.document());
        return answer(id);
    }

    @POST
    @Path("{id}/areas/{area}/entries")
    @RolesAllowed(Roles.REPORTER)
    @APIResponseSchema(CycleView.class)
    public Response enterSelfEvaluation(
            @PathParam("id") UUID id,
            @PathParam("area") String area,
            @BeanParam Preconditions sent,
            @NotNull @Valid NewEntries body) {
        service.enter(new AssessmentService.On(id, area, sent), body.entries());
        return answer(id);
    }

    @POST
    @Path("{id}/areas/{area}/submission")
    @RolesAllowed(Roles.REPORTER)
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(CycleView.class)
    public Response submitSelfEvaluation(
            @PathParam("id") UUID id, @PathParam("area") String area, @BeanParam Preconditions sent) {
        service.submit(new AssessmentService.On(id, area, sent));
        return answer(id);
    }

    @POST
    @Path("{id}/areas/{area}/findings")
    @RolesAllowed(Roles.CITY_REVIEWER)
    @APIResponseSchema(CycleView.class)
    public Response recordFindings(
            @PathParam("id") UUID id,
            @PathParam("area") String area,
            @BeanParam Preconditions sent,
            @NotNull @Valid NewFindings body) {
        service.recordFindings(new AssessmentService.On(id, area, sent), body.entries(), body.reason());
        return answer(id);
    }

    @POST
    @Path("{id}/areas/{area}/review")
    @RolesAllowed(Roles.CITY_REVIEWER)
    @APIResponseSchema(CycleView.class)
    public Response reviewArea(
            @PathParam("id") UUID id,
            @PathParam("area") String area,
            @BeanParam Preconditions sent,
            @NotNull @Valid Remark body) {
        service.review(new AssessmentService.On(id, area, sent), body.remark());
        return answer(id);
    }

    @POST
    @Path("{id}/areas/{area}/appeal")
    @RolesAllowed(Roles.REPORTER)
    @APIResponseSchema(CycleView.class)
    public Response appealResult(
            @PathParam("id") UUID id,
            @PathParam("area") String area,
            @BeanParam Preconditions sent,
            @NotNull @Valid Reason body) {
        service.appeal(new AssessmentService.On(id, area, sent), body.reason());
        return answer(id);
    }

    @POST
    @Path("{id}/areas/{area}/appeal-decision")
    @RolesAllowed(Roles.CITY_REVIEWER)
    @APIResponseSchema(CycleView.class)
    public Response decideAppeal(
            @PathParam("id") UUID id,
            @PathParam("area") String area,
            @BeanParam Preconditions sent,
            @NotNull @Valid AppealDecision body) {
        service.decideAppeal(new AssessmentService.On(id, area, sent), body.upheld(), body.reason());
        return answer(id);
    }

    private Response answer(UUID id) {
        var view = reads.cycle(id);
        return Response.ok(view).tag(Preconditions.etag(view.version())).build();
    }

    /** Only to describe the list in the API document. */
    @Schema(name = "CyclePage")
    private record CyclePage(
            @Schema(required = true) List<CycleView> items,

            @Nullable String next) {}
}

package cn.quality.indicator.warning;

import cn.quality.indicator.PlainText;
import cn.quality.indicator.Roles;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What officials do about warnings. Each act takes {@code If-Match} with the ETag that was read. */
@Path("warning-cases")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "warning-cases", description = "预警整改办理 (what is done about warnings)")
class WarningCaseResource {

    private final WarningService warnings;

    WarningCaseResource(WarningService warnings) {
        this.warnings = warnings;
    }

    /** @param deadline last day of the rectification */
    @Schema(name = "RectificationPlan", description = "整改方案 (how and until when it is rectified)")
    record RectificationPlan(
            @Schema(examples = "示例：对全部生产单位开展复检") @NotNull @PlainText @Size(max = 1000)
            String measures,

            @Schema(examples = "2020-05-31") @NotNull LocalDate deadline) {}

    @Schema(name = "NewWarningExtension", description = "延期 (more time)")
    record NewExtension(
            @Schema(examples = "2020-06-30") @NotNull LocalDate until,

            @Schema(examples = "示例：检测设备到货推迟") @NotNull @PlainText @Size(max = 300)
            String reason) {}

    @Schema(name = "WarningReason", description = "理由 (a reason)")
    record Reason(
            @Schema(examples = "示例：证明材料不含复检报告") @NotNull @PlainText @Size(max = 300)
            String reason) {}

    @Schema(name = "WarningOpinion", description = "核查意见 (what was verified)")
    record Opinion(
            @Schema(examples = "示例：现场核查，整改到位") @NotNull @PlainText @Size(max = 300)
            String opinion) {}

    @GET
    @RolesAllowed({Roles.REPORTER, Roles.COUNTY_REVIEWER, Roles.CITY_REVIEWER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    @APIResponseSchema(WarningCaseView.class)
    public Response listWarningCases(@Valid @BeanParam CaseFilter filter, @Valid @BeanParam PageRequest page) {
        return inside(Response.ok(warnings.list(filter, page))).build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.REPORTER, Roles.COUNTY_REVIEWER, Roles.CITY_REVIEWER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    @APIResponseSchema(WarningCaseView.class)
    public Response getWarningCase(@PathParam("id") UUID id) {
        return answer(warnings.find(id));
    }

    @POST
    @Path("{id}/assignment")
    @RolesAllowed({Roles.COUNTY_REVIEWER, Roles.CITY_REVIEWER})
    @APIResponseSchema(WarningCaseView.class)
    public Response assignWarning(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, @NotNull @Valid NewAssignment body) {
        return answer(warnings.assign(new WarningService.On(id, sent), body));
    }

    @POST
    @Path("{id}/plan")
    @RolesAllowed(Roles.REPORTER)
    @APIResponseSchema(WarningCaseView.class)
    public Response planRectification(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, @NotNull @Valid RectificationPlan body) {
        return answer(warnings.plan(new WarningService.On(id, sent), body.measures(), body.deadline()));
    }

    @POST
    @Path("{id}/extensions")
    @RolesAllowed(Roles.CITY_REVIEWER)
    @APIResponseSchema(WarningCaseView.class)
    public Response extendRectification(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, @NotNull @Valid NewExtension body) {
        return answer(warnings.extend(new WarningService.On(id, sent), body.until(), body.reason()));
    }

    @POST
    @Path("{id}/submission")
    @RolesAllowed(Roles.REPORTER)
    @APIResponseSchema(WarningCaseView.class)
    public Response submitRectification(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, @NotNull @Valid NewProof body) {
        return answer(warnings.submit(new WarningService.On(id, sent), body));
    }

    @POST
    @Path("{id}/return")
    @RolesAllowed({Roles.COUNTY_REVIEWER, Roles.CITY_REVIEWER})
    @APIResponseSchema(WarningCaseView.class)
    public Response returnRectification(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, @NotNull @Valid Reason body) {
        return answer(warnings.move(new WarningService.On(id, sent), WarningAct.RETURN, body.reason()));
    }

    @POST
    @Path("{id}/closure")
    @RolesAllowed({Roles.COUNTY_REVIEWER, Roles.CITY_REVIEWER})
    @APIResponseSchema(WarningCaseView.class)
    public Response closeWarning(
            @PathParam("id") UUID id, @BeanParam Preconditions sent, @NotNull @Valid Opinion body) {
        return answer(warnings.move(new WarningService.On(id, sent), WarningAct.CLOSE, body.opinion()));
    }

    private static Response answer(WarningCaseView warning) {
        return inside(Response.ok(warning))
                .tag(Preconditions.etag(warning.version()))
                .build();
    }

    /** What officials see is stored in no cache. */
    private static Response.ResponseBuilder inside(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
}

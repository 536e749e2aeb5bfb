package cn.quality.indicator.round;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.PlainText;
import cn.quality.indicator.Roles;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tasks and the acts on them. Each act takes {@code If-Match} with the ETag that was read. */
@Path("round-tasks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rounds", description = "填报轮次：下达、填报、审核、发布 (reporting rounds and their tasks)")
class RoundTaskResource {

    private final RoundTaskService tasks;

    RoundTaskResource(RoundTaskService tasks) {
        this.tasks = tasks;
    }

    @Schema(name = "RoundTaskReason", description = "理由 (a reason)")
    record Reason(
            @Schema(examples = "示例：分母与通报不符") @NotNull @PlainText @Size(max = 300)
            String reason) {}

    @Schema(name = "RoundTaskBasis", description = "发布依据 (the decision it is published upon)")
    record Basis(
            @Schema(examples = "市质量强市工作领导小组办公室审定") @NotNull @PlainText @Size(max = 300)
            String basis) {}

    @Schema(name = "NewRoundTaskExtension", description = "延期 (more time)")
    record NewExtension(
            @Schema(examples = "2020-02-20") @NotNull LocalDate until,

            @Schema(examples = "示例：防汛期间人员抽调") @NotNull @PlainText @Size(max = 300)
            String reason) {}

    @Schema(name = "RoundTaskAppealAnswer", description = "申诉答复 (the answer to an appeal)")
    record AppealAnswer(
            @NotNull Boolean upheld,

            @Schema(examples = "示例：经核对，退回不当") @NotNull @PlainText @Size(max = 300)
            String answer) {}

    /** What every act has in common; its version is due, its key is not. */
    record Headers(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,

            @HeaderParam("Idempotency-Key") @Parameter(description = "同一键的重复请求只执行一次 (done once per key)") @Nullable
            String key) {

        RoundTaskService.On on() {
            return new RoundTaskService.On(id, new Preconditions(ifMatch, key));
        }
    }

    @GET
    @RolesAllowed({
        Roles.REPORTER,
        Roles.COUNTY_REVIEWER,
        Roles.CITY_REVIEWER,
        Roles.PUBLISHER,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR
    })
    @APIResponseSchema(TaskSummary.class)
    public Response listRoundTasks(
            @QueryParam("round") @Nullable UUID round,
            @QueryParam("state") @Nullable TaskState state,
            @QueryParam("area") @Nullable String area,
            @Valid @BeanParam PageRequest page) {
        return list(Optional.ofNullable(round), Optional.ofNullable(state), area, false, page);
    }

    @GET
    @Path("overdue")
    @RolesAllowed({
        Roles.REPORTER,
        Roles.COUNTY_REVIEWER,
        Roles.CITY_REVIEWER,
        Roles.PUBLISHER,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR
    })
    @APIResponseSchema(TaskSummary.class)
    public Response listOverdueRoundTasks(
            @QueryParam("round") @Nullable UUID round,
            @QueryParam("area") @Nullable String area,
            @Valid @BeanParam PageRequest page) {
        return list(Optional.ofNullable(round), Optional.empty(), area, true, page);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({
        Roles.REPORTER,
        Roles.COUNTY_REVIEWER,
        Roles.CITY_REVIEWER,
        Roles.PUBLISHER,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR
    })
    @APIResponseSchema(TaskView.class)
    public Response getRoundTask(@PathParam("id") UUID id) {
        return answer(tasks.find(id));
    }

    @GET
    @Path("{id}/findings")
    @RolesAllowed({Roles.REPORTER, Roles.COUNTY_REVIEWER, Roles.CITY_REVIEWER, Roles.AUDITOR})
    @APIResponseSchema(FindingList.class)
    public Response getRoundTaskFindings(@PathParam("id") UUID id) {
        return inside(Response.ok(new FindingList(tasks.findings(id)))).build();
    }

    @GET
    @Path("{id}/cells/{indicator}")
    @RolesAllowed({
        Roles.REPORTER,
        Roles.COUNTY_REVIEWER,
        Roles.CITY_REVIEWER,
        Roles.PUBLISHER,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR
    })
    @APIResponseSchema(CellView.class)
    public Response getRoundCell(
            @PathParam("id") UUID id,
            @PathParam("indicator") @Pattern(regexp = IndicatorCode.PATTERN) String indicator) {
        return answer(tasks.cell(id, new IndicatorCode(indicator)));
    }

    @PUT
    @Path("{id}/cells/{indicator}")
    @RolesAllowed(Roles.REPORTER)
    @APIResponseSchema(CellView.class)
    public Response putRoundCell(
            @PathParam("id") UUID id,
            @PathParam("indicator") @Pattern(regexp = IndicatorCode.PATTERN) String indicator,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewCell cell) {
        return answer(tasks.edit(id, new IndicatorCode(indicator), Preconditions.ifMatch(ifMatch), cell));
    }

    @POST
    @Path("{id}/submission")
    @RolesAllowed(Roles.REPORTER)
    @APIResponseSchema(TaskView.class)
    public Response submitRoundTask(@BeanParam Headers headers) {
        return answer(tasks.submit(headers.on()));
    }

    @POST
    @Path("{id}/approval")
    @RolesAllowed(Roles.COUNTY_REVIEWER)
    @APIResponseSchema(TaskView.class)
    public Response approveRoundTask(@BeanParam Headers headers) {
        return answer(tasks.move(headers.on(), TaskAct.APPROVE, ""));
    }

    @POST
    @Path("{id}/escalation")
    @RolesAllowed({Roles.REPORTER, Roles.COUNTY_REVIEWER})
    @APIResponseSchema(TaskView.class)
    public Response escalateRoundTask(@BeanParam Headers headers, @NotNull @Valid Reason body) {
        return answer(tasks.move(headers.on(), TaskAct.ESCALATE, body.reason()));
    }

    @POST
    @Path("{id}/acceptance")
    @RolesAllowed(Roles.CITY_REVIEWER)
    @APIResponseSchema(TaskView.class)
    public Response acceptRoundTask(@BeanParam Headers headers) {
        return answer(tasks.move(headers.on(), TaskAct.ACCEPT, ""));
    }

    @POST
    @Path("{id}/lock")
    @RolesAllowed(Roles.CITY_REVIEWER)
    @APIResponseSchema(TaskView.class)
    public Response lockRoundTask(@BeanParam Headers headers) {
        return answer(tasks.lock(headers.on()));
    }

    @POST
    @Path("{id}/publication")
    @RolesAllowed(Roles.PUBLISHER)
    @APIResponseSchema(TaskView.class)
    public Response publishRoundTask(@BeanParam Headers headers, @NotNull @Valid Basis body) {
        return answer(tasks.publish(headers.on(), body.basis()));
    }

    @POST
    @Path("{id}/return")
    @RolesAllowed({Roles.COUNTY_REVIEWER, Roles.CITY_REVIEWER})
    @APIResponseSchema(TaskView.class)
    public Response returnRoundTask(@BeanParam Headers headers, @NotNull @Valid Reason body) {
        return answer(tasks.move(headers.on(), TaskAct.RETURN, body.reason()));
    }

    @POST
    @Path("{id}/reopening")
    @RolesAllowed(Roles.COUNTY_REVIEWER)
    @APIResponseSchema(TaskView.class)
    public Response reopenRoundTask(@BeanParam Headers headers, @NotNull @Valid Reason body) {
        return answer(tasks.move(headers.on(), TaskAct.REOPEN, body.reason()));
    }

    @POST
    @Path("{id}/extensions")
    @RolesAllowed(Roles.CITY_REVIEWER)
    @APIResponseSchema(TaskView.class)
    public Response extendRoundTask(@BeanParam Headers headers, @NotNull @Valid NewExtension body) {
        return answer(tasks.extend(headers.on(), body.until(), body.reason()));
    }

    @POST
    @Path("{id}/appeals")
    @RolesAllowed(Roles.REPORTER)
    @APIResponseSchema(TaskView.class)
    public Response appealRoundTask(@BeanParam Headers headers, @NotNull @Valid Reason body) {
        return answer(tasks.appeal(headers.on(), body.reason()));
    }

    @POST
    @Path("{id}/appeals/answer")
    @RolesAllowed(Roles.CITY_REVIEWER)
    @APIResponseSchema(TaskView.class)
    public Response answerRoundTaskAppeal(@BeanParam Headers headers, @NotNull @Valid AppealAnswer body) {
        return answer(tasks.answer(headers.on(), body.upheld(), body.answer()));
    }

    @POST
    @Path("{id}/corrections")
    @RolesAllowed(Roles.CITY_REVIEWER)
    @APIResponseSchema(TaskView.class)
    public Response correctRoundTask(@BeanParam Headers headers, @NotNull @Valid NewCorrection body) {
        return answer(tasks.correct(headers.on(), body));
    }

    private Response list(
            Optional<UUID> round, Optional<TaskState> state, @Nullable String area, boolean overdue, PageRequest page) {
        return inside(Response.ok(tasks.list(
                        new RoundTaskRepository.Filter(
                                round, state, Optional.ofNullable(area).map(RegionCode::new), overdue),
                        page)))
                .build();
    }

    private static Response answer(TaskView task) {
        return inside(Response.ok(task)).tag(Preconditions.etag(task.version())).build();
    }

    private static Response answer(CellView cell) {
        return inside(Response.ok(cell)).tag(Preconditions.etag(cell.version())).build();
    }

    /** What officials see of unfinished work is stored in no cache. */
    static Response.ResponseBuilder inside(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }

    @Schema(name = "RoundFindings", description = "审核结果 (what the checks find)")
    record FindingList(List<Finding> items) {}
}

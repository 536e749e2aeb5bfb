package cn.quality.indicator.plan;

import cn.quality.indicator.Roles;
import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "plans", description = "规划全文：指标的原文出处 (the plans whose words the catalogue quotes)")
class PlanResource {

    private final PlanService plans;
    private final CacheableResponses answers;

    PlanResource(PlanService plans, CacheableResponses answers) {
        this.plans = plans;
        this.answers = answers;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listPlans",
            summary = "列出规划，不含全文 (list the plans without their texts)",
            description = "指标目录所引的规划。(The plans the catalogue quotes.)")
    @APIResponse(
            responseCode = "200",
            description = "按编号排序的一页 (a page, by id)",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            properties = {
                                                @SchemaProperty(
                                                        name = "items",
                                                        type = SchemaType.ARRAY,
                                                        implementation = PlanView.class),
                                                @SchemaProperty(name = "next", type = SchemaType.STRING)
                                            }),
                            examples = @ExampleObject(name = "plans", value = PlanExamples.PAGE)))
    public Response list(@Valid @BeanParam PageRequest page) {
        return answers.of(plans.list(page));
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(
            operationId = "getPlan",
            summary = "一份规划及其全文 (a plan with its text)",
            description = "全文逐字保存，指标的原文均可在其中找到。(Word for word: every quotation of an indicator is found in it.)")
    @APIResponse(
            responseCode = "200",
            description = "规划 (the plan)",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PlanView.class),
                            examples = @ExampleObject(name = "plan", value = PlanExamples.SHOWN)))
    public Response get(@PathParam("id") String id) {
        return PlanId.parse(id)
                .flatMap(plans::find)
                .map(answers::of)
                .orElseThrow(() -> new Problem(ProblemTypes.NOT_FOUND, Text.of("没有规划 %s", "There is no plan %s", id)));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(
            operationId = "putPlan",
            summary = "登记或更正一份规划 (record a plan or correct it)",
            description = "相同内容重复提交不产生新版本。(The same data again changes nothing.)")
    @APIResponse(
            responseCode = "201",
            description = "新规划 (a new plan)",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PlanView.class),
                            examples = @ExampleObject(name = "plan", value = PlanExamples.SHOWN)))
    @APIResponse(
            responseCode = "200",
            description = "已更正，或内容未变 (corrected, or nothing changed)",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PlanView.class)))
    @APIResponse(
            responseCode = "422",
            description = "passage-is-quoted: 新文本缺少被指标引用的原文 (the new text lacks words an indicator quotes)")
    public Response put(
            @PathParam("id") String id,
            @Parameter(description = "据以修改的版本，可省略 (the version this change was decided upon; optional)")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = NewPlan.class),
                                            examples = @ExampleObject(name = "plan", value = PlanExamples.SENT)))
                    @NotNull
                    @Valid
                    NewPlan plan) {
        if (!plan.id().equals(id)) {
            throw new Problem(
                            ProblemTypes.INVALID_ARGUMENT,
                            new Text("路径与内容的编号不一致", "The path and the body name different plans"))
                    .with("id", "same-as-path", Text.of("应为 %s", "must be %s", id));
        }
        return plans.put(plan, Optional.ofNullable(ifMatch)).answer();
    }
}

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
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
    public Response listPlans(@Valid @BeanParam PageRequest page) {
        return answers.of(plans.list(page));
    }

    @GET
    @Path("{id}")
    @PermitAll
    @APIResponseSchema(PlanView.class)
    public Response getPlan(@PathParam("id") String id) {
        return PlanId.parse(id)
                .flatMap(plans::find)
                .map(answers::of)
                .orElseThrow(() -> new Problem(ProblemTypes.NOT_FOUND, Text.of("没有规划 %s", "There is no plan %s", id)));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponseSchema(PlanView.class)
    public Response putPlan(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewPlan plan) {
        if (!plan.id().equals(id)) {
            throw new Problem(
                            ProblemTypes.INVALID_ARGUMENT,
                            new Text("路径与内容的编号不一致", "The path and the body name different plans"))
                    .with("id", "same-as-path", Text.of("应为 %s", "must be %s", id));
        }
        return plans.put(plan, Optional.ofNullable(ifMatch)).answer();
    }
}

package cn.quality.indicator.progress;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.catalogue.TargetKind;
import cn.quality.indicator.plan.PlanId;
import cn.quality.indicator.targets.TargetFilter;
import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.paging.PageRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("progress")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "progress")
class ProgressResource {

    private final ProgressService progress;
    private final CacheableResponses answers;

    ProgressResource(ProgressService progress, CacheableResponses answers) {
        this.progress = progress;
        this.answers = answers;
    }

    /** The targets are chosen by plan, indicator and kind; the area is the one whose figures are judged. */
    @GET
    @PermitAll
    @APIResponseSchema(ProgressView.class)
    public Response listProgress(
            @QueryParam("plan")
                    @Pattern(regexp = PlanId.PATTERN)
                    @Parameter(description = "规划 (plan)", example = "quality-2016-2020")
                    @Nullable
                    String plan,
            @QueryParam("indicator")
                    @Pattern(regexp = IndicatorCode.PATTERN)
                    @Parameter(description = "指标 (indicator)", example = "PRD_SUPERV_PASS")
                    @Nullable
                    String indicator,
            @QueryParam("kind") @Parameter(description = "目标类型 (kind)", example = "REACH") @Nullable TargetKind kind,
            @Valid @BeanParam ProgressQuery query,
            @Valid @BeanParam PageRequest page) {
        return answers.of(progress.list(new TargetFilter(plan, indicator, null, kind), query, page));
    }
}

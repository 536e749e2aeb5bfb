package cn.quality.indicator.live;

import cn.quality.indicator.IndicatorCode;
import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("live")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "live", description = "由其他系统的事件实时汇总的数字 (figures counted from events, provisional)")
class LiveResource {

    private final LiveService live;
    private final CacheableResponses answers;

    LiveResource(LiveService live, CacheableResponses answers) {
        this.live = live;
        this.answers = answers;
    }

    @GET
    @PermitAll
    @APIResponseSchema(LiveFigures.class)
    public Response listLiveFigures() {
        return answers.of(live.figures());
    }

    @GET
    @Path("{code}/records")
    @PermitAll
    // The items; that they come as a page stands in the texts.
    @APIResponseSchema(LiveRecord.class)
    public Response listLiveRecords(@PathParam("code") String code, @Valid @BeanParam PageRequest page) {
        return IndicatorCode.parse(code)
                .flatMap(figure -> live.records(figure, page))
                .map(answers::of)
                .orElseThrow(() ->
                        new Problem(ProblemTypes.NOT_FOUND, Text.of("没有实时数字 %s", "There is no live figure %s", code)));
    }
}

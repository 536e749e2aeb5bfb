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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
    @Operation(
            operationId = "listLiveFigures",
            summary = "全部实时数字 (all live figures)",
            description = "由其他服务的事件累计，均为初步数。(Counted from the events of other services, all provisional.)")
    @APIResponse(
            responseCode = "200",
            description = "按代码排序 (by code)",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LiveFigures.class),
                            examples = @ExampleObject(name = "figures", value = LiveExamples.FIGURES)))
    public Response figures() {
        return answers.of(live.figures());
    }

    @GET
    @Path("{code}/records")
    @PermitAll
    @Operation(
            operationId = "listLiveRecords",
            summary = "一个数字背后的记录 (the records behind a figure)",
            description = "撤下、修复或到期的记录立即消失。STD_SELF_DECL 以企业的标准计数：同一标准的几次声明只计一次。"
                    + " (What is no longer public is gone at once. STD_SELF_DECL counts an enterprise's standard once,"
                    + " however many declarations speak of it.)")
    @APIResponse(
            responseCode = "200",
            description = "最新的在前的一页 (a page, newest first)",
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
                                                        implementation = LiveRecord.class),
                                                @SchemaProperty(name = "next", type = SchemaType.STRING)
                                            }),
                            examples = {
                                @ExampleObject(name = "STD_SELF_DECL", value = LiveExamples.DECLARATIONS),
                                @ExampleObject(name = "LST_RED", value = LiveExamples.LISTINGS)
                            }))
    public Response records(@PathParam("code") String code, @Valid @BeanParam PageRequest page) {
        return IndicatorCode.parse(code)
                .flatMap(figure -> live.records(figure, page))
                .map(answers::of)
                .orElseThrow(() ->
                        new Problem(ProblemTypes.NOT_FOUND, Text.of("没有实时数字 %s", "There is no live figure %s", code)));
    }
}

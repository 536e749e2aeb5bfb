package cn.quality.credit.owner;

import cn.quality.credit.Roles;
import cn.quality.credit.query.Parameters;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.tabular.CsvTable;
import cn.quality.platform.tabular.ListFile;
import cn.quality.platform.tabular.ListResponses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Self-service of the enterprise over HTTP; whose it is stands in the token. */
@Path("own")
@RolesAllowed(Roles.ENTERPRISE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "own", description = "企业自助查询，免费 (self-service of the enterprise, free of charge)")
class OwnResource {

    private final OwnService service;
    private final ListResponses lists;

    OwnResource(OwnService service, ListResponses lists) {
        this.service = service;
        this.lists = lists;
    }

    @GET
    @Path("archive")
    @Produces({MediaType.APPLICATION_JSON, CsvTable.MEDIA_TYPE, ListResponses.NDJSON})
    @Operation(
            summary = "本企业的全部档案 (everything on file about the own enterprise)",
            description = "基本信息、曾用名、各种公开方式的全部记录及其更正链、告知之后的全部条目及其过程、声明的标准。不含办案人员姓名。"
                    + "JSON 分页给出；Accept 为 text/csv 或 application/x-ndjson 时一次给出全部。"
                    + "(Particulars, former names, all records of every disclosure with their corrections, all entries since "
                    + "the notice with what was done, and declared standards; officers are not named. In pages of JSON; with "
                    + "Accept: text/csv or application/x-ndjson everything at once.)")
    @APIResponse(
            responseCode = "200",
            description = "一页，或全部内容的文件 (one page, or a file of all)",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = OwnItemPage.class)),
                @Content(mediaType = CsvTable.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = ListResponses.NDJSON, schema = @Schema(implementation = OwnItem.class))
            })
    @APIResponse(
            responseCode = "403",
            description = "no-enterprise: 令牌中没有统一社会信用代码 (the token names no enterprise)；forbidden")
    public Response archive(
            @QueryParam("section")
                    @Parameter(
                            description = "只要这一部分 (only this part)",
                            schema = @Schema(implementation = OwnSection.class))
                    @Nullable
                    String section,
            @Valid @BeanParam PageRequest page,
            @Context Request request) {
        var part = Parameters.oneOf(OwnSection.class, "section", section);
        var answer = lists.of(
                request,
                () -> Response.ok(service.archive(part, page), MediaType.APPLICATION_JSON_TYPE)
                        .build(),
                new ListFile<>("archive", OwnItem.TABLE, rows -> service.archive(part, rows::accept)));
        return Response.fromResponse(answer)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    @GET
    @Path("matters")
    @Operation(
            summary = "本企业未了结的事项 (open matters of the own enterprise)",
            description = "告知之后、尚未终结的条目：正在计算的期限及其最后一日、已送达的决定、如何移出与救济途径，以及当前可以采取的行动。"
                    + "(Entries between notice and end: terms that run and their last day, the decision served, the ways out "
                    + "and the remedies, and what can be done now.)")
    public Page<OwnMatter> matters(@Valid @BeanParam PageRequest page) {
        return service.matters(page);
    }

    @GET
    @Path("lookups")
    @Operation(
            summary = "谁查询过本企业 (who looked the own enterprise up)",
            description = "批量核查的系统，以及查看非公开记录的机关，最近的在前；机关只给出部门。公众查询不记身份，只有每日次数，见 lookup-counts。"
                    + "(Systems that screened, and authorities that saw what is not public, the newest first; an authority "
                    + "only by its department. The public is not named but counted by the day, see lookup-counts.)")
    public Page<Look> looks(@Valid @BeanParam PageRequest page) {
        return service.looks(page);
    }

    @GET
    @Path("lookup-counts")
    @Operation(
            summary = "公众每日查询次数 (public lookups a day)",
            description = "公众按代码查询本企业的每日次数，最近的在前。由缓存直接答复的查询不在其中；计数每隔数秒汇总一次。"
                    + "(How often the public looked the enterprise up by its code, day by day, the newest first. Answers of a "
                    + "cache are not counted; counts come in every few seconds.)")
    public Page<LookCount> counts(@Valid @BeanParam PageRequest page) {
        return service.counts(page);
    }

    /** For the API description only: it cannot read the element type off a {@link Response}. */
    @Schema(name = "OwnItemPage")
    interface OwnItemPage {
        List<OwnItem> getItems();

        @Nullable
        String getNext();
    }
}

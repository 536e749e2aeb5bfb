package cn.quality.standards.tbt;

import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.tabular.CsvTable;
import cn.quality.platform.tabular.ListFile;
import cn.quality.platform.tabular.ListResponses;
import cn.quality.standards.Roles;
import jakarta.annotation.security.PermitAll;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Notices of technical barriers to trade. */
@Path("tbt-notices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tbt-notices")
class TbtNoticeResource {

    private final TbtNoticeService notices;
    private final TbtImport files;
    private final CacheableResponses answers;
    private final ListResponses lists;

    TbtNoticeResource(TbtNoticeService notices, TbtImport files, CacheableResponses answers, ListResponses lists) {
        this.notices = notices;
        this.files = files;
        this.answers = answers;
        this.lists = lists;
    }

    @POST
    @Consumes({CsvTable.MEDIA_TYPE, ListResponses.NDJSON})
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponseSchema(TbtImport.Result.class)
    public Response importTbtNotices(
            InputStream body, @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) MediaType type)
            throws IOException {
        return Response.ok(files.load(body, type)).build();
    }

    @GET
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CsvTable.MEDIA_TYPE, ListResponses.NDJSON})
    @APIResponseSchema(TbtNoticePage.class)
    public Response listTbtNotices(
            @Valid @BeanParam TbtNoticeFilter filter, @Valid @BeanParam PageRequest page, @Context Request request) {
        return lists.of(
                request,
                () -> answers.of(notices.list(filter, page)),
                new ListFile<>(
                        "tbt-notices",
                        TbtNoticeView.TABLE,
                        rows -> Page.forEachRow(part -> notices.list(filter, part), rows)));
    }

    @GET
    @Path("{id}")
    @PermitAll
    @APIResponseSchema(TbtNoticeView.class)
    public Response getTbtNotice(@PathParam("id") UUID id) {
        return answers.of(notices.find(id));
    }

    /** Only to describe {@link Page} of notices in the API document. */
    @Schema(name = "TbtNoticePage")
    private record TbtNoticePage(
            @Schema(required = true) List<TbtNoticeView> items,

            @Schema(description = "下一页的 after (the after of the next page)") @Nullable
            String next) {}
}

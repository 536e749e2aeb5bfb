package cn.quality.standards.feedback;

import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.tabular.CsvTable;
import cn.quality.platform.tabular.ListFile;
import cn.quality.platform.tabular.ListResponses;
import cn.quality.standards.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whose review is due. For officials: that a body is late with its own standard is not for everybody. */
@Path("review-backlog")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CASE_HANDLER, Roles.CASE_APPROVER, Roles.AUDITOR, Roles.ADMINISTRATOR})
@Tag(name = "evaluations")
class BacklogResource {

    private final ReviewBacklog backlog;
    private final ListResponses lists;

    BacklogResource(ReviewBacklog backlog, ListResponses lists) {
        this.backlog = backlog;
        this.lists = lists;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvTable.MEDIA_TYPE, ListResponses.NDJSON})
    @APIResponseSchema(BacklogPage.class)
    public Response listReviewBacklog(
            @Valid @BeanParam BacklogQuery query, @Valid @BeanParam PageRequest page, @Context Request request) {
        return inside(Response.fromResponse(lists.of(
                        request,
                        () -> Response.ok(backlog.list(query, page)).build(),
                        new ListFile<>(
                                "review-backlog",
                                BacklogItem.TABLE,
                                rows -> Page.forEachRow(part -> backlog.list(query, part), rows)))))
                .build();
    }

    @GET
    @Path("departments")
    @APIResponseSchema(BacklogByDepartment.class)
    public Response countReviewBacklog(@Valid @BeanParam BacklogQuery query) {
        return inside(Response.ok(backlog.byDepartment(query))).build();
    }

    /** What officials see is stored in no cache. */
    private static Response.ResponseBuilder inside(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }

    /** Only to describe {@link Page} of standards in the API document. */
    @Schema(name = "BacklogPage")
    private record BacklogPage(
            @Schema(required = true) List<BacklogItem> items,

            @Schema(description = "下一页的 after (the after of the next page)") @Nullable
            String next) {}
}

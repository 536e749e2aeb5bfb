package cn.quality.standards.group;

import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.tabular.CsvTable;
import cn.quality.platform.tabular.ListFile;
import cn.quality.platform.tabular.ListResponses;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Group standards as everybody may see them, from the approval of the project on. */
@Path("group-projects")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "group-projects")
class GroupProjectResource {

    private final GroupReads reads;
    private final CacheableResponses answers;
    private final ListResponses lists;

    GroupProjectResource(GroupReads reads, CacheableResponses answers, ListResponses lists) {
        this.reads = reads;
        this.answers = answers;
        this.lists = lists;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvTable.MEDIA_TYPE, ListResponses.NDJSON})
    @APIResponseSchema(GroupProjectPage.class)
    public Response listGroupProjects(
            @Valid @BeanParam GroupProjectFilter filter, @Valid @BeanParam PageRequest page, @Context Request request) {
        return lists.of(
                request,
                () -> answers.of(reads.published(filter, page)),
                new ListFile<>(
                        "group-projects",
                        GroupProjectSummary.TABLE,
                        rows -> Page.forEachRow(part -> reads.published(filter, part), rows)));
    }

    @GET
    @Path("{id}")
    @APIResponseSchema(GroupProjectView.class)
    public Response getGroupProject(@PathParam("id") UUID id) {
        return answers.of(reads.published(id));
    }

    @GET
    @Path("{id}/comments")
    @APIResponseSchema(GroupCommentPage.class)
    public Response listGroupComments(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
        return answers.of(reads.answered(id, page));
    }

    /** Only to describe {@link Page} of summaries in the API document. */
    @Schema(name = "GroupProjectPage")
    private record GroupProjectPage(
            @Schema(required = true) List<GroupProjectSummary> items,

            @Schema(description = "下一页的 after (the after of the next page)") @Nullable
            String next) {}

    /** The same of comments. */
    @Schema(name = "GroupCommentPage")
    private record GroupCommentPage(
            @Schema(required = true) List<GroupCommentView> items,

            @Schema(description = "下一页的 after (the after of the next page)") @Nullable
            String next) {}
}

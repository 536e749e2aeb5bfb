package cn.quality.indicator.warning;

import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Warnings as far as they are public. */
@Path("warnings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "warnings", description = "预警：偏离规划的数据及其整改进展 (what is off the plans, and how far its rectification is)")
class WarningResource {

    private final WarningService warnings;
    private final CacheableResponses answers;
    private final ListResponses lists;

    WarningResource(WarningService warnings, CacheableResponses answers, ListResponses lists) {
        this.warnings = warnings;
        this.answers = answers;
        this.lists = lists;
    }

    @GET
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CsvTable.MEDIA_TYPE, ListResponses.NDJSON})
    @APIResponseSchema(WarningView.class)
    public Response listWarnings(
            @Valid @BeanParam WarningFilter filter, @Valid @BeanParam PageRequest page, @Context Request request) {
        return lists.of(
                request,
                () -> answers.of(warnings.published(filter, page)),
                new ListFile<>(
                        "warnings",
                        WarningTable.COLUMNS,
                        rows -> Page.forEachRow(next -> warnings.published(filter, next), rows)));
    }

    @GET
    @Path("{id}")
    @PermitAll
    @APIResponseSchema(WarningView.class)
    public Response getWarning(@PathParam("id") UUID id) {
        return warnings.published(id)
                .map(answers::of)
                .orElseThrow(() -> new Problem(ProblemTypes.NOT_FOUND, new Text("没有这一预警", "There is no such warning")));
    }
}

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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
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
    @APIResponseSchema(OwnItemPage.class)
    public Response archive(
            @QueryParam("section") @Parameter(schema = @Schema(implementation = OwnSection.class)) @Nullable
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
    public Page<OwnMatter> matters(@Valid @BeanParam PageRequest page) {
        return service.matters(page);
    }

    @GET
    @Path("lookups")
    public Page<Look> looks(@Valid @BeanParam PageRequest page) {
        return service.looks(page);
    }

    @GET
    @Path("lookup-counts")
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

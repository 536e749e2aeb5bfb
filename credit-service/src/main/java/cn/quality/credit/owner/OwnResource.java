package cn.quality.credit.owner;

import cn.quality.credit.Roles;
import cn.quality.credit.query.Parameters;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.tabular.CsvTable;
import cn.quality.platform.tabular.Download;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
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
import jakarta.ws.rs.core.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    private static final String NDJSON = "application/x-ndjson";
    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(CsvTable.MEDIA_TYPE), MediaType.valueOf(NDJSON))
            .build();

    private final OwnService service;
    private final ObjectMapper json;

    OwnResource(OwnService service, ObjectMapper json) {
        this.service = service;
        this.json = json;
    }

    @GET
    @Path("archive")
    @Produces({MediaType.APPLICATION_JSON, CsvTable.MEDIA_TYPE, NDJSON})
    @APIResponseSchema(OwnItemPage.class)
    public Response archive(
            @QueryParam("section") @Parameter(schema = @Schema(implementation = OwnSection.class)) @Nullable
                    String section,
            @Valid @BeanParam PageRequest page,
            @Context Request request) {
        var part = Parameters.oneOf(OwnSection.class, "section", section);
        var form = request.selectVariant(FORMS).getMediaType();
        if (form.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            return mine(Response.ok(service.archive(part, page), MediaType.APPLICATION_JSON_TYPE));
        }
        if (form.isCompatible(MediaType.valueOf(NDJSON))) {
            return mine(Download.of(NDJSON, "archive.ndjson", out -> {
                try (var lines = json.writerFor(OwnItem.class)
                        .withRootValueSeparator("\n")
                        .writeValues(out)) {
                    service.archive(part, item -> write(lines, item));
                }
            }));
        }
        return mine(Download.of(
                CsvTable.MEDIA_TYPE,
                "archive.csv",
                out -> OwnItem.TABLE.write(out, rows -> service.archive(part, rows::accept))));
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

    private static Response mine(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "private, no-store").build();
    }

    private static void write(SequenceWriter lines, OwnItem item) {
        try {
            lines.write(item);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For the API description only: it cannot read the element type off a {@link Response}. */
    @Schema(name = "OwnItemPage")
    interface OwnItemPage {
        List<OwnItem> getItems();

        @Nullable
        String getNext();
    }
}

package cn.quality.standards.exchange;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Date;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The whole catalogue as a file of the day. */
@Path("standards/files")
@PermitAll
@Tag(name = "exchange")
class BulkFileResource {

    /** It changes once a day. */
    private static final String LIFETIME = "public, max-age=300";

    private final BulkFileService files;

    BulkFileResource(BulkFileService files) {
        this.files = files;
    }

    @GET
    @Path("standards.csv")
    @Produces("text/csv")
    @APIResponseSchema(String.class)
    public Response getCsvFile(@Context Request request) {
        return answer(BulkFile.Form.CSV, request);
    }

    @GET
    @Path("standards.ndjson")
    @Produces("application/x-ndjson")
    @APIResponseSchema(String.class)
    public Response getNdjsonFile(@Context Request request) {
        return answer(BulkFile.Form.NDJSON, request);
    }

    private Response answer(BulkFile.Form form, Request request) {
        var file = files.newest(form);
        var etag = new EntityTag(file.content().digest());
        var notModified = request.evaluatePreconditions(etag);
        StreamingOutput content = out -> files.write(file, out);
        var answer = notModified != null
                ? notModified
                : Response.ok(content, form.mediaType() + ";charset=UTF-8")
                        .header(HttpHeaders.CONTENT_LENGTH, file.content().length())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"");
        return answer.tag(etag)
                .lastModified(Date.from(file.madeAt()))
                .header(HttpHeaders.CACHE_CONTROL, LIFETIME)
                .build();
    }
}

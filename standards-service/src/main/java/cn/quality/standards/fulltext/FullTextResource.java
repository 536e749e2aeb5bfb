package cn.quality.standards.fulltext;

import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.standards.Roles;
import cn.quality.standards.file.StoredFiles;
import cn.quality.standards.file.TemporaryFile;
import cn.quality.standards.input.Flaws;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("full-texts/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "full-texts")
class FullTextResource {

    private static final String PDF = "application/pdf";
    private static final byte[] BEGINNING = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_PERMISSION = 500;

    /** Bytes of a text. */
    private static final long LONGEST = 50L << 20;

    private static final String LIFETIME = "public, max-age=30, stale-while-revalidate=300";

    private static final ProblemType NO_PDF = new ProblemType(422, "no-pdf", Text.of("不是 PDF 文件", "No PDF file"));

    private final FullTextService texts;
    private final CacheableResponses answers;

    FullTextResource(FullTextService texts, CacheableResponses answers) {
        this.texts = texts;
        this.answers = answers;
    }

    @PUT
    @Consumes(PDF)
    @RolesAllowed(Roles.ADMINISTRATOR)
    public FullText.View recordFullText(
            @PathParam("id") UUID id,
            @QueryParam("basis") @Parameter(schema = @Schema(implementation = TextBasis.class)) @Nullable
                    String basisName,
            @QueryParam("permission") @Nullable String permissionText,
            InputStream body)
            throws IOException {
        var flaws = new Flaws();
        var basis = Flaws.choice(basisName, "basis", TextBasis.class);
        var permission = flaws.optionalText(permissionText, "permission", LONGEST_PERMISSION);
        if (basis == null) {
            flaws.missing("basis");
        } else if (basis == TextBasis.PERMITTED && permission == null) {
            flaws.missing("permission");
        } else if (basis != TextBasis.PERMITTED && permission != null) {
            flaws.add("permission", "unsuitable", Text.of("仅用于 PERMITTED", "only with PERMITTED"));
        }
        flaws.refuseIfAny();
        try (var file = TemporaryFile.empty()) {
            try (var out = file.write()) {
                copy(body, out);
            }
            StoredFiles.Stored measured;
            try (var content = file.read()) {
                measured = StoredFiles.measured(content);
            }
            return texts.record(id, basis == null ? TextBasis.PERMITTED : basis, permission, measured, file)
                    .view();
        }
    }

    private static void copy(InputStream body, OutputStream out) throws IOException {
        var head = body.readNBytes(BEGINNING.length);
        if (!Arrays.equals(head, BEGINNING)) {
            throw new Problem(NO_PDF, Text.of("文件应为 PDF", "the file should be PDF"));
        }
        out.write(head);
        long length = head.length;
        var buffer = new byte[65_536];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            length += read;
            if (length > LONGEST) {
                throw new Problem(
                        ProblemTypes.PAYLOAD_TOO_LARGE,
                        Text.of("文件不得超过 %d MB", "a file may have %d MB at most", LONGEST >> 20));
            }
            out.write(buffer, 0, read);
        }
    }

    @DELETE
    @RolesAllowed(Roles.ADMINISTRATOR)
    public FullText.View withdrawFullText(@PathParam("id") UUID id) {
        return texts.withdraw(id).view();
    }

    @GET
    @Produces(PDF)
    @PermitAll
    @APIResponseSchema(String.class)
    public Response getFullText(@PathParam("id") UUID id, @Context Request request) {
        var found = texts.required(id);
        var content = found.text().content();
        var etag = new EntityTag(content.digest());
        var notModified = request.evaluatePreconditions(etag);
        StreamingOutput bytes = out -> texts.write(found.text(), out);
        var answer = notModified != null
                ? notModified
                : Response.ok(bytes, PDF)
                        .header(HttpHeaders.CONTENT_LENGTH, content.length())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "inline; filename=\""
                                        + fileName(found.standard().canonicalNumber()) + "\"");
        return answer.tag(etag).header(HttpHeaders.CACHE_CONTROL, LIFETIME).build();
    }

    @GET
    @Path("record")
    @PermitAll
    @APIResponseSchema(FullText.View.class)
    public Response getFullTextRecord(@PathParam("id") UUID id) {
        return answers.of(texts.required(id).view());
    }

    /** The number, without what no file may be called. */
    private static String fileName(String number) {
        return number.replace('/', '_').replace(':', '-').replaceAll("[^\\w .()+-]", "_") + ".pdf";
    }
}

package cn.quality.standards.exchange;

import cn.quality.platform.tabular.CsvTable;
import cn.quality.platform.tabular.Download;
import cn.quality.platform.tabular.ListResponses;
import cn.quality.platform.tabular.TableRows;
import cn.quality.platform.tabular.XlsxTable;
import cn.quality.standards.Roles;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Imports of the catalogue over HTTP. Answers are sent while lines are still coming. */
@Path("standards/imports")
@Tag(name = "exchange")
class ImportResource {

    private static final List<Variant> ANSWERS = Variant.mediaTypes(
                    MediaType.valueOf(ListResponses.NDJSON),
                    MediaType.valueOf(CsvTable.MEDIA_TYPE).withCharset("UTF-8"))
            .build();

    private final StandardImport imports;
    private final ObjectMapper json;

    ImportResource(StandardImport imports, ObjectMapper json) {
        this.imports = imports;
        this.json = json;
    }

    @POST
    @Consumes({ListResponses.NDJSON, CsvTable.MEDIA_TYPE, TableRows.XLSX})
    @Produces({ListResponses.NDJSON, CsvTable.MEDIA_TYPE})
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponseSchema(ImportLine.class)
    public Response importStandards(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) MediaType type,
            @Context HttpHeaders headers,
            @Context Request request,
            InputStream body)
            throws IOException {
        var form = ListResponses.form(request, ANSWERS);
        return answer(imports.lines(body, type, headers.getAcceptableLanguages().getFirst()), form);
    }

    @POST
    @Path("iso-open-data")
    @Consumes(ListResponses.NDJSON)
    @Produces({ListResponses.NDJSON, CsvTable.MEDIA_TYPE})
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponseSchema(ImportLine.class)
    public Response importIsoOpenData(@Context HttpHeaders headers, @Context Request request, InputStream body)
            throws IOException {
        var form = ListResponses.form(request, ANSWERS);
        return answer(imports.isoOpenData(body, headers.getAcceptableLanguages().getFirst()), form);
    }

    @POST
    @Path("relaton")
    @Consumes(RelatonYaml.MEDIA_TYPE)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMINISTRATOR)
    public ImportLine importRelaton(InputStream body) throws IOException {
        return ImportLine.of(1, imports.relaton(body));
    }

    @GET
    @Path("template")
    @Produces(TableRows.XLSX)
    @PermitAll
    public Response getImportTemplate() {
        return Download.of(
                        TableRows.XLSX,
                        "standards.xlsx",
                        out -> XlsxTable.writeTemplate(out, "标准目录", StandardTable.COLUMNS, StandardTable.EXAMPLE))
                .build();
    }

    /** The first lines are settled before anything is answered, so that a file that is unfit as a whole has its status. */
    private Response answer(StandardImport.Run run, MediaType form) throws IOException {
        try {
            var first = run.next();
            boolean csv = form.getSubtype().equals("csv");
            StreamingOutput answers = out -> {
                try (run) {
                    if (csv) {
                        ImportLine.TABLE.write(out, rows -> {});
                    }
                    for (var lines = first; !lines.isEmpty(); lines = run.next()) {
                        write(lines, csv, out);
                        out.flush();
                    }
                }
            };
            return Response.ok(answers, form).build();
        } catch (IOException | RuntimeException e) {
            run.close();
            throw e;
        }
    }

    private void write(List<ImportLine> lines, boolean csv, OutputStream out) throws IOException {
        if (csv) {
            ImportLine.TABLE.append(out, lines::forEach);
            return;
        }
        for (var line : lines) {
            out.write(json.writeValueAsBytes(line));
            out.write('\n');
        }
    }
}

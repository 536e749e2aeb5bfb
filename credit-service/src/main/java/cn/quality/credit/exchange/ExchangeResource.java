package cn.quality.credit.exchange;

import cn.quality.credit.Roles;
import cn.quality.credit.archive.ArchiveService;
import cn.quality.credit.archive.NewRecord;
import cn.quality.credit.batch.BatchImport;
import cn.quality.credit.batch.BatchLine;
import cn.quality.credit.batch.BatchRequest;
import cn.quality.credit.query.Parameters;
import cn.quality.credit.rules.ExchangeTemplate;
import cn.quality.credit.rules.ReferenceService;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.paging.Page;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.tabular.CsvTable;
import cn.quality.platform.tabular.Download;
import cn.quality.platform.tabular.TableRows;
import cn.quality.platform.tabular.XlsxTable;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Exchange tables: their templates, and records in and out by them. */
@Path("exchange-templates")
@Tag(name = "exchange", description = "交换表：按部门现用表格报送与取回记录 (exchange tables: records in the tables departments use)")
class ExchangeResource {

    /** Batches by a template are batches of records; their progress is asked for there. */
    private static final String BATCH = "records";

    private static final MediaType CSV = MediaType.valueOf(CsvTable.MEDIA_TYPE).withCharset("UTF-8");

    private static final List<Variant> FORMS =
            Variant.mediaTypes(MediaType.valueOf(TableRows.XLSX), CSV).build();

    private final ReferenceService templates;
    private final ArchiveService archive;
    private final BatchImport intake;
    private final CacheableResponses answers;
    private final ObjectMapper json;
    private final Clock clock;

    ExchangeResource(
            ReferenceService templates,
            ArchiveService archive,
            BatchImport intake,
            CacheableResponses answers,
            ObjectMapper json,
            Clock clock) {
        this.clock = clock;
        this.templates = templates;
        this.archive = archive;
        this.intake = intake;
        this.answers = answers;
        this.json = json;
    }

    /** For the API description only: it cannot read the element type off a {@link Response}. */
    @Schema(name = "ExchangeTemplatePage")
    interface TemplatePage {
        List<ExchangeTemplate> getItems();

        @Nullable
        String getNext();
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(ExchangeTemplate.class)
    public Response put(@PathParam("id") String id, @Valid @NotNull ExchangeTemplate template) {
        if (!template.id().equals(id)) {
            throw new Problem(
                    ProblemTypes.INVALID_ARGUMENT,
                    Text.of("路径中的“%s”与内容中的“%s”不一致", "The path says '%s', the body says '%s'", id, template.id()));
        }
        ExchangeTable.of(template);
        var stored = templates.store(template);
        return Response.ok(stored.item())
                .tag(Preconditions.etag(stored.version()))
                .build();
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(TemplatePage.class)
    public Response all() {
        return answers.of(new Page<>(templates.all(ExchangeTemplate.class), null));
    }

    @GET
    @Path("{id}/file")
    @PermitAll
    @Produces(TableRows.XLSX)
    public Response file(@PathParam("id") String id) {
        var table = table(id);
        return Download.of(
                        TableRows.XLSX,
                        id + ".xlsx",
                        out -> XlsxTable.writeTemplate(out, table.title(), table.tableColumns(), Map.of()))
                .build();
    }

    @POST
    @Path("{id}/records")
    @RolesAllowed(Roles.DATA_PROVIDER)
    @Consumes({BatchImport.CSV, BatchImport.XLSX})
    @Produces({BatchImport.NDJSON, BatchImport.CSV})
    @APIResponseSchema(BatchLine.class)
    public Response take(
            @PathParam("id") String id,
            InputStream body,
            @Valid @BeanParam BatchRequest batch,
            @Context HttpHeaders headers) {
        return intake.answer(BATCH, table(id).form(), archive::file, body, batch, headers);
    }

    @GET
    @Path("{id}/records")
    @RolesAllowed(Roles.DATA_PROVIDER)
    @Produces({TableRows.XLSX, CsvTable.MEDIA_TYPE})
    public Response give(
            @PathParam("id") String id,
            @QueryParam("from") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date")) @Nullable
                    String from,
            @QueryParam("to") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date")) @Nullable
                    String to,
            @Context Request request) {
        var table = table(id);
        var first = Parameters.date("from", from).orElse(LocalDate.EPOCH);
        var last = Parameters.date("to", to).orElseGet(() -> LegalDates.today(clock));
        var chosen = request.selectVariant(FORMS);
        if (chosen == null) {
            throw new NotAcceptableException();
        }
        Consumer<Consumer<? super ObjectNode>> rows =
                row -> archive.sent(table.kind(), first, last, record -> row.accept(written(record)));
        var answer = chosen.getMediaType().equals(CSV)
                ? Download.of(CSV.toString(), id + ".csv", out -> table.rows().write(out, rows))
                : Download.of(
                        TableRows.XLSX, id + ".xlsx", out -> XlsxTable.write(out, table.title(), table.rows(), rows));
        return answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    private ObjectNode written(NewRecord record) {
        return json.valueToTree(record);
    }

    private ExchangeTable table(String id) {
        return templates
                .newest(ExchangeTemplate.class, id)
                .map(template -> ExchangeTable.of(template.item()))
                .orElseThrow(() -> new Problem(
                        ProblemTypes.NOT_FOUND, Text.of("没有交换表模板 %s", "There is no exchange template %s", id)));
    }
}

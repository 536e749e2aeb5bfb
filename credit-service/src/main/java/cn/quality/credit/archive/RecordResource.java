package cn.quality.credit.archive;

import cn.quality.credit.Roles;
import cn.quality.credit.batch.BatchImport;
import cn.quality.credit.batch.BatchLine;
import cn.quality.credit.batch.BatchRequest;
import cn.quality.credit.batch.BatchService;
import cn.quality.credit.batch.BatchView;
import cn.quality.credit.batch.UniqueViolationRetry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Filing of records by departments. */
@Path("records")
@RolesAllowed(Roles.DATA_PROVIDER)
@Tag(name = "records", description = "质量信用档案 (the quality credit archive)")
class RecordResource {

    private static final String BATCH = "records";

    private final ArchiveService service;
    private final BatchImport intake;
    private final BatchService batches;

    RecordResource(ArchiveService service, BatchImport intake, BatchService batches) {
        this.service = service;
        this.intake = intake;
        this.batches = batches;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(RecordView.class)
    public Response file(@Valid @NotNull NewRecord record) {
        var outcome =
                UniqueViolationRetry.run(() -> service.file(List.of(record))).getFirst();
        return Response.status(outcome.isNew() ? Response.Status.CREATED : Response.Status.OK)
                .entity(service.view(outcome.id()))
                .build();
    }

    @POST
    @Path("{id}/corrections")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(RecordChain.class)
    public Response correct(@PathParam("id") UUID id, @Valid @NotNull NewCorrection correction) {
        var outcome = UniqueViolationRetry.run(() -> service.correct(id, correction));
        return Response.status(outcome.isNew() ? Response.Status.CREATED : Response.Status.OK)
                .entity(service.chain(outcome.id()))
                .build();
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DATA_PROVIDER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    public RecordChain chain(@PathParam("id") UUID id) {
        return service.chain(id);
    }

    @POST
    @Path("batch")
    @Consumes({BatchImport.NDJSON, BatchImport.CSV, BatchImport.XLSX})
    @Produces({BatchImport.NDJSON, BatchImport.CSV})
    @APIResponseSchema(BatchLine.class)
    public Response fileAll(InputStream body, @Valid @BeanParam BatchRequest batch, @Context HttpHeaders headers) {
        return intake.answer(BATCH, RecordCells.FORM, service::file, body, batch, headers);
    }

    @GET
    @Path("batches/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public BatchView batch(@PathParam("id") UUID id) {
        return batches.view(BATCH, id);
    }
}

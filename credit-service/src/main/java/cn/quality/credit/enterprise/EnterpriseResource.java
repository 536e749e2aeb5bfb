package cn.quality.credit.enterprise;

import cn.quality.credit.Roles;
import cn.quality.credit.batch.BatchImport;
import cn.quality.credit.batch.BatchLine;
import cn.quality.credit.batch.BatchRequest;
import cn.quality.credit.batch.BatchService;
import cn.quality.credit.batch.BatchView;
import cn.quality.credit.batch.ItemResult;
import cn.quality.credit.batch.UniqueViolationRetry;
import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.tabular.Download;
import cn.quality.platform.tabular.TableRows;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Enterprises as departments report them: registered, renamed, moved, amended, closed. */
@Path("enterprises")
@Tag(name = "enterprises", description = "企业登记与公众查询 (enterprises: registration and public lookup)")
class EnterpriseResource {

    private static final String BATCH = "enterprises";

    private final EnterpriseService service;
    private final BatchImport intake;
    private final BatchService batches;
    private final CacheableResponses answers;
    private final Caller caller;

    EnterpriseResource(
            EnterpriseService service,
            BatchImport intake,
            BatchService batches,
            CacheableResponses answers,
            Caller caller) {
        this.service = service;
        this.intake = intake;
        this.batches = batches;
        this.answers = answers;
        this.caller = caller;
    }

    /** For the API description only: it cannot read the element type off a {@link Response}. */
    @Schema(name = "BranchPage")
    interface BranchPage {
        List<Branch> getItems();

        @Nullable
        String getNext();
    }

    @POST
    @RolesAllowed({Roles.DATA_PROVIDER, Roles.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(EnterpriseView.class)
    public Response register(@Valid @NotNull NewEnterprise enterprise) {
        var outcome = UniqueViolationRetry.run(() -> service.register(List.of(enterprise)))
                .getFirst();
        var filed = service.view(outcome.id());
        var location = UriBuilder.fromPath("enterprises/{uscc}")
                .build(filed.enterprise().uscc());
        return (outcome.isNew() ? Response.created(location) : Response.ok().location(location))
                .tag(Preconditions.etag(filed.version()))
                .entity(filed.enterprise())
                .build();
    }

    @GET
    @Path("template")
    @PermitAll
    @Produces(TableRows.XLSX)
    public Response template() {
        return Download.of(TableRows.XLSX, "enterprises.xlsx", EnterpriseTemplate::write)
                .build();
    }

    @POST
    @Path("{uscc}/names")
    @RolesAllowed({Roles.DATA_PROVIDER, Roles.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(EnterpriseHistory.class)
    public Response rename(
            @PathParam("uscc") String uscc,
            @Valid @NotNull NewName change,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var code = UnifiedSocialCreditCode.read(uscc);
        return changed(UniqueViolationRetry.run(() -> service.rename(code, change, ifMatch)));
    }

    @POST
    @Path("{uscc}/regions")
    @RolesAllowed({Roles.DATA_PROVIDER, Roles.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(EnterpriseHistory.class)
    public Response relocate(
            @PathParam("uscc") String uscc,
            @Valid @NotNull NewRegion move,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var code = UnifiedSocialCreditCode.read(uscc);
        return changed(UniqueViolationRetry.run(() -> service.relocate(code, move, ifMatch)));
    }

    @POST
    @Path("{uscc}/amendments")
    @RolesAllowed({Roles.DATA_PROVIDER, Roles.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(EnterpriseHistory.class)
    public Response amend(
            @PathParam("uscc") String uscc,
            @Valid @NotNull NewAmendment change,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var code = UnifiedSocialCreditCode.read(uscc);
        return changed(UniqueViolationRetry.run(() -> service.amend(code, change, ifMatch)));
    }

    @GET
    @Path("{uscc}/history")
    @RolesAllowed({
        Roles.DATA_PROVIDER,
        Roles.ADMINISTRATOR,
        Roles.CASE_HANDLER,
        Roles.CASE_APPROVER,
        Roles.PUBLISHER,
        Roles.AUDITOR
    })
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(EnterpriseHistory.class)
    public Response history(@PathParam("uscc") String uscc) {
        var history = service.history(UnifiedSocialCreditCode.read(uscc));
        if (!caller.has(Roles.AUDITOR) && !caller.has(Roles.ADMINISTRATOR)) {
            caller.requireRegion(history.region());
        }
        return Response.ok(history)
                .tag(Preconditions.etag(history.version()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    @GET
    @Path("{uscc}/branches")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(BranchPage.class)
    public Response branches(@PathParam("uscc") String uscc, @Valid @BeanParam PageRequest page) {
        return answers.of(service.branches(UnifiedSocialCreditCode.read(uscc), page));
    }

    @POST
    @Path("{uscc}/closure")
    @RolesAllowed({Roles.DATA_PROVIDER, Roles.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(EnterpriseHistory.class)
    public Response close(
            @PathParam("uscc") String uscc,
            @Valid @NotNull NewClosure end,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var code = UnifiedSocialCreditCode.read(uscc);
        return changed(service.close(code, end, ifMatch));
    }

    private Response changed(ItemResult outcome) {
        var history = service.history(outcome.id());
        var location = UriBuilder.fromPath("enterprises/{uscc}").build(history.uscc());
        return (outcome.isNew() ? Response.created(location) : Response.ok().location(location))
                .tag(Preconditions.etag(history.version()))
                .entity(history)
                .build();
    }

    @POST
    @Path("batch")
    @RolesAllowed({Roles.DATA_PROVIDER, Roles.ADMINISTRATOR})
    @Consumes({BatchImport.NDJSON, BatchImport.CSV, BatchImport.XLSX})
    @Produces({BatchImport.NDJSON, BatchImport.CSV})
    @APIResponseSchema(BatchLine.class)
    public Response registerAll(InputStream body, @Valid @BeanParam BatchRequest batch, @Context HttpHeaders headers) {
        return intake.answer(BATCH, EnterpriseCells.FORM, service::register, body, batch, headers);
    }

    @GET
    @Path("batches/{id}")
    @RolesAllowed({Roles.DATA_PROVIDER, Roles.ADMINISTRATOR})
    @Produces(MediaType.APPLICATION_JSON)
    public BatchView batch(@PathParam("id") UUID id) {
        return batches.view(BATCH, id);
    }
}

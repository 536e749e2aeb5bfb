package cn.quality.credit.evidence;

import cn.quality.credit.Roles;
import cn.quality.credit.enterprise.EnterpriseService;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Evidence files over HTTP. */
@Path("evidence")
@Tag(name = "evidence", description = "证据文件 (evidence files)")
class EvidenceResource {

    private static final String PDF = "application/pdf";
    private static final String PNG = "image/png";
    private static final String JPEG = "image/jpeg";

    private final EvidenceService service;
    private final EvidenceConfig config;
    private final EnterpriseService enterprises;
    private final Caller caller;

    EvidenceResource(EvidenceService service, EvidenceConfig config, EnterpriseService enterprises, Caller caller) {
        this.service = service;
        this.config = config;
        this.enterprises = enterprises;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.ENTERPRISE, Roles.CASE_HANDLER, Roles.CASE_APPROVER, Roles.PUBLISHER, Roles.DATA_PROVIDER})
    @Consumes({PDF, PNG, JPEG, MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(EvidenceView.class)
    public Response keep(@QueryParam("name") @NotBlank String name, InputStream body, @Context HttpHeaders request) {
        long limit = config.maxSize().asLongValue();
        if (request.getLength() > limit) {
            throw EvidenceProblems.tooLong(limit);
        }
        var upload = new EvidenceService.Upload(caller.id(), region(), name, declared(request.getMediaType()));
        var kept = service.keep(upload, body);
        var location =
                UriBuilder.fromPath("evidence/{id}").build(kept.evidence().id());
        return (kept.isNew() ? Response.created(location) : Response.ok().location(location))
                .entity(kept.evidence())
                .build();
    }

    @GET
    @Path("{id}")
    @Authenticated
    @Produces(MediaType.APPLICATION_JSON)
    public EvidenceView view(@PathParam("id") UUID id) {
        return readable(id);
    }

    @GET
    @Path("{id}/content")
    @Authenticated
    @Produces({PDF, PNG, JPEG})
    public Response content(@PathParam("id") UUID id) {
        var file = readable(id);
        return EvidenceDownload.of(service.open(file.id()));
    }

    private EvidenceView readable(UUID id) {
        var file = service.find(id).orElseThrow(() -> EvidenceProblems.notFound(id));
        if (file.owner().equals(caller.id())) {
            return file.evidence();
        }
        if (file.region() == null || !(caller.has(Roles.AUDITOR) || isOffice())) {
            throw EvidenceProblems.notFound(id);
        }
        if (!caller.has(Roles.AUDITOR)) {
            caller.requireRegion(file.region());
        }
        return file.evidence();
    }

    private boolean isOffice() {
        return List.of(Roles.CASE_HANDLER, Roles.CASE_APPROVER, Roles.PUBLISHER).stream()
                .anyMatch(caller::has);
    }

    /** Where the sender belongs: an enterprise to its present jurisdiction, everybody else to the region they act for. */
    private String region() {
        if (caller.isEnterprise()) {
            return enterprises.require(caller.requireEnterprise()).region();
        }
        return caller.region()
                .orElseThrow(() -> new Problem(
                        ProblemTypes.FORBIDDEN,
                        new Text("当前身份不属于任何企业或区划", "This identity belongs to no enterprise and no region")));
    }

    /** What the sender says the file is; {@code application/octet-stream} says nothing. */
    private static @Nullable String declared(@Nullable MediaType type) {
        if (type == null || type.isCompatible(MediaType.APPLICATION_OCTET_STREAM_TYPE)) {
            return null;
        }
        return type.getType() + "/" + type.getSubtype();
    }
}

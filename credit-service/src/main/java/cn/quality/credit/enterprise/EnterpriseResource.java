package cn.quality.credit.enterprise;

import cn.quality.credit.Roles;
import cn.quality.credit.intake.BatchLine;
import cn.quality.credit.intake.NdjsonIntake;
import cn.quality.credit.intake.Races;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriBuilder;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Registration of enterprises by departments. */
@Path("enterprises")
@RolesAllowed({Roles.DATA_PROVIDER, Roles.ADMINISTRATOR})
@Tag(name = "enterprises", description = "企业登记与公众查询 (enterprises: registration and public lookup)")
class EnterpriseResource {

    private final EnterpriseService service;
    private final NdjsonIntake intake;

    EnterpriseResource(EnterpriseService service, NdjsonIntake intake) {
        this.service = service;
        this.intake = intake;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "登记企业 (register an enterprise)",
            description = "同一来源记录再次报送时返回首次结果，不会重复登记。区划是企业现在的管辖地，与代码中的区划无关。")
    @APIResponse(
            responseCode = "201",
            description = "已登记 (registered)",
            content = @Content(schema = @Schema(implementation = EnterpriseView.class)))
    @APIResponse(
            responseCode = "200",
            description = "该来源记录此前已登记，返回首次结果 (known source record: the first result)",
            content = @Content(schema = @Schema(implementation = EnterpriseView.class)))
    @APIResponse(responseCode = "409", description = "already-registered: 该代码已由另一来源登记")
    @APIResponse(responseCode = "422", description = "unknown-region: 区划未登记")
    public Response register(@Valid @NotNull NewEnterprise enterprise) {
        var outcome = Races.settle(() -> service.register(List.of(enterprise))).getFirst();
        var view = service.view(outcome.id());
        var location = UriBuilder.fromPath("enterprises/{uscc}").build(view.uscc());
        return (outcome.isNew() ? Response.created(location) : Response.ok().location(location))
                .entity(view)
                .build();
    }

    @POST
    @Path("batch")
    @Consumes(NdjsonIntake.MEDIA_TYPE)
    @Produces(NdjsonIntake.MEDIA_TYPE)
    @Operation(
            summary = "批量登记企业 (register many enterprises)",
            description = "每行一个企业，逐行返回结果；有误的行注明原因，其余照常处理。中断后整批重发即可，已登记的返回 DUPLICATE。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = NdjsonIntake.MEDIA_TYPE,
                            schema = @Schema(implementation = NewEnterprise.class)))
    @APIResponse(
            responseCode = "200",
            description = "逐行结果 (one answer per line)",
            content = @Content(mediaType = NdjsonIntake.MEDIA_TYPE, schema = @Schema(implementation = BatchLine.class)))
    public StreamingOutput registerAll(InputStream body, @Context HttpHeaders request) {
        return intake.answers(body, NewEnterprise.class, service::register, request);
    }
}

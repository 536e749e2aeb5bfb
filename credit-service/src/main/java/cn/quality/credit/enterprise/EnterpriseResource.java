package cn.quality.credit.enterprise;

import cn.quality.credit.Roles;
import cn.quality.credit.identifier.UnifiedSocialCreditCode;
import cn.quality.credit.intake.BatchLine;
import cn.quality.credit.intake.NdjsonIntake;
import cn.quality.credit.intake.Outcome;
import cn.quality.credit.intake.Races;
import cn.quality.platform.http.Preconditions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Enterprises as departments report them: registered, renamed, closed. */
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
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = EnterpriseView.class)))
    @APIResponse(
            responseCode = "200",
            description = "该来源记录此前已登记，返回首次结果 (known source record: the first result)",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = EnterpriseView.class)))
    @APIResponse(responseCode = "409", description = "already-registered: 该代码已由另一来源登记")
    @APIResponse(responseCode = "422", description = "unknown-region: 区划未登记")
    public Response register(@Valid @NotNull NewEnterprise enterprise) {
        var outcome = Races.settle(() -> service.register(List.of(enterprise))).getFirst();
        var filed = service.view(outcome.id());
        var location = UriBuilder.fromPath("enterprises/{uscc}")
                .build(filed.enterprise().uscc());
        return (outcome.isNew() ? Response.created(location) : Response.ok().location(location))
                .tag(Preconditions.etag(filed.version()))
                .entity(filed.enterprise())
                .build();
    }

    @POST
    @Path("{uscc}/names")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "变更企业名称 (rename an enterprise)",
            description = "原名称作为曾用名连同起止日期保留，仍可据以查到企业。同一来源记录再次报送、或名称并无变化时，不作任何变更。"
                    + "If-Match 可以省略；一旦给出则必须与登记或上一次变更返回的 ETag 一致。")
    @APIResponse(
            responseCode = "201",
            description = "名称已变更 (renamed)",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = EnterpriseHistory.class)))
    @APIResponse(
            responseCode = "200",
            description = "来源记录已报送过，或名称相同，未作变更 (nothing was to change)",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = EnterpriseHistory.class)))
    @APIResponse(responseCode = "409", description = "enterprise-closed: 企业已注销；source-record-used: 来源记录已用于另一企业")
    @APIResponse(responseCode = "422", description = "unsuitable-date: 日期晚于今天，或早于登记或上一次变更")
    public Response rename(
            @PathParam("uscc") @Parameter(description = "统一社会信用代码", example = "91371199MA3RH00187") String uscc,
            @Valid @NotNull NewName change,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var code = UnifiedSocialCreditCode.parse(uscc);
        return changed(Races.settle(() -> service.rename(code, change, ifMatch)));
    }

    @POST
    @Path("{uscc}/closure")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "注销企业 (close an enterprise)",
            description = "注销后档案与名称仍可查询，但不能再变更名称。再次报送时返回首次结果。If-Match 可以省略；一旦给出则必须与登记或上一次变更返回的 ETag 一致。")
    @APIResponse(
            responseCode = "201",
            description = "已注销 (closed)",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = EnterpriseHistory.class)))
    @APIResponse(
            responseCode = "200",
            description = "此前已注销，返回首次结果 (closed before: the first result)",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = EnterpriseHistory.class)))
    @APIResponse(responseCode = "422", description = "unsuitable-date: 日期晚于今天，或早于登记或上一次变更")
    public Response close(
            @PathParam("uscc") @Parameter(description = "统一社会信用代码", example = "91371199MA3RH00187") String uscc,
            @Valid @NotNull NewClosure end,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var code = UnifiedSocialCreditCode.parse(uscc);
        return changed(service.close(code, end, ifMatch));
    }

    private Response changed(Outcome outcome) {
        var history = service.history(outcome.id());
        var location = UriBuilder.fromPath("enterprises/{uscc}").build(history.uscc());
        return (outcome.isNew() ? Response.created(location) : Response.ok().location(location))
                .tag(Preconditions.etag(history.version()))
                .entity(history)
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

package cn.quality.credit.evidence;

import cn.quality.credit.Roles;
import cn.quality.credit.enterprise.EnterpriseService;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
    @Operation(
            summary = "上传证据文件 (upload an evidence file)",
            description = "请求体即文件内容，仅接受 PDF、PNG、JPEG，以内容判定类型，扩展名与 Content-Type 须与内容一致；默认不超过10 MiB。"
                    + "返回的编号用于异议、修复申请、档案记录等。同一文件以同一名称再次上传时返回首次结果。"
                    + "(The body is the file: PDF, PNG or JPEG, as its content tells; extension and Content-Type have to "
                    + "agree; by default up to 10 MiB. Its id goes into objections, repair applications, records and so on. "
                    + "The same file under the same name again gets the first result.)")
    @RequestBody(
            content = {
                @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = JPEG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = MediaType.APPLICATION_OCTET_STREAM,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "201",
            description = "已保存 (kept)",
            content = @Content(schema = @Schema(implementation = EvidenceView.class)))
    @APIResponse(
            responseCode = "200",
            description = "此前已上传，返回首次结果 (uploaded before: the first result)",
            content = @Content(schema = @Schema(implementation = EvidenceView.class)))
    @APIResponse(
            responseCode = "413",
            description = "payload-too-large: 文件过大 (the file is too large)；image-too-large: 图片像素过多 (too many pixels)")
    @APIResponse(
            responseCode = "415",
            description = "unsupported-file: 仅接受 PDF、PNG 与 JPEG 文件 (only PDF, PNG and JPEG)；"
                    + "content-mismatch: 内容与名称或 Content-Type 不符，或文件已损坏 "
                    + "(the content is not what name or Content-Type say, or the file is damaged)")
    @APIResponse(
            responseCode = "422",
            description =
                    "empty-file: 文件为空 (the file is empty)；unknown-enterprise: 企业未登记 (the enterprise is not registered)")
    public Response keep(
            @QueryParam("name")
                    @NotBlank
                    @Parameter(description = "文件名，带扩展名 (file name with its extension)", example = "整改报告.pdf")
                    String name,
            InputStream body,
            @Context HttpHeaders request) {
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
    @Operation(
            summary = "查看证据文件信息 (an evidence file without its content)",
            description = "上传人、该区划的经办机关或审计人员可见。随投诉举报等提交的文件由相应功能提供，不在此处。"
                    + "(For whoever uploaded it, the office of the region, and auditors. Files of complaints and the like are "
                    + "found with these, not here.)")
    @APIResponse(
            responseCode = "200",
            description = "证据文件 (the evidence file)",
            content = @Content(schema = @Schema(implementation = EvidenceView.class)))
    public EvidenceView view(@PathParam("id") UUID id) {
        return readable(id);
    }

    @GET
    @Path("{id}/content")
    @Authenticated
    @Produces({PDF, PNG, JPEG})
    @Operation(
            summary = "下载证据文件 (content of an evidence file)",
            description =
                    "可见范围同上。始终作为附件下载，不在浏览器中打开，也不缓存。(For the same people. Always a download, never opened in the browser, never cached.)")
    @APIResponse(
            responseCode = "200",
            description = "文件内容 (the content)",
            content = {
                @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = JPEG, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
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
        return caller.uscc()
                .map(code ->
                        enterprises.require(UnifiedSocialCreditCode.parse(code)).region())
                .or(caller::region)
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

package cn.quality.credit.screening;

import cn.quality.credit.Roles;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Screening over HTTP. */
@Path("screenings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "screenings", description = "批量核查 (screening for other systems)")
class ScreeningResource {

    private static final String EXAMPLE = """
            {"purpose": "供应商准入审查", "subjects": [
              {"ref": "V-0001", "uscc": "91371199MA3RH00187"},
              {"ref": "V-0002", "name": "日照示例海洋食品有限责任公司", "region": "371102"}]}""";

    private final ScreeningService service;
    private final Caller caller;

    ScreeningResource(ScreeningService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.SCREENING_CLIENT)
    @Operation(
            summary = "批量核查企业 (screen many enterprises)",
            description = "一次最多500个对象，当场答复。以代码命中的为确认，列出现行条目；仅以名称命中的只是可能，不列条目，须以统一社会信用代码确认。"
                    + "每个得分附理由，各项分值之和即为得分：0.95以上为MATCH，0.70以上为REVIEW。无效的代码在该对象的 invalid 中逐条说明，不影响其他对象。"
                    + "(Up to 500 subjects, answered at once. Confirmed by code, with the entries in force; only possible by "
                    + "name alone, without them: confirm with the code. Every score has its reasons, whose points add up to "
                    + "it: MATCH from 0.95, REVIEW from 0.70. What is wrong with a code stands in invalid of that subject; the "
                    + "others are not affected.)")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ScreeningRequest.class),
                            examples = @ExampleObject(name = "two", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "答复，回执已留存 (the answer; Location is the receipt)",
            content = @Content(schema = @Schema(implementation = ScreeningAnswer.class)))
    @APIResponse(
            responseCode = "400",
            description =
                    "invalid-argument: 缺少用途，或某个对象既无代码也无名称 (no purpose, or a subject with neither code nor name; names it)")
    @APIResponse(
            responseCode = "413",
            description = "too-many-subjects: 超过500个对象 (more than 500 subjects)；payload-too-large")
    @APIResponse(responseCode = "422", description = "no-subjects: 没有核查对象 (nobody to screen)")
    public Response screen(@Valid @NotNull ScreeningRequest request) {
        var answer = service.screen(request);
        return Response.created(
                        UriBuilder.fromPath("screenings/{id}").build(answer.id().toString()))
                .entity(answer)
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.SCREENING_CLIENT, Roles.AUDITOR})
    @Operation(
            summary = "查看核查回执 (receipt of a screening)",
            description = "何人、何时、因何用途、依据哪一版名单核查了多少对象。不含核查对象本身，仅有请求内容的摘要。本人或审计人员可见。"
                    + "(Who screened how many subjects, when, what for, and against which version of the lists. Nothing of the "
                    + "subjects but a digest of the request. For whoever asked, and auditors.)")
    @APIResponse(
            responseCode = "200",
            description = "回执 (the receipt)",
            content = @Content(schema = @Schema(implementation = ScreeningReceipt.class)))
    public ScreeningReceipt receipt(@PathParam("id") UUID id) {
        return service.receipt(id)
                .filter(receipt -> caller.has(Roles.AUDITOR) || receipt.client().equals(caller.id()))
                .orElseThrow(() ->
                        new Problem(ProblemTypes.NOT_FOUND, Text.of("没有编号为 %s 的回执", "There is no receipt %s", id)));
    }
}

package cn.quality.credit.listing;

import cn.quality.credit.Roles;
import cn.quality.platform.http.Preconditions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an enterprise can do about its entry, and what the office answers: statement, objection, repair. */
@Path("listings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "listings", description = "红黑榜 (red and black lists)")
class RemedyResource {

    private final ListingService service;

    RemedyResource(ListingService service) {
        this.service = service;
    }

    @POST
    @Path("{id}/statement")
    @RolesAllowed(Roles.ENTERPRISE)
    @Operation(
            summary = "企业声明 (the enterprise's own statement)",
            description = "企业就自己的条目发表声明，与条目一并公开；再次发表的取代前一份。"
                    + "(The enterprise's own words about its entry, shown beside it; later ones replace those before.)")
    @APIResponse(
            responseCode = "200",
            description = "已公开 (shown)",
            content = @Content(schema = @Schema(implementation = Filed.class)))
    @APIResponse(responseCode = "422", description = "personal-data: 含个人信息 (personal data in it)")
    public Response addStatement(
            @PathParam("id") UUID id, @Valid @NotNull CaseActs.Statement body, @BeanParam Preconditions preconditions) {
        return ListingResource.filed(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/objections")
    @RolesAllowed(Roles.ENTERPRISE)
    @Operation(
            summary = "提出异议 (object to an entry)",
            description =
                    "企业对自己的条目提出异议；自收到次日起计算处理期限。(By the enterprise, to its own entry; the term runs from the day after receipt.)")
    @APIResponse(
            responseCode = "200",
            description = "已收到 (received)",
            content = @Content(schema = @Schema(implementation = Filed.class)))
    @APIResponse(responseCode = "422", description = "unknown-evidence")
    public Response raiseObjection(
            @PathParam("id") UUID id, @Valid @NotNull CaseActs.Objecting body, @BeanParam Preconditions preconditions) {
        return ListingResource.filed(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/objections/referral")
    @RolesAllowed(Roles.CASE_HANDLER)
    @Operation(
            summary = "请其他单位核实 (refer an objection)",
            description = "异议涉及其他单位的，处理期限自收到异议次日起按较长期限计算。"
                    + "(Where another unit is concerned, the longer term applies, from the day after receipt.)")
    public Response referObjection(
            @PathParam("id") UUID id, @Valid @NotNull CaseActs.Referral body, @BeanParam Preconditions preconditions) {
        return ListingResource.act(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/objections/answer")
    @RolesAllowed(Roles.CASE_APPROVER)
    @Operation(
            summary = "答复异议 (answer an objection)",
            description =
                    "异议成立的，条目立即撤下；不成立的，条目继续公示。(If it is upheld the entry is withdrawn at once, otherwise it stays public.)")
    public Response answerObjection(
            @PathParam("id") UUID id,
            @Valid @NotNull CaseActs.ObjectionAnswer body,
            @BeanParam Preconditions preconditions) {
        return ListingResource.act(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/repair-applications")
    @RolesAllowed(Roles.ENTERPRISE)
    @Operation(
            summary = "申请信用修复 (apply for repair)",
            description = "满最短公示期、已纠正并履行义务、作出公开信用承诺的，可以申请。"
                    + "(After the minimum publicity period, once the misconduct is corrected, duties are fulfilled and a "
                    + "public commitment is made.)")
    @APIResponse(
            responseCode = "200",
            description = "已收到 (received)",
            content = @Content(schema = @Schema(implementation = Filed.class)))
    @APIResponse(
            responseCode = "422",
            description = "repair-too-early: 未满最短公示期 (before the minimum publicity period is over)；"
                    + "correction-unproven: 缺少整改证明 (no proof of correction)；unknown-evidence")
    public Response applyForRepair(
            @PathParam("id") UUID id, @Valid @NotNull CaseActs.Repairing body, @BeanParam Preconditions preconditions) {
        return ListingResource.filed(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/repair-applications/acceptance")
    @RolesAllowed(Roles.CASE_HANDLER)
    @Operation(
            summary = "是否受理修复申请 (take a repair application up)",
            description = "受理后开始计算决定期限；不予受理的说明理由，条目继续公示。"
                    + "(Once taken up, the term of the decision runs; if not, with a reason, the entry stays public.)")
    public Response takeUpRepair(
            @PathParam("id") UUID id,
            @Valid @NotNull CaseActs.RepairAcceptance body,
            @BeanParam Preconditions preconditions) {
        return ListingResource.act(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/repair-applications/decision")
    @RolesAllowed(Roles.CASE_APPROVER)
    @Operation(
            summary = "决定修复 (decide on repair)",
            description = "准予修复的，条目立即从一切公开应答中消失，措施须在期限内解除。"
                    + "(If granted, the entry disappears from every public answer at once, and measures are lifted within the "
                    + "term.)")
    @APIResponse(
            responseCode = "422",
            description = "penalised-again: 公示期间又受较重处罚 (a heavier penalty while the entry was public)")
    public Response decideRepair(
            @PathParam("id") UUID id,
            @Valid @NotNull CaseActs.RepairRuling body,
            @BeanParam Preconditions preconditions) {
        return ListingResource.act(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/restoration")
    @RolesAllowed(Roles.CASE_APPROVER)
    @Operation(
            summary = "撤销修复并恢复 (restore after fraud)",
            description =
                    "查实以弄虚作假取得修复的，撤销修复，条目恢复公示，期限重新计算。"
                            + "(Where the repair was got by fraud it is revoked, the entry is public again, and its term starts anew.)")
    @APIResponse(responseCode = "422", description = "never-repaired；unsuitable-date")
    public Response restore(
            @PathParam("id") UUID id,
            @Valid @NotNull CaseActs.FraudFinding body,
            @BeanParam Preconditions preconditions) {
        return ListingResource.act(service.perform(id, body, preconditions));
    }
}

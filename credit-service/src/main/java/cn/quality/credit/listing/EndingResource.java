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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How an entry leaves the list, and what has to be done afterwards. */
@Path("listings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "listings", description = "红黑榜 (red and black lists)")
class EndingResource {

    private final ListingService service;

    EndingResource(ListingService service) {
        this.service = service;
    }

    @POST
    @Path("{id}/basis-revocation")
    @RolesAllowed(Roles.CASE_APPROVER)
    @Operation(
            summary = "登记依据被撤销 (the decision behind the entry is annulled)",
            description = "条目立即不再公示，并在期限内正式撤下。(The entry is public no more at once, and withdrawn within the term.)")
    @APIResponse(responseCode = "422", description = "unsuitable-date: 日期晚于今天 (after today)")
    public Response revokeBasis(
            @PathParam("id") UUID id, @Valid @NotNull CaseActs.Annulment body, @BeanParam Preconditions preconditions) {
        return ListingResource.act(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/withdrawal")
    @RolesAllowed(Roles.PUBLISHER)
    @Operation(
            summary = "撤下条目 (withdraw an entry)",
            description = "条目立即从一切公开应答中消失。撤下不应因版本而耽搁，If-Match 可以省略；一旦给出则必须一致。"
                    + "(The entry disappears from every public answer at once. No version shall delay that: If-Match may be "
                    + "left out; if given it has to match.)")
    public Response withdraw(
            @PathParam("id") UUID id, @Valid @NotNull CaseActs.Reason body, @BeanParam Preconditions preconditions) {
        return ListingResource.act(service.perform(id, body.of(ListingAct.WITHDRAW), preconditions));
    }

    @POST
    @Path("{id}/measures-lifting")
    @RolesAllowed(Roles.CASE_HANDLER)
    @Operation(
            summary = "登记措施解除 (measures are lifted)",
            description =
                    "条目结束后，登记各部门已解除由此产生的措施。(After the end of an entry, records that departments lifted the measures it led to.)")
    @APIResponse(responseCode = "422", description = "unsuitable-date: 日期晚于今天 (after today)")
    public Response liftMeasures(
            @PathParam("id") UUID id, @Valid @NotNull CaseActs.Lifting body, @BeanParam Preconditions preconditions) {
        return ListingResource.act(service.perform(id, body, preconditions));
    }

    @POST
    @Path("{id}/archiving")
    @RolesAllowed(Roles.PUBLISHER)
    @Operation(
            summary = "归档 (archive an entry)",
            description =
                    "全部共享单位确认停止共享、措施已解除后归档。(Once all receivers confirmed that they stopped, and the measures are lifted.)")
    @APIResponse(responseCode = "422", description = "still-shared；measures-stand")
    public Response archive(@PathParam("id") UUID id, @BeanParam Preconditions preconditions) {
        return ListingResource.act(service.perform(id, CaseActs.bare(ListingAct.ARCHIVE), preconditions));
    }
}

package cn.quality.credit.sharing;

import cn.quality.credit.Roles;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Sharing over HTTP: subscribers, and their acknowledgements. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sharing", description = "名单信息的共享与停止 (sharing of list entries, and its end)")
class SharingResource {

    private final SharingService service;

    SharingResource(SharingService service) {
        this.service = service;
    }

    @PUT
    @Path("subscribers/{clientId}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(
            summary = "登记接收方 (register a subscriber)",
            description = "登记通过变更订阅、推送或消息主题接收名单信息的系统；条目终止时，期间接收过的系统须确认停止使用。修改已登记的接收方须带 If-Match。"
                    + "(Systems that receive list entries by change feed, webhook or topic; at the end of an entry, those that "
                    + "received it have to confirm that they stopped. Changing a registered one needs If-Match.)")
    @APIResponse(
            responseCode = "200",
            description = "已登记 (stored)",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = Subscriber.class)))
    @APIResponse(responseCode = "409", description = "concurrent-change: 刚被他人登记或修改 (somebody else was faster)")
    public Response subscribe(
            @PathParam("clientId")
                    @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
                    @Parameter(description = "系统的客户端标识 (client id of the system)", example = "screening-bank")
                    String clientId,
            @Valid @NotNull NewSubscriber subscriber,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var stored = service.subscribe(clientId, subscriber, ifMatch);
        return Response.ok(stored).tag(Preconditions.etag(stored.version())).build();
    }

    @GET
    @Path("subscribers")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
    @Operation(
            summary = "接收方名册 (subscribers)",
            description = "接收名单信息的系统，按客户端标识排序；version 即 If-Match 所需的版本。"
                    + "(Systems that receive list entries, by client id; version is the one for If-Match.)")
    public Page<Subscriber> subscribers(@Valid @BeanParam PageRequest page) {
        return service.subscribers(page);
    }

    @GET
    @Path("sharing-stops")
    @RolesAllowed({Roles.SCREENING_CLIENT, Roles.PUBLISHER, Roles.AUDITOR})
    @Operation(
            summary = "停止共享通知 (sharing stops)",
            description = "条目修复、撤下或到期后，接收方须停止公示、共享和使用并确认（《山东省社会信用条例》第三十八条）。接收方只看到自己的；发布人员看到本辖区的；审计人员看到全部。"
                    + "(Once an entry is repaired, withdrawn or expired, receivers have to stop showing, sharing and using it, "
                    + "and to confirm it (Shandong Social Credit Regulations, art. 38). Receivers see their own, publishers "
                    + "their region's, auditors all.)")
    public Page<SharingStop> stops(
            @QueryParam("state")
                    @DefaultValue("OPEN")
                    @Parameter(
                            description = "OPEN 待确认（含逾期）、OVERDUE 逾期、ACKNOWLEDGED 已确认、RESUMED 条目已恢复；不分大小写 "
                                    + "(OPEN to be confirmed, overdue or not; OVERDUE; ACKNOWLEDGED; RESUMED the entry stands again; in any "
                                    + "case of letters)",
                            schema = @Schema(implementation = SharingState.class))
                    String state,
            @Valid @BeanParam PageRequest page) {
        return service.stops(stateOf(state), page);
    }

    @POST
    @Path("sharing-stops/{id}/acknowledgement")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.SCREENING_CLIENT)
    @Operation(
            summary = "确认已停止使用 (acknowledge)",
            description = "接收方确认已停止公示、共享和使用该条目。只能确认发给自己的通知；重复确认返回首次结果。"
                    + "(The receiver confirms that it stopped showing, sharing and using the entry. Only for its own notices; "
                    + "again, the first result.)")
    @APIResponse(
            responseCode = "200",
            description = "已确认 (acknowledged)",
            content = @Content(schema = @Schema(implementation = SharingStop.class)))
    @APIResponse(
            responseCode = "409",
            description = "sharing-resumed: 条目已恢复，无须停止 (the entry stands again: no need to stop)")
    public SharingStop acknowledge(@PathParam("id") UUID id) {
        return service.acknowledge(id);
    }

    private static SharingState stateOf(String text) {
        return Arrays.stream(SharingState.values())
                .filter(state -> state.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new Problem(
                                ProblemTypes.INVALID_ARGUMENT,
                                new Text("参数 state 的取值不合法", "Parameter state has no such value"))
                        .with(
                                "state",
                                "enum",
                                Text.of("可用取值：%s", "One of %s", Arrays.toString(SharingState.values()))));
    }
}

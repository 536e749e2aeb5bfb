package cn.quality.credit.archive;

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
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Filing of records by departments. */
@Path("records")
@RolesAllowed(Roles.DATA_PROVIDER)
@Tag(name = "records", description = "质量信用档案 (the quality credit archive)")
class RecordResource {

    private final ArchiveService service;
    private final NdjsonIntake intake;

    RecordResource(ArchiveService service, NdjsonIntake intake) {
        this.service = service;
        this.intake = intake;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "报送一条档案记录 (file a record)",
            description = "只能报送本部门的记录。同一来源记录再次报送时返回首次结果。简易程序处罚、轻微且已自行纠正的违法行为不得入档。")
    @APIResponse(
            responseCode = "201",
            description = "已入档 (filed)",
            content = @Content(schema = @Schema(implementation = RecordView.class)))
    @APIResponse(
            responseCode = "200",
            description = "该来源记录此前已入档，返回首次结果 (known source record: the first result)",
            content = @Content(schema = @Schema(implementation = RecordView.class)))
    @APIResponse(
            responseCode = "422",
            description = "unknown-enterprise: 企业未登记;must-not-enter: 依法不得入档;banned-data: 禁止采集的信息")
    public Response file(@Valid @NotNull NewRecord record) {
        var outcome = Races.settle(() -> service.file(List.of(record))).getFirst();
        return Response.status(outcome.isNew() ? Response.Status.CREATED : Response.Status.OK)
                .entity(service.view(outcome.id()))
                .build();
    }

    @POST
    @Path("batch")
    @Consumes(NdjsonIntake.MEDIA_TYPE)
    @Produces(NdjsonIntake.MEDIA_TYPE)
    @Operation(
            summary = "批量报送档案记录 (file many records)",
            description = "每行一条记录，逐行返回结果；有误的行注明原因，其余照常处理。中断后整批重发即可，已入档的返回 DUPLICATE。")
    @RequestBody(
            content = @Content(mediaType = NdjsonIntake.MEDIA_TYPE, schema = @Schema(implementation = NewRecord.class)))
    @APIResponse(
            responseCode = "200",
            description = "逐行结果 (one answer per line)",
            content = @Content(mediaType = NdjsonIntake.MEDIA_TYPE, schema = @Schema(implementation = BatchLine.class)))
    public StreamingOutput fileAll(InputStream body, @Context HttpHeaders request) {
        return intake.answers(body, NewRecord.class, service::file, request);
    }
}

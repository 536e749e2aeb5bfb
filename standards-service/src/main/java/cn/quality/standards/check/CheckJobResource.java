package cn.quality.standards.check;

import cn.quality.platform.http.Preconditions;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.tabular.CsvTable;
import cn.quality.platform.tabular.ListFile;
import cn.quality.platform.tabular.ListResponses;
import cn.quality.standards.Roles;
import cn.quality.standards.input.Flaws;
import jakarta.annotation.security.RolesAllowed;
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
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whole lists, for shops and for systems that buy. */
@Path("check-jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "checks")
@RolesAllowed({Roles.ENTERPRISE, Roles.SCREENING_CLIENT})
class CheckJobResource {

    private static final int MOST_LINES = 5_000;

    private final CheckJobService service;
    private final Caller caller;
    private final ListResponses lists;

    CheckJobResource(CheckJobService service, Caller caller, ListResponses lists) {
        this.service = service;
        this.caller = caller;
        this.lists = lists;
    }

    /** A list as it is sent. */
    @Schema(name = "NewCheckJob")
    record NewCheckJob(
            @Schema(required = true, description = "最多 5000 行 At most 5,000 lines") @Nullable
            List<@Nullable CheckLine> items) {

        private List<CheckLine> checked() {
            var flaws = new Flaws();
            if (items == null || items.isEmpty()) {
                flaws.missing("items");
            }
            var lines = flaws.list(items, "items", MOST_LINES);
            flaws.refuseIfAny();
            return lines;
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(CheckJobView.class)
    public Response submitChecks(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable NewCheckJob body, UriInfo uri) {
        var id = service.submit(caller.id(), Flaws.body(body).checked(), Preconditions.key(key));
        return Response.accepted(service.find(id, caller.id()))
                .location(uri.getAbsolutePathBuilder().path(id.toString()).build())
                .build();
    }

    @GET
    @Path("{id}")
    @APIResponseSchema(CheckJobView.class)
    public Response getCheckJob(@PathParam("id") UUID id) {
        return Response.ok(service.find(id, caller.id()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    @GET
    @Path("{id}/answers")
    @Produces({MediaType.APPLICATION_JSON, CsvTable.MEDIA_TYPE, ListResponses.NDJSON})
    @APIResponseSchema(CheckAnswers.class)
    public Response getCheckAnswers(@PathParam("id") UUID id, @Context Request request) {
        service.requireDone(id, caller.id());
        return lists.of(
                request,
                () -> {
                    var answers = new ArrayList<CheckAnswer>();
                    service.answers(id, answers::add);
                    return Response.ok(new CheckAnswers(answers))
                            .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                            .build();
                },
                new ListFile<>("checks", CheckAnswer.TABLE, rows -> service.answers(id, rows)));
    }

    /** In the order of the list. */
    @Schema(name = "CheckAnswers")
    record CheckAnswers(@Schema(required = true) List<CheckAnswer> items) {}
}

package cn.quality.platform.schema;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Serves the schemas of this service's events; a program that has none of its own does not have it. */
@Path("schemas")
@IfBuildProperty(name = "quality.change-feed", stringValue = "true", enableIfMissing = true)
@Tag(name = "schemas", description = "事件契约 (event contracts)")
class EventSchemaResource {

    private static final String JSON_SCHEMA = "application/schema+json";

    @GET
    @Path("{type: [a-z0-9.-]+}")
    @Produces({JSON_SCHEMA, "application/json"})
    @PermitAll
    @Operation(operationId = "getEventSchema")
    public Response getEventSchema(@PathParam("type") String type) throws IOException {
        try (var schema = EventSchemaResource.class.getResourceAsStream("/schemas/" + type + ".json")) {
            if (schema == null) {
                throw new Problem(
                        ProblemTypes.NOT_FOUND, Text.of("没有事件 %s 的契约", "there is no schema of event %s", type));
            }
            return Response.ok(schema.readAllBytes()).build();
        }
    }
}

package cn.quality.standards.schema;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("schemas")
@Tag(name = "schemas")
class SchemaResource {

    private static final String JSON_SCHEMA = "application/schema+json";

    @GET
    @Path("{type: [a-z0-9.-]+}")
    @Produces({JSON_SCHEMA, "application/json"})
    @PermitAll
    @Operation(
            operationId = "getEventSchema",
            summary = "一种事件的 JSON Schema (the schema of one event type)",
            description = "同一版本只会增加可选字段。Within a version only optional fields are added.")
    @APIResponse(
            responseCode = "200",
            description = "JSON Schema 2020-12",
            content =
                    @Content(
                            mediaType = JSON_SCHEMA,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples =
                                    @ExampleObject(
                                            name = "schema",
                                            value = "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\","
                                                    + "\"type\":\"object\"}")))
    public Response schema(
            @PathParam("type")
                    @Parameter(description = "CloudEvents type", example = "cn.quality.standards.declaration.made.v1")
                    String type)
            throws IOException {
        try (var schema = SchemaResource.class.getResourceAsStream("/schemas/" + type + ".json")) {
            if (schema == null) {
                throw new Problem(
                        ProblemTypes.NOT_FOUND, Text.of("没有事件 %s 的契约", "there is no schema of event %s", type));
            }
            return Response.ok(schema.readAllBytes()).build();
        }
    }
}

package cn.quality.credit.schema;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Serves the schemas of this service's events. */
@Path("schemas")
@PermitAll
@Tag(name = "contracts", description = "事件契约 (event contracts)")
class SchemaResource {

    /** Only names of types: nothing that could climb out of the folder. */
    private static final Pattern TYPE = Pattern.compile("[a-z]+(\\.[a-z0-9-]+)+");

    @GET
    @Path("{type}")
    @Produces("application/schema+json")
    public String schema(@PathParam("type") String type) throws IOException {
        try (InputStream schema = TYPE.matcher(type).matches()
                ? SchemaResource.class.getResourceAsStream("/schemas/" + type + ".json")
                : null) {
            if (schema == null) {
                throw new Problem(
                        ProblemTypes.NOT_FOUND, Text.of("本服务不发布事件 %s", "This service sends no event %s", type));
            }
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

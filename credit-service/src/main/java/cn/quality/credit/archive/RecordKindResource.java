package cn.quality.credit.archive;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The schemas of the archive, for clients that fill them in. */
@Path("record-kinds")
@PermitAll
@Tag(name = "records")
class RecordKindResource {

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<RecordSchema> kinds() {
        return RecordSchemas.all();
    }
}

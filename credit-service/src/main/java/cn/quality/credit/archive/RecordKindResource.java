package cn.quality.credit.archive;

import cn.quality.platform.tabular.Download;
import cn.quality.platform.tabular.TableRows;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The schemas of the archive, for clients that fill them in, and the templates, for people who do. */
@Path("record-kinds")
@PermitAll
@Tag(name = "records")
class RecordKindResource {

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<RecordSchema> kinds() {
        return RecordSchemas.all();
    }

    @GET
    @Path("{kind}/template")
    @Produces(TableRows.XLSX)
    public Response template(@PathParam("kind") RecordKind kind) {
        return Download.of(
                        TableRows.XLSX,
                        "record-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".xlsx",
                        out -> RecordTemplate.write(kind, out))
                .build();
    }
}

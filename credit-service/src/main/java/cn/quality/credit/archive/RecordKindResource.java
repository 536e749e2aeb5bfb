package cn.quality.credit.archive;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The schemas of the archive, for clients that fill them in. */
@Path("record-kinds")
@PermitAll
@Tag(name = "records")
class RecordKindResource {

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "档案记录的类别与表单 (kinds of records and their forms)",
            description = "每类记录的 details 必须和可以填写的字段、类型与取值；表单之外的字段不予接受。"
                    + "(What details of each kind must and may carry, with types and values; nothing else is taken.)")
    public List<RecordSchema> kinds() {
        return RecordSchemas.all();
    }
}

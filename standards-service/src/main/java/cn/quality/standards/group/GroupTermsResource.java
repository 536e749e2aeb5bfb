package cn.quality.standards.group;

import cn.quality.platform.http.CacheableResponses;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The numbers of the law that the procedure goes by, and how certain they are. */
@Path("group-terms")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "group-projects")
class GroupTermsResource {

    private final GroupReads reads;
    private final CacheableResponses answers;

    GroupTermsResource(GroupReads reads, CacheableResponses answers) {
        this.reads = reads;
        this.answers = answers;
    }

    @GET
    @PermitAll
    @APIResponseSchema(GroupTermsList.class)
    public Response listGroupTerms() {
        return answers.of(new GroupTermsList(reads.terms()));
    }

    @Schema(name = "GroupTermsList")
    record GroupTermsList(@Schema(required = true) List<GroupTerms> items) {}
}

package cn.quality.standards.group;

import cn.quality.platform.http.Preconditions;
import cn.quality.standards.input.Flaws;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The door for whoever has something to say about a draft. Its size and rate are limited by the gateway's route. */
@Path("group-comments")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "group-projects")
class GroupCommentResource {

    private final GroupCommentService comments;

    GroupCommentResource(GroupCommentService comments) {
        this.comments = comments;
    }

    @POST
    @PermitAll
    @APIResponseSchema(value = GroupCommentView.class, responseCode = "201")
    public Response makeGroupComment(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable NewGroupComment body) {
        var request = Flaws.body(body);
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .entity(comments.make(request.checked(), Preconditions.key(key), request))
                .build();
    }
}

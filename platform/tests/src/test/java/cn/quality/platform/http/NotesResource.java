package cn.quality.platform.http;

import cn.quality.platform.identity.Caller;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import cn.quality.platform.sql.Jdbc;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A resource as a service would write it, to see what the platform makes of requests. */
@Path("notes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class NotesResource {

    /** A request body. */
    public record NewNote(
            @NotBlank @Size(max = 20) String title,

            @Pattern(regexp = "[A-Z]\\d{2}") @Schema(examples = "C13") @Nullable
            String code,

            @Size(min = 1, max = 2) @Nullable List<String> tags,
            @Nullable LocalDate on,
            @Valid @Nullable List<Line> lines) {}

    /** A nested part of it. */
    public record Line(@NotBlank String text) {}

    private final Jdbc sql;
    private final Caller caller;
    private final CacheableResponses answers;

    NotesResource(Jdbc sql, Caller caller, CacheableResponses answers) {
        this.sql = sql;
        this.caller = caller;
        this.answers = answers;
    }

    @POST
    public NewNote create(@Valid @NotNull NewNote note) {
        return note;
    }

    @GET
    public Response list(@Valid @BeanParam PageRequest request) {
        int after = request.cursor().map(c -> (int) c.number(0)).orElse(0);
        var rows = IntStream.rangeClosed(after + 1, 5)
                .limit(request.fetch())
                .boxed()
                .toList();
        return answers.of(Page.of(rows, request, n -> Cursor.of(n)));
    }

    @PUT
    public String update(@HeaderParam("If-Match") String ifMatch, NewNote note) {
        Preconditions.ifMatch(ifMatch).requireVersion(3);
        return "{}";
    }

    @GET
    @Path("secret")
    @RolesAllowed("auditor")
    public String secret() {
        return "{\"reader\": \"%s\", \"region\": \"%s\"}"
                .formatted(caller.id(), caller.region().orElse(""));
    }

    @GET
    @Path("donggang")
    @RolesAllowed("publisher")
    public String donggang() {
        caller.requireRegion("371102");
        return "{}";
    }

    @GET
    @Path("refused")
    public String refused() {
        throw new Problem(
                        new ProblemType(422, "too-late", new Text("太晚了", "Too late")),
                        Text.of("已过 %d 天", "%d days have passed", 3))
                .with("on", "past", new Text("日期已过", "The date has passed"));
    }

    @GET
    @Path("broken")
    public String broken() {
        throw new IllegalStateException("a secret of the implementation");
    }

    @POST
    @Path("twice")
    public String twice() {
        var id = UUID.randomUUID();
        sql.update("insert into account (id, name) values (?, ?)", id, id.toString());
        sql.update("insert into account (id, name) values (?, ?)", id, id.toString());
        return "{}";
    }
}

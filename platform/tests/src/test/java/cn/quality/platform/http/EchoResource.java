package cn.quality.platform.http;

import cn.quality.platform.paging.PageRequest;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Takes what a request can have, of every kind, and answers with it. */
@Path("echo")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EchoResource {

    enum Kind {
        RED,
        BLACK
    }

    /** A body with a field of each type. */
    record Thing(
            @Nullable String documentNumber,
            @Nullable Kind kind,
            @Nullable LocalDate happenedOn,
            @Nullable Instant at,
            @Nullable BigDecimal amount,
            @Nullable Integer count,
            int copies,
            boolean urgent,
            @Nullable JsonNode details,
            @Nullable Map<String, String> names,
            @Nullable List<Thing> parts) {}

    @POST
    public Thing thing(@HeaderParam("Idempotency-Key") @Nullable String key, Thing thing) {
        return thing;
    }

    @POST
    @Path("raw")
    public JsonNode raw(JsonNode body) {
        return body;
    }

    @GET
    public List<String> query(
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("region") List<String> regions,
            @Valid @BeanParam PageRequest page) {
        return regions;
    }

    @GET
    @Path("named/{name}")
    public Map<String, String> path(@PathParam("name") String name) {
        return Map.of("name", name);
    }

    @GET
    @Path("secret")
    @RolesAllowed("auditor")
    public String secret() {
        return "{}";
    }

    @GET
    @Path("foreign")
    @IgnoredParameters("callback")
    public String foreign(@QueryParam("prefix") @Nullable String prefix) {
        return "{}";
    }

    @POST
    @Path("form")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Map<String, String> form(@FormParam("queries") String queries) {
        return Map.of("queries", queries);
    }

    @POST
    @Path("files")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Map<String, String> file(@FormParam("note") String note, @FormParam("file") FileUpload file) {
        return Map.of("note", note, "file", file.fileName());
    }
}

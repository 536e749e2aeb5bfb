package cn.quality.platform.decision;

import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lets an auditor read the log, and prove that nobody touched it. */
@Path("decision-log")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("auditor")
@Tag(name = "operations", description = "运行与审计 (operations and audit)")
class DecisionLogResource {

    private final DecisionLog log;

    DecisionLogResource(DecisionLog log) {
        this.log = log;
    }

    @GET
    @Operation(operationId = "listDecisions")
    public Page<LogLine> lines(
            @QueryParam("subjectType") @NotBlank String subjectType,
            @QueryParam("subjectId") @NotBlank String subjectId,
            @Valid @BeanParam PageRequest page) {
        long after = page.cursor().map(cursor -> cursor.number(0)).orElse(0L);
        return Page.of(log.lines(subjectType, subjectId, after, page.fetch()), page, line -> Cursor.of(line.number()));
    }

    @GET
    @Path("verification")
    @Operation(operationId = "verifyDecisionLog")
    public DecisionLog.Verification verify(
            @QueryParam("subjectType") @DefaultValue("") String subjectType,
            @QueryParam("subjectId") @DefaultValue("") String subjectId) {
        return subjectType.isEmpty() && subjectId.isEmpty() ? log.verify() : log.verify(subjectType, subjectId);
    }
}

package cn.quality.platform.decision;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lets an auditor prove that nobody touched the log. */
@Path("decision-log")
@Tag(name = "operations", description = "运行与审计")
class DecisionLogResource {

    private final DecisionLog log;

    DecisionLogResource(DecisionLog log) {
        this.log = log;
    }

    @GET
    @Path("verification")
    @RolesAllowed("auditor")
    @Operation(
            operationId = "verifyDecisionLog",
            summary = "校验决定日志 (verify the decision log)",
            description = "重算整条哈希链，指出第一条被改动、删除或插入的记录。")
    public DecisionLog.Verification verify() {
        return log.verify();
    }
}

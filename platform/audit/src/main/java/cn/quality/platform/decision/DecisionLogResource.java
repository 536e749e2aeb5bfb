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
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lets an auditor read the log, and prove that nobody touched it. */
@Path("decision-log")
@RolesAllowed("auditor")
@Tag(name = "operations", description = "运行与审计 (operations and audit)")
class DecisionLogResource {

    private final DecisionLog log;

    DecisionLogResource(DecisionLog log) {
        this.log = log;
    }

    @GET
    @Operation(
            operationId = "listDecisions",
            summary = "一个对象的决定日志 (decisions about one subject)",
            description = "按时间先后列出关于该对象的全部记录。inChain 表示该行自身未被改动、且前后各行均与之相接；hash 可由各字段重算。"
                    + "(Everything decided about the subject, earliest first. inChain says that the line is unchanged and "
                    + "joins its neighbours; hash can be computed anew from the fields.)")
    public Page<LogLine> lines(
            @QueryParam("subjectType")
                    @NotBlank
                    @Parameter(description = "对象类别 (kind of the subject)", example = "listing")
                    String subjectType,
            @QueryParam("subjectId") @NotBlank @Parameter(description = "对象标识 (id of the subject)") String subjectId,
            @Valid @BeanParam PageRequest page) {
        long after = page.cursor().map(cursor -> cursor.number(0)).orElse(0L);
        return Page.of(log.lines(subjectType, subjectId, after, page.fetch()), page, line -> Cursor.of(line.number()));
    }

    @GET
    @Path("verification")
    @Operation(
            operationId = "verifyDecisionLog",
            summary = "校验决定日志 (verify the decision log)",
            description =
                    "不带参数时重算整条哈希链，指出第一条被改动、删除或插入的记录；带 subjectType 与 subjectId 时只校验关于该对象的记录，并核对其条数。"
                            + "(Without parameters, recomputes the whole hash chain and names the first line that was changed, removed "
                            + "or inserted; with subjectType and subjectId, only the lines about the subject, and their number.)")
    public DecisionLog.Verification verify(
            @QueryParam("subjectType")
                    @DefaultValue("")
                    @Parameter(description = "对象类别 (kind of the subject)", example = "listing")
                    String subjectType,
            @QueryParam("subjectId") @DefaultValue("") @Parameter(description = "对象标识 (id of the subject)")
                    String subjectId) {
        return subjectType.isEmpty() && subjectId.isEmpty() ? log.verify() : log.verify(subjectType, subjectId);
    }
}

package cn.quality.credit.complaint;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An official saw who filed a complaint. */
@Schema(name = "ComplainantLook", description = "查看投诉举报人信息的记录 (a look at a complainant's identity)")
record Look(
        UUID id,
        @Schema(examples = "RZ20261124-000123-7") String receipt,
        @Schema(examples = "case-handler") String official,
        Instant lookedAt,
        @Schema(examples = "电话核实购买凭证") String purpose) {}

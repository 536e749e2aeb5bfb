package cn.quality.credit.complaint;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a filing.
 *
 * @param secret shown this once; absent when the same filing is repeated after its secret has been used
 * @param due until when the office decides what to do with it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "回执 (a receipt)")
record FiledComplaint(
        @Schema(examples = "RZ20261124-000123-7") String receipt,

        @Schema(examples = "K7QD-2MNP-8RST-VWXY-Z012", description = "查询密码，仅显示这一次 (shown this once)") @Nullable
        String secret,

        ComplaintKind kind,
        @Schema(examples = "东港区市场监督管理局") String office,
        Instant filedAt,
        @Nullable LocalDate due) {

    /** Never into a log by accident. */
    @Override
    public String toString() {
        return "FiledComplaint[" + receipt + "]";
    }
}

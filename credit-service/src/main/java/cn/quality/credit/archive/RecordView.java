package cn.quality.credit.archive;

import cn.quality.credit.batch.Source;
import cn.quality.credit.rules.Severity;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A record as its department and the auditors see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "已入档的记录 (a record on file)")
public record RecordView(
        UUID id,
        String uscc,
        RecordKind kind,
        String title,
        LocalDate occurredOn,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Severity severity,
        Disclosure disclosure,
        @Schema(type = SchemaType.OBJECT) @JsonRawValue String details,
        List<UUID> evidence,
        String department,
        String recordNumber,
        Instant recordedAt,

        @Schema(description = "在更正链中的位置，自 1 起 (place in its chain)", examples = "1")
        int position,

        @Schema(description = "所更正的记录 (the record it corrects)") @Nullable
        UUID corrects,

        @Schema(description = "更正或作废的理由 (why)") @Nullable String reason,

        State state) {

    /** Whether a record counts. */
    @Schema(name = "RecordState")
    public enum State {
        STANDING,
        /** Another record of the chain stands in its place. */
        SUPERSEDED,
        /** The chain counts no longer. */
        VOID
    }

    Source source() {
        return new Source(department, recordNumber);
    }
}

package cn.quality.credit.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A record as its department sees it. */
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
        String department,
        String recordNumber,
        Instant recordedAt) {}

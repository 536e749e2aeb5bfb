package cn.quality.indicator.revision;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One version of reference data.
 *
 * @param recordedAt since when it is in force
 * @param body the data as it was sent
 */
public record RevisionView(
        long version,
        Instant recordedAt,

        @Schema(type = SchemaType.OBJECT, implementation = Object.class)
        JsonNode body) {}

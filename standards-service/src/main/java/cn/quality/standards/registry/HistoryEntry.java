package cn.quality.standards.registry;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One line of an entry's history.
 *
 * @param words reason or facts; empty where none are needed
 * @param document number of the decision document
 */
@Embeddable
@Schema(name = "RegistryHistoryEntry")
record HistoryEntry(
        @Schema(required = true) @Enumerated(EnumType.STRING)
        RegistryAct act,

        @Schema(required = true, examples = "case-handler") String official,

        @Schema(required = true) Instant at,

        @Schema(required = true, examples = "示例：通过现场评价") String words,

        @Schema(examples = "日市监示例〔2026〕12号") @Nullable String document) {}

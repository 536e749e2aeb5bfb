package cn.quality.standards.supervision;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One act on a case. */
@Embeddable
@Schema(name = "SupervisionHistoryEntry")
record HistoryEntry(@Enumerated(EnumType.STRING) SupervisionAct act, String official, Instant at, String words) {}

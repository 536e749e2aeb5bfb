package cn.quality.standards.supervision;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** More time to correct. */
@Embeddable
@Schema(name = "SupervisionExtension")
record Extension(LocalDate until, String reason, Instant at) {}

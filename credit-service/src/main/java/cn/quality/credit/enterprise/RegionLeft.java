package cn.quality.credit.enterprise;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A former region on file, and the move that ended it.
 *
 * @param reason of the move
 * @param sourceDepartment who reported the move
 */
@Embeddable
record RegionLeft(
        String region,
        @Nullable LocalDate validFrom,
        LocalDate validTo,
        String reason,
        String sourceDepartment,
        String sourceRecordNumber,
        Instant recordedAt) {

    FormerRegion view() {
        return new FormerRegion(region, validFrom, validTo);
    }
}

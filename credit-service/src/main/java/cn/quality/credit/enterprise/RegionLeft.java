package cn.quality.credit.enterprise;

import cn.quality.credit.batch.Source;
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

    boolean endedBy(Source source) {
        return sourceDepartment.equals(source.department()) && sourceRecordNumber.equals(source.recordNumber());
    }

    FormerRegion view() {
        return new FormerRegion(region, validFrom, validTo);
    }
}

package cn.quality.credit.enterprise;

import cn.quality.credit.batch.Source;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A former name on file: what the search needs of it, and the change that ended it.
 *
 * @param reason of the change
 * @param sourceDepartment who reported the change
 */
@Embeddable
record NameGivenUp(
        String name,
        String normalisedName,
        String[] bigrams,
        @Nullable LocalDate validFrom,
        LocalDate validTo,
        String reason,
        String sourceDepartment,
        String sourceRecordNumber,
        Instant recordedAt) {

    boolean endedBy(Source source) {
        return sourceDepartment.equals(source.department()) && sourceRecordNumber.equals(source.recordNumber());
    }

    FormerName view() {
        return new FormerName(name, validFrom, validTo);
    }
}

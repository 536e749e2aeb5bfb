package cn.quality.credit.enterprise;

import cn.quality.credit.batch.Source;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Particulars as they were, and the amendment that ended them.
 *
 * @param reason of the amendment
 * @param sourceDepartment who reported the amendment
 */
@Embeddable
record ParticularsReplaced(
        @Nullable String industry,
        String[] fields,
        @Nullable String address,
        @Nullable String parent,
        LocalDate validTo,
        String reason,
        String sourceDepartment,
        String sourceRecordNumber,
        Instant recordedAt) {

    boolean endedBy(Source source) {
        return sourceDepartment.equals(source.department()) && sourceRecordNumber.equals(source.recordNumber());
    }

    FormerParticulars view() {
        List<ActivityField> active =
                Arrays.stream(fields).map(ActivityField::valueOf).toList();
        return new FormerParticulars(industry, active, address, parent, validTo);
    }
}

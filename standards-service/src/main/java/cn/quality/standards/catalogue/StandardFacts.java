package cn.quality.standards.catalogue;

import cn.quality.standards.number.Nature;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was stated of a standard beside its number and relations; the metadata of GB/T 22373-2021 that are held so far.
 * A field nobody could confirm is absent rather than guessed.
 */
@Embeddable
record StandardFacts(
        String titleZh,
        @Nullable String titleEn,
        @Enumerated(EnumType.STRING) @Nullable Nature nature,
        @Enumerated(EnumType.STRING) Status status,
        @Nullable LocalDate publishedOn,
        @Nullable LocalDate implementedOn,
        @Nullable LocalDate abolishedOn,
        @Nullable String ics,
        @Nullable String ccs,
        String source,
        @Enumerated(EnumType.STRING) Certainty certainty) {

    /** The legal state on a day. Replacement is an act of the issuer: no date brings it about. */
    Status statusOn(LocalDate day) {
        if (status == Status.REPLACED || status == Status.ABOLISHED) {
            return status;
        }
        if (abolishedOn != null && !abolishedOn.isAfter(day)) {
            return Status.ABOLISHED;
        }
        if (implementedOn == null) {
            return status;
        }
        return implementedOn.isAfter(day) ? Status.UPCOMING : Status.IN_FORCE;
    }
}

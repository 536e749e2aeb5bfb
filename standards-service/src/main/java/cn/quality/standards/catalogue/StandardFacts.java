package cn.quality.standards.catalogue;

import cn.quality.standards.number.Nature;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was stated of a standard beside its number and relations; the metadata of GB/T 22373-2021 that are held so far.
 * A field nobody could confirm is absent rather than guessed. Drafting persons are not held: they are persons.
 *
 * @param firstPublishedOn 首次发布: of the first edition
 * @param reviewedOn 复审: when it was last confirmed to stay in force (标准化法 art. 29)
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
        @Nullable LocalDate firstPublishedOn,
        @Nullable LocalDate reviewedOn,
        @Nullable String ics,
        @Nullable String ccs,
        @Nullable String department,
        @Nullable String technicalCommittee,
        List<String> draftingUnits,
        @Nullable String scope,
        String source,
        @Enumerated(EnumType.STRING) Certainty certainty) {

    /** Statements recorded before drafting units were held have none. */
    StandardFacts {
        draftingUnits = draftingUnits == null ? List.of() : List.copyOf(draftingUnits);
    }

    /** These, with what they leave out as it is known; a title in Chinese gives way to no other. */
    StandardFacts completedBy(StandardFacts known) {
        return new StandardFacts(
                isChinese(known.titleZh) && !isChinese(titleZh) ? known.titleZh : titleZh,
                either(titleEn, known.titleEn),
                either(nature, known.nature),
                status,
                either(publishedOn, known.publishedOn),
                either(implementedOn, known.implementedOn),
                either(abolishedOn, known.abolishedOn),
                either(firstPublishedOn, known.firstPublishedOn),
                either(reviewedOn, known.reviewedOn),
                either(ics, known.ics),
                either(ccs, known.ccs),
                either(department, known.department),
                either(technicalCommittee, known.technicalCommittee),
                draftingUnits.isEmpty() ? known.draftingUnits : draftingUnits,
                either(scope, known.scope),
                source,
                certainty);
    }

    /** These, with their end on that day. */
    StandardFacts endedOn(LocalDate day) {
        return new StandardFacts(
                titleZh,
                titleEn,
                nature,
                Status.ABOLISHED,
                publishedOn,
                implementedOn,
                day,
                firstPublishedOn,
                reviewedOn,
                ics,
                ccs,
                department,
                technicalCommittee,
                draftingUnits,
                scope,
                source,
                certainty);
    }

    /** These, with a review that confirmed them. */
    StandardFacts confirmedOn(LocalDate day) {
        return new StandardFacts(
                titleZh,
                titleEn,
                nature,
                status,
                publishedOn,
                implementedOn,
                abolishedOn,
                firstPublishedOn,
                day,
                ics,
                ccs,
                department,
                technicalCommittee,
                draftingUnits,
                scope,
                source,
                certainty);
    }

    private static <T> @Nullable T either(@Nullable T stated, @Nullable T known) {
        return stated == null ? known : stated;
    }

    private static boolean isChinese(String title) {
        return title.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    /**
     * The legal state on a day. A successor that is published but not yet implemented changes nothing (the old edition is in
     * force, the new one is to come); a stated end after that day makes a transition in which both are valid.
     *
     * @param replacedOn when what replaces it was implemented, see {@link ReplacementGraph#replacedOn}
     */
    Status statusOn(LocalDate day, @Nullable LocalDate replacedOn) {
        boolean statedEnd = status == Status.REPLACED || status == Status.ABOLISHED;
        var end = abolishedOn != null ? abolishedOn : replacedOn;
        if (end != null && !end.isAfter(day)) {
            if (statedEnd) {
                return status;
            }
            return replacedOn != null && !replacedOn.isAfter(day) ? Status.REPLACED : Status.ABOLISHED;
        }
        if (statedEnd && end == null) {
            return status;
        }
        if (implementedOn == null) {
            return status == Status.UPCOMING ? status : Status.IN_FORCE;
        }
        return implementedOn.isAfter(day) ? Status.UPCOMING : Status.IN_FORCE;
    }

    /**
     * The same for any day of the past: empty where nothing that was stated can tell. Before its publication there was no
     * standard, and of one that ended on a day nobody stated it is only known that it has ended by now.
     *
     * @param known the day on which this was stated
     */
    Optional<Status> statusOn(LocalDate day, @Nullable LocalDate replacedOn, LocalDate known) {
        if (publishedOn != null && day.isBefore(publishedOn)) {
            return Optional.empty();
        }
        boolean endUnknown =
                (status == Status.REPLACED || status == Status.ABOLISHED) && abolishedOn == null && replacedOn == null;
        boolean beginUnknown = implementedOn == null && publishedOn == null;
        return day.isBefore(known) && (endUnknown || beginUnknown)
                ? Optional.empty()
                : Optional.of(statusOn(day, replacedOn));
    }
}

package cn.quality.local.seeding;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;

/**
 * A fictional enterprise, as the credit API takes it.
 *
 * @param trade what it does; not sent, but its records follow from it
 */
public record Enterprise(
        String uscc,
        String name,
        String region,
        SubjectType subjectType,
        String industry,
        List<Field> fields,
        LocalDate registeredOn,
        String address,
        boolean fictional,
        Source source,
        @JsonIgnore Trade trade) {

    public enum SubjectType {
        LEGAL_PERSON('1'),
        BRANCH('1'),
        SOLE_TRADER('2'),
        COOPERATIVE('3');

        private final char category;

        SubjectType(char category) {
            this.category = category;
        }

        /** The second character of the code (GB 32100-2015, market supervision). */
        char category() {
            return category;
        }
    }

    /** The fields in which the plan keeps red and black lists. */
    public enum Field {
        INDUSTRIAL_PRODUCTION,
        CIRCULATION,
        CONSTRUCTION,
        SERVICES,
        AGRICULTURE
    }

    /** For us alone; the API takes the type. */
    @JsonIgnore
    public boolean isLegalPerson() {
        return subjectType == SubjectType.LEGAL_PERSON;
    }
}

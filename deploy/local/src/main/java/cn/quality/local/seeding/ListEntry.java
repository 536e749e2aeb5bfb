package cn.quality.local.seeding;

import cn.quality.local.seeding.Enterprise.Field;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/**
 * A draft of a red or black entry, as the credit API takes it.
 *
 * @param key identifies the draft, so that it is made once; not sent in the body
 */
record ListEntry(
        String uscc,
        Kind kind,
        Field field,
        String ground,
        String legalBasis,
        DecisionDocument decision,
        LocalDate validUntil,
        @JsonIgnore String key) {

    enum Kind {
        RED,
        BLACK
    }

    /** The decision behind an entry; the name keeps it apart from a line of the decision log. */
    record DecisionDocument(
            String documentNumber,
            LocalDate decidedOn,
            String authority,
            String facts,
            String measures,
            String removal,
            String remedies) {}
}

package cn.quality.standards.catalogue;

import cn.quality.standards.number.StandardNumber;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What other features ask the catalogue. Reads only, so a replica may answer. */
public interface StandardLookup {

    /** Those of the numbers that the catalogue holds, under their present or a former number. */
    Map<StandardNumber, StandardRef> known(Collection<StandardNumber> numbers);

    /** Where the chain of replacements after a number ends; empty when nothing replaces it, or for a circle. */
    List<StandardRef> successors(StandardNumber number);

    /** Editions an undated number means on a day: those in force, several in a transition. */
    List<StandardRef> inForce(StandardNumber undated, LocalDate day);

    /** What is known of numbers on a day to somebody who cites them; a few questions for all of them. */
    Map<StandardNumber, Currency> currency(Collection<StandardNumber> numbers, LocalDate day);

    /** Amendments and corrigenda to an edition, whatever their state today. */
    List<StandardRef> supplements(StandardNumber edition);

    /**
     * What may have been meant by a number that the catalogue does not hold: same serial and part, the same issuer and what is
     * in force first.
     *
     * @param designation serial and part, see {@link StandardNumber#designation}
     */
    List<StandardRef> candidates(String designation, Optional<StandardNumber> near);
}

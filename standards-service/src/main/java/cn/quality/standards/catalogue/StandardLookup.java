package cn.quality.standards.catalogue;

import cn.quality.standards.number.StandardNumber;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What other features ask the catalogue. Reads only, so a replica may answer. */
public interface StandardLookup {

    /** Those of the numbers that the catalogue holds. */
    Map<StandardNumber, StandardRef> known(Collection<StandardNumber> numbers);

    /** Where the chain of replacements after a number ends; empty when nothing replaces it, or for a circle. */
    List<StandardRef> successors(StandardNumber number);
}

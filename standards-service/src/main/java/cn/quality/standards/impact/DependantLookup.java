package cn.quality.standards.impact;

import cn.quality.platform.paging.PageRequest;
import java.util.Optional;
import java.util.UUID;

/** Who depends on a standard. Reads only, so a replica may answer. */
interface DependantLookup {

    /**
     * @param kind nothing but these; all of them when empty
     * @return empty when the catalogue does not hold the standard
     */
    Optional<DependantsView> dependants(UUID standard, Optional<DependantKind> kind, PageRequest page);

    DependantCounts counts(UUID standard);
}

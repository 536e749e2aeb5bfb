package cn.quality.indicator.sdmx;

import java.util.Optional;
import java.util.Set;

/**
 * A question for structures.
 *
 * @param kinds asked for
 * @param id of one of them; all, if empty
 * @param references kinds that are told with it
 */
record StructureQuery(Set<ArtefactKind> kinds, Optional<String> id, Set<ArtefactKind> references) {

    boolean asksFor(ArtefactKind kind, String itsId) {
        return kinds.contains(kind)
                && id.map(written -> References.parts(written).anyMatch(itsId::equals))
                        .orElse(true);
    }
}

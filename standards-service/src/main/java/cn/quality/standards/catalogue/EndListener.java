package cn.quality.standards.catalogue;

import java.util.Collection;
import java.util.UUID;

/**
 * Is notified of standards whose end a statement may have moved, in the transaction of the statement, so that the catalogue need
 * not know who depends on them.
 */
public interface EndListener {

    void mayHaveMoved(Collection<UUID> standards);
}

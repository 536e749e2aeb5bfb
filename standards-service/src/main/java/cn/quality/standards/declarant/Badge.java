package cn.quality.standards.declarant;

import java.util.Collection;

/** The mark beside an enterprise's name. */
public enum Badge {
    NONE,
    RED,
    BLACK;

    /** Black outranks red. */
    static Badge of(Collection<ListKind> entries) {
        if (entries.contains(ListKind.BLACK)) {
            return BLACK;
        }
        return entries.isEmpty() ? NONE : RED;
    }
}

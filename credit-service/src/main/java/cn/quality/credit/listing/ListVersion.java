package cn.quality.credit.listing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/**
 * Number and time of the last change of the published lists. There is one row; an act that changes a list locks it until the
 * commit, so changes come one after the other and version n + 1 is never seen before version n.
 */
@Entity
class ListVersion {

    static final int ONLY = 1;

    @Id
    private int id;

    private long version;
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected ListVersion() {}

    /** The list changes now. Time does not run backwards from one version to the next, even if a clock does. */
    long advance(Instant now) {
        version++;
        changedAt = now.isAfter(changedAt) ? now : changedAt;
        return version;
    }
}

package cn.quality.credit.batch;

import cn.quality.platform.problem.Problem;
import java.util.UUID;

/** What became of one item. */
public sealed interface ItemResult {

    /** It is new and stored. */
    record Accepted(UUID id) implements ItemResult {}

    /** Its source had sent it before; nothing was changed, and this is what it became then. */
    record Duplicate(UUID id) implements ItemResult {}

    /** It may not enter, for these reasons. */
    record Rejected(Problem problem) implements ItemResult {}

    /**
     * The id of the stored item, for a caller that sent a single one.
     *
     * @throws Problem the reason when it was rejected
     */
    default UUID id() {
        return switch (this) {
            case Accepted accepted -> accepted.id();
            case Duplicate duplicate -> duplicate.id();
            case Rejected rejected -> throw rejected.problem();
        };
    }

    /** Whether this request made the item. */
    default boolean isNew() {
        return this instanceof Accepted;
    }
}

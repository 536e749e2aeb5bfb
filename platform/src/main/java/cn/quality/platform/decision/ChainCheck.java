package cn.quality.platform.decision;

import org.jspecify.annotations.Nullable;

/** Walks the chain from its first line and stops believing at the first that does not follow. */
final class ChainCheck {

    /** A line as it stands in the database. */
    record Stored(long number, Unchained line, String previousHash, String hash) {}

    private long proven;
    private String head = Unchained.GENESIS;
    private @Nullable Long brokenAt;

    void next(Stored stored) {
        if (brokenAt != null) {
            return;
        }
        if (stored.number() == proven + 1
                && stored.previousHash().equals(head)
                && stored.hash().equals(stored.line().hash(stored.number(), head))) {
            proven = stored.number();
            head = stored.hash();
        } else {
            brokenAt = stored.number();
        }
    }

    DecisionLog.Verification result() {
        return new DecisionLog.Verification(brokenAt == null, proven, brokenAt, head);
    }
}

package cn.quality.platform.decision;

import org.jspecify.annotations.Nullable;

/** Walks lines from the first and stops believing at the first that does not follow. */
final class ChainCheck {

    private long proven;
    private String head = LogEntry.GENESIS;
    private @Nullable Long brokenAt;

    /** The next line of the whole chain. */
    void next(LogLine line) {
        take(line, line.number() == proven + 1 && line.previousHash().equals(head) && line.matchesItsHash());
    }

    /** The next line about one subject; older lines are not numbered. */
    void nextOfSubject(LogLine line) {
        var place = line.subjectNumber();
        take(line, line.inChain() && (place == null || place == proven + 1));
    }

    /** There are this many lines, and the last has this number. */
    ChainCheck end(long lines, long newest) {
        if (brokenAt == null && proven != lines) {
            brokenAt = newest;
        }
        return this;
    }

    private void take(LogLine line, boolean follows) {
        if (brokenAt == null && follows) {
            proven++;
            head = line.hash();
        } else if (brokenAt == null) {
            brokenAt = line.number();
        }
    }

    DecisionLog.Verification result() {
        return new DecisionLog.Verification(brokenAt == null, proven, brokenAt, head);
    }
}

package cn.quality.local.seeding;

import java.io.PrintStream;
import java.util.List;

/**
 * What a run did.
 *
 * @param added items that were not there before
 * @param kept items that were there already
 * @param rejected what the services refused, in the order it was noticed; at most {@link #MOST_TOLD} of them
 * @param rejections how many were refused in all
 */
public record SeedReport(long added, long kept, List<Rejection> rejected, long rejections) {

    static final int MOST_TOLD = 50;

    /**
     * A refused item.
     *
     * @param item file and place in it, or the generated record
     * @param code the problem's stable name
     */
    public record Rejection(String item, String code, String reason) {

        @Override
        public String toString() {
            return "%s: %s %s".formatted(item, code, reason).strip();
        }
    }

    public boolean isComplete() {
        return rejections == 0;
    }

    /** One line for a person. */
    public String summary() {
        if (!isComplete()) {
            return "Seeding is incomplete: %,d items were refused (%,d added, %,d already there)"
                    .formatted(rejections, added, kept);
        }
        return added == 0
                ? "Nothing to add: all %,d items are there already".formatted(kept)
                : "Seeded: %,d items added, %,d already there".formatted(added, kept);
    }

    /** What was refused, line by line, and the summary. */
    public void print(PrintStream out) {
        rejected.forEach(rejection -> out.println("  " + rejection));
        if (rejections > rejected.size()) {
            out.printf("  … and %,d more%n", rejections - rejected.size());
        }
        out.println(summary());
    }
}

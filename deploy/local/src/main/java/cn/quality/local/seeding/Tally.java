package cn.quality.local.seeding;

import cn.quality.local.seeding.SeedReport.Rejection;
import java.util.ArrayList;
import java.util.List;

/** Counts what becomes of the items, from many threads at once. */
final class Tally {

    private final List<Rejection> rejected = new ArrayList<>();
    private long added;
    private long kept;
    private long rejections;

    synchronized void added() {
        added++;
    }

    synchronized void kept() {
        kept++;
    }

    synchronized void rejected(String item, String code, String reason) {
        rejections++;
        if (rejected.size() < SeedReport.MOST_TOLD) {
            rejected.add(new Rejection(item, code, reason));
        }
    }

    /** By its status alone: 201 is new, any other good one is not. */
    void settle(String item, Api.Answer answer) {
        if (!answer.isGood()) {
            rejected(item, answer.problem(), answer.reason());
        } else if (answer.isCreated()) {
            added();
        } else {
            kept();
        }
    }

    synchronized SeedReport report() {
        return new SeedReport(added, kept, List.copyOf(rejected), rejections);
    }
}

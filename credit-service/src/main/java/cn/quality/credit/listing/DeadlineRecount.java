package cn.quality.credit.listing;

import cn.quality.credit.rules.CalendarCorrected;
import cn.quality.credit.rules.Deadline;
import cn.quality.credit.rules.DeadlineCalculator;
import cn.quality.credit.rules.RulePack;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.stream.Collectors;

/** Counts running deadlines of entries again when a calendar is corrected; what moved stands in the decision log. */
@ApplicationScoped
class DeadlineRecount {

    private final ListingRepository listings;
    private final DeadlineCalculator deadlines;
    private final DecisionLog decisions;
    private final Clock clock;

    DeadlineRecount(ListingRepository listings, DeadlineCalculator deadlines, DecisionLog decisions, Clock clock) {
        this.listings = listings;
        this.deadlines = deadlines;
        this.decisions = decisions;
        this.clock = clock;
    }

    void recount(@Observes CalendarCorrected corrected) {
        var rules = deadlines.rulesFor(RulePack.Cases.LISTING, LegalDates.today(clock));
        for (var entry : listings.concerning(corrected)) {
            var moved = entry.recount(corrected, rules);
            if (!moved.isEmpty()) {
                decisions.append(new Decision(
                        "listing.recount-deadline",
                        "listing",
                        entry.id().toString(),
                        moved.stream().map(Deadline::described).collect(Collectors.joining("; ")),
                        "calendar " + corrected.year(),
                        null,
                        null));
            }
        }
    }
}

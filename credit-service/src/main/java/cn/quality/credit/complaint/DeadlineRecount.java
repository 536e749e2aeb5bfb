package cn.quality.credit.complaint;

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

/** Counts running deadlines of complaints again when a calendar is corrected; what moved stands in the decision log. */
@ApplicationScoped
class DeadlineRecount {

    private final ComplaintRepository complaints;
    private final DeadlineCalculator deadlines;
    private final DecisionLog decisions;
    private final Clock clock;

    DeadlineRecount(ComplaintRepository complaints, DeadlineCalculator deadlines, DecisionLog decisions, Clock clock) {
        this.complaints = complaints;
        this.deadlines = deadlines;
        this.decisions = decisions;
        this.clock = clock;
    }

    void recount(@Observes CalendarCorrected corrected) {
        var rules = deadlines.rulesFor(RulePack.Cases.COMPLAINT, LegalDates.today(clock));
        for (var complaint : complaints.concerning(corrected)) {
            var moved = complaint.recount(corrected, rules);
            if (!moved.isEmpty()) {
                decisions.append(new Decision(
                        "complaint.recount_deadline",
                        "complaint",
                        complaint.receipt().value(),
                        moved.stream().map(Deadline::described).collect(Collectors.joining("; ")),
                        "calendar " + corrected.year(),
                        null,
                        null));
            }
        }
    }
}

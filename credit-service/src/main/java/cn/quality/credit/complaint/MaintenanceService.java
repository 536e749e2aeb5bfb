package cn.quality.credit.complaint;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.sql.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Work on complaints that nobody requests. Safe to run twice and in several processes. */
@ApplicationScoped
class MaintenanceService {

    private static final int AT_ONCE = 100;

    private final ComplaintRepository complaints;
    private final IdentityStore identities;
    private final ComplaintEvidence evidence;
    private final DecisionLog decisions;
    private final ComplaintConfig config;
    private final Jdbc sql;
    private final Clock clock;

    MaintenanceService(
            ComplaintRepository complaints,
            IdentityStore identities,
            ComplaintEvidence evidence,
            DecisionLog decisions,
            ComplaintConfig config,
            Jdbc sql,
            Clock clock) {
        this.complaints = complaints;
        this.identities = identities;
        this.evidence = evidence;
        this.decisions = decisions;
        this.config = config;
        this.sql = sql;
        this.clock = clock;
    }

    /** How many complaints of an office have a deadline that has passed. */
    record Overdue(String office, int count) {}

    List<Overdue> overdue() {
        return sql.query("""
                select c.office, count(*) from complaint c join complaint_term t on t.complaint_id = c.id
                where t.met_on is null and t.suspended_on is null and not t.promise and t.due < ? group by c.office""", row -> new Overdue(row.getString(1), row.getInt(2)), LegalDates.today(clock));
    }

    /**
     * Forgets complainants, stories and evidence whose retention is over.
     *
     * @return how many; call again while it is not 0
     */
    @Transactional
    int anonymise() {
        var now = clock.instant();
        var limit = LegalDates.on(now)
                .minus(config.retention())
                .atStartOfDay(LegalDates.ZONE)
                .toInstant();
        var old = complaints.endedBefore(limit, AT_ONCE);
        for (var complaint : old) {
            complaint.anonymise(now);
            identities.forget(complaint.id());
            evidence.forget(complaint.id());
            decisions.append(new Decision(
                    "complaint.anonymise",
                    "complaint",
                    complaint.receipt().value(),
                    "retention " + config.retention(),
                    "",
                    null,
                    null));
        }
        return old.size();
    }
}

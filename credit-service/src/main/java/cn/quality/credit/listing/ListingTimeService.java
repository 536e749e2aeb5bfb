package cn.quality.credit.listing;

import cn.quality.credit.enterprise.EnterpriseClosed;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.sql.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What time does by itself: entries whose last day is over leave the list, and so do those of enterprises that no longer exist;
 * defences that did not come in lapse. Done again, or by several processes at once, it changes nothing more.
 */
@ApplicationScoped
class ListingTimeService {

    private static final long LOCK = 0x6c697374696e67L;
    private static final int AT_ONCE = 500;

    private final ListingRepository listings;
    private final ListingActExecutor acts;
    private final Jdbc sql;
    private final Clock clock;

    ListingTimeService(ListingRepository listings, ListingActExecutor acts, Jdbc sql, Clock clock) {
        this.listings = listings;
        this.acts = acts;
        this.sql = sql;
        this.clock = clock;
    }

    /** An act that time has to do on an entry. */
    record Due(ListingAct act, UUID listing) {}

    /** What is due now, some hundreds at most. */
    @Transactional
    List<Due> due() {
        var today = LegalDates.today(clock);
        var all = new ArrayList<Due>();
        listings.overstaying(today, AT_ONCE).forEach(id -> all.add(new Due(ListingAct.EXPIRE, id)));
        listings.outlivingTheirEnterprise(today, AT_ONCE)
                .forEach(id -> all.add(new Due(ListingAct.END_WITH_ENTERPRISE, id)));
        listings.undefended(today, AT_ONCE).forEach(id -> all.add(new Due(ListingAct.LAPSE_DEFENCE, id)));
        return all;
    }

    /** Does one of them, unless another process is at it or has done it. */
    @Transactional
    void pass(Due due) {
        // The version of the lists before the entry, as everywhere.
        acts.lockLists(due.act());
        if (!alone() || !listings.isStillDue(due, LegalDates.today(clock))) {
            return;
        }
        acts.byTime(due.listing(), CaseActs.bare(due.act()));
    }

    /** Deregistration stops all display at once, in the transaction that records it. */
    @Transactional
    void follow(@Observes EnterpriseClosed closure) {
        acts.lockLists(ListingAct.END_WITH_ENTERPRISE);
        listings.running(closure.uscc()).forEach(id -> acts.byTime(id, CaseActs.bare(ListingAct.END_WITH_ENTERPRISE)));
    }

    @Transactional
    Map<String, Long> overdueByRegion() {
        return listings.overdueByRegion(LegalDates.today(clock));
    }

    private boolean alone() {
        return sql.first("select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), LOCK)
                .orElse(false);
    }
}

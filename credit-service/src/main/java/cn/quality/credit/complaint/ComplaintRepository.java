package cn.quality.credit.complaint;

import cn.quality.credit.rules.CalendarCorrected;
import cn.quality.platform.identifiers.RegionCode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ComplaintRepository implements PanacheRepositoryBase<Complaint, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** What a list of complaints is narrowed to; empty parts do not narrow. */
    record Filter(
            Optional<ComplaintState> state,
            Optional<ComplaintKind> kind,
            Optional<String> office,
            Optional<String> handler,
            Optional<RegionCode> region,
            boolean overdue) {}

    /** The complaint, locked until the commit: acts on one complaint come one after the other. */
    Optional<Complaint> hold(Receipt receipt) {
        return find("receipt", receipt.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    Optional<Complaint> byReceipt(Receipt receipt) {
        return find("receipt", receipt.value()).firstResultOptional();
    }

    /** Oldest first. */
    List<Complaint> desk(Filter filter, LocalDate today, Optional<UUID> after, int rows) {
        var query = new StringBuilder("office.region like :region and id > :after");
        Map<String, Object> values = new HashMap<>();
        values.put("region", filter.region().map(RegionCode::prefix).orElse("") + "%");
        values.put("after", after.orElse(BEFORE_ALL));
        filter.state().ifPresent(state -> {
            query.append(" and state = :state");
            values.put("state", state);
        });
        filter.kind().ifPresent(kind -> {
            query.append(" and kind = :kind");
            values.put("kind", kind);
        });
        filter.office().ifPresent(office -> {
            query.append(" and office.name = :office");
            values.put("office", office);
        });
        filter.handler().ifPresent(handler -> {
            query.append(" and handler = :handler");
            values.put("handler", handler);
        });
        if (filter.overdue()) {
            query.append(" and exists (select 1 from Complaint c join c.deadlines d"
                    + " where c.id = complaint.id and d.metOn is null and d.suspendedOn is null and d.promise = false"
                    + " and d.deadline.due < :today)");
            values.put("today", today);
        }
        return find("from Complaint complaint where " + query + " order by id", values)
                .page(0, rows)
                .list();
    }

    /** Those with the same content, the latest of them, oldest first. */
    List<Complaint> ofSameText(String contentDigest, int rows) {
        return find("contentDigest = ?1 order by filedAt desc", contentDigest)
                .page(0, rows)
                .list()
                .reversed();
    }

    /** Those with a deadline running that a corrected calendar may move, locked until the commit. */
    List<Complaint> concerning(CalendarCorrected corrected) {
        return find("""
                        from Complaint complaint where exists (select 1 from Complaint c join c.deadlines d
                        where c.id = complaint.id and d.metOn is null and d.deadline.calendars like ?1) order by id""", corrected.pattern())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<Complaint> released(String uscc, Optional<UUID> after, int rows) {
        return find("uscc = ?1 and released is not null and id > ?2 order by id", uscc, after.orElse(BEFORE_ALL))
                .page(0, rows)
                .list();
    }

    /** Ended before that moment and still to be anonymised; those another process works on are left out. */
    List<Complaint> endedBefore(Instant moment, int rows) {
        return find("endedAt < ?1 and anonymisedAt is null order by endedAt", moment)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", -2)
                .page(0, rows)
                .list();
    }

    /** Two filings of the same content come one after the other. */
    void lockContent(String contentDigest) {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(?1, 0))", Object.class)
                .setParameter(1, "complaint/" + contentDigest)
                .getSingleResult();
    }
}

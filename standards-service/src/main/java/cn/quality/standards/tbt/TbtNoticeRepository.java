package cn.quality.standards.tbt;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class TbtNoticeRepository implements PanacheRepositoryBase<TbtNotice, UUID> {

    /** Two imports of one notice make one row. */
    void lock() {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended('tbt_notice', 0))")
                .getSingleResult();
    }

    Optional<TbtNotice> byNumber(String number) {
        return find("number", number).firstResultOptional();
    }

    /**
     * The newest first.
     *
     * @param day on which comments are open
     * @param after day and identifier of the last one seen
     */
    @SuppressWarnings("unchecked")
    List<TbtNotice> list(TbtNoticeFilter filter, LocalDate day, Optional<After> after, int rows) {
        var conditions = new ArrayList<>(List.of("true"));
        var values = new HashMap<String, Object>();
        filter.chosenIcs().ifPresent(ics -> {
            conditions.add("ics_around @> cast(array[:ics] as varchar[])");
            values.put("ics", ics);
        });
        filter.chosenMarket().ifPresent(market -> {
            conditions.add("market = :market");
            values.put("market", market);
        });
        if (filter.open()) {
            conditions.add("comments_until >= :day");
            values.put("day", day);
        }
        filter.fragment().ifPresent(wanted -> values.putAll(wanted.restrict(conditions)));
        after.ifPresent(seen -> {
            conditions.add("(notified_on, id) < (cast(:notified as date), cast(:after as uuid))");
            values.put("notified", seen.notifiedOn());
            values.put("after", seen.id());
        });
        var select = getEntityManager()
                .createNativeQuery(
                        "select * from tbt_notice where " + String.join(" and ", conditions)
                                + " order by notified_on desc, id desc",
                        TbtNotice.class)
                .setMaxResults(rows);
        values.forEach(select::setParameter);
        return (List<TbtNotice>) select.getResultList();
    }

    /** Where a page ended. */
    record After(LocalDate notifiedOn, UUID id) {}
}

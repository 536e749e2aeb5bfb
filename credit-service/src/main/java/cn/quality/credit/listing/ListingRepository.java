package cn.quality.credit.listing;

import cn.quality.credit.rules.CalendarCorrected;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.sql.Jdbc;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@ApplicationScoped
class ListingRepository implements PanacheRepositoryBase<Listing, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final Set<ListingState> DISPLAYED =
            Stream.of(ListingState.values()).filter(ListingState::isDisplayed).collect(Collectors.toUnmodifiableSet());

    /** The term runs: the entry is shown, or may be shown again. */
    private static final Set<ListingState> RUNNING = Stream.concat(
                    DISPLAYED.stream(), Stream.of(ListingState.TEMPORARILY_REPAIRED))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<ListingDeadline> WORK =
            Stream.of(ListingDeadline.values()).filter(ListingDeadline::isWork).collect(Collectors.toUnmodifiableSet());

    private final Jdbc sql;

    ListingRepository(Jdbc sql) {
        this.sql = sql;
    }

    /** The entry, locked until the commit: acts on one entry come one after the other. */
    Optional<Listing> hold(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The version of the published lists, locked until the commit. Always before an entry, so that two never wait in a ring. */
    ListVersion holdListVersion() {
        return getEntityManager().find(ListVersion.class, ListVersion.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Entries that stand on the list, locked until the commit. */
    List<Listing> displayed(UnifiedSocialCreditCode uscc, ListKind kind, LocalDate today) {
        return find("""
                        uscc = ?1 and kind = ?2 and state in ?3 and (validUntil is null or validUntil >= ?4)
                        order by id""", uscc.value(), kind, DISPLAYED, today)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    boolean isBlackListed(UnifiedSocialCreditCode uscc, LocalDate today) {
        return find(
                        "uscc = ?1 and kind = BLACK and state in ?2 and (validUntil is null or validUntil >= ?3)",
                        uscc.value(),
                        DISPLAYED,
                        today)
                .firstResultOptional()
                .isPresent();
    }

    /**
     * Another entry about the same enterprise on the same list that rests on this decision; whoever asks next waits until the
     * commit. Neither an entry that came to nothing counts, nor one that was taken down: its decision may be carried out anew.
     */
    Optional<UUID> onDecision(
            UnifiedSocialCreditCode uscc, ListKind kind, DecisionDocument decision, Optional<UUID> besides) {
        if (decision.authority() == null || decision.documentNumber() == null) {
            return Optional.empty();
        }
        sql.first(
                "select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))",
                row -> row.getInt(1),
                "decision on " + uscc.value() + " " + kind);
        return sql.first(
                """
                select id from listing
                where uscc = ? and kind = ? and rests_on_its_decision and id <> ?
                  and document_key(authority, document_number) = document_key(?, ?)
                order by id""",
                row -> row.getObject(1, UUID.class),
                uscc.value(),
                kind.name(),
                besides.orElse(BEFORE_ALL),
                decision.authority(),
                decision.documentNumber());
    }

    /** Whether an entry was taken down as one that should not have been: withdrawn, or its decision annulled. */
    boolean wasWrong(UUID id) {
        return find("id = ?1 and endedAs in ?2", id, List.of(ListingState.WITHDRAWN, ListingState.BASIS_REVOKED))
                .firstResultOptional()
                .isPresent();
    }

    /** Entries whose last day is over. */
    List<UUID> overstaying(LocalDate today, int rows) {
        return getEntityManager()
                .createQuery(
                        "select l.id from Listing l where l.state in :running and l.validUntil < :today order by l.id",
                        UUID.class)
                .setParameter("running", RUNNING)
                .setParameter("today", today)
                .setMaxResults(rows)
                .getResultList();
    }

    /** Entries that are shown though the enterprise has been deregistered. */
    List<UUID> outlivingTheirEnterprise(LocalDate today, int rows) {
        return getEntityManager()
                .createQuery("""
                        select l.id from Listing l join Enterprise e on e.uscc = l.uscc
                        where l.state in :running and e.closure.closedOn <= :today order by l.id""", UUID.class)
                .setParameter("running", RUNNING)
                .setParameter("today", today)
                .setMaxResults(rows)
                .getResultList();
    }

    List<UUID> running(UnifiedSocialCreditCode uscc) {
        return find("uscc = ?1 and state in ?2 order by id", uscc.value(), RUNNING).stream()
                .map(Listing::id)
                .toList();
    }

    /** Entries on which the enterprise has let its deadline for the defence pass. */
    List<UUID> undefended(LocalDate today, int rows) {
        return getEntityManager()
                .createQuery("""
                        select l.id from Listing l join l.deadlines d
                        where l.state = NOTICE_SERVED and d.kind = DEFENCE and d.endedOn is null and d.deadline.due < :today
                        order by l.id""", UUID.class)
                .setParameter("today", today)
                .setMaxResults(rows)
                .getResultList();
    }

    /** Entries with a deadline running that a corrected calendar may move, locked until the commit. */
    List<Listing> concerning(CalendarCorrected corrected) {
        return find("""
                        from Listing entry where exists (select 1 from Listing l join l.deadlines d
                        where l.id = entry.id and d.endedOn is null and d.deadline.calendars like ?1) order by id""", corrected.pattern())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    boolean isStillDue(ListingTimeService.Due due, LocalDate today) {
        return hold(due.listing())
                .filter(entry -> switch (due.act()) {
                    case EXPIRE -> RUNNING.contains(entry.state()) && !entry.isWithinTerm(today);
                    case END_WITH_ENTERPRISE -> RUNNING.contains(entry.state());
                    default ->
                        entry.running(ListingDeadline.DEFENCE)
                                .filter(running -> running.deadline().isOver(today))
                                .isPresent();
                })
                .isPresent();
    }

    List<OverdueWork> overdue(Optional<RegionCode> region, LocalDate today, PageRequest page) {
        var after = page.cursor();
        return getEntityManager()
                .createQuery("""
                        select l.id, l.uscc, l.region, l.state, d.kind, d.deadline.due
                        from Listing l join l.deadlines d
                        where d.endedOn is null and d.deadline.due < :today and d.kind in :work and l.region like :region
                          and (d.deadline.due > :due or d.deadline.due = :due
                               and (l.id > :id or l.id = :id and cast(d.kind as string) > :kind))
                        order by d.deadline.due, l.id, cast(d.kind as string)""", Tuple.class)
                .setParameter("today", today)
                .setParameter("work", WORK)
                .setParameter("region", region.map(RegionCode::prefix).orElse("") + "%")
                .setParameter(
                        "due",
                        after.map(cursor -> cursor.key(0, LocalDate::parse)).orElse(LocalDate.EPOCH))
                .setParameter("id", after.map(cursor -> cursor.uuid(1)).orElse(BEFORE_ALL))
                .setParameter("kind", after.map(cursor -> cursor.text(2)).orElse(""))
                .setMaxResults(page.fetch())
                .getResultStream()
                .map(row -> new OverdueWork(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, ListingState.class),
                        row.get(4, ListingDeadline.class),
                        row.get(4, ListingDeadline.class),
                        row.get(4, ListingDeadline.class).zh(),
                        row.get(5, LocalDate.class)))
                .toList();
    }

    /** How much is overdue in each region. */
    Map<String, Long> overdueByRegion(LocalDate today) {
        return getEntityManager()
                .createQuery("""
                        select l.region, count(*) from Listing l join l.deadlines d
                        where d.endedOn is null and d.deadline.due < :today and d.kind in :work group by l.region""", Tuple.class)
                .setParameter("today", today)
                .setParameter("work", WORK)
                .getResultStream()
                .collect(Collectors.toMap(row -> row.get(0, String.class), row -> row.get(1, Long.class)));
    }

    /** Entries in a state inside a region, oldest first. */
    List<Listing> inState(ListingState state, Optional<RegionCode> region, Optional<UUID> after, int rows) {
        return find(
                        "state = ?1 and region like ?2 and id > ?3 order by id",
                        state,
                        region.map(RegionCode::prefix).orElse("") + "%",
                        after.orElse(BEFORE_ALL))
                .page(0, rows)
                .list();
    }
}

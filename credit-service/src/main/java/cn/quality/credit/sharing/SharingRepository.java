package cn.quality.credit.sharing;

import cn.quality.credit.rules.CalendarCorrected;
import cn.quality.credit.rules.Certainty;
import cn.quality.credit.rules.Deadline;
import cn.quality.platform.id.Ids;
import cn.quality.platform.sql.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SharingRepository {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String STOP = """
            select s.*, b.name as subscriber,
              case when resumed_at is not null then 'RESUMED' when acknowledged_at is not null then 'ACKNOWLEDGED'
                   when due < today then 'OVERDUE' else 'OPEN' end as state
            from (select ?::date as today) as clock, sharing_stop s join subscriber b using (client_id)""";

    private final Jdbc sql;

    SharingRepository(Jdbc sql) {
        this.sql = sql;
    }

    /**
     * Registers or changes a subscriber.
     *
     * @param version that it has; absent for a new one
     * @return whether it was stored: not when another request was faster
     */
    boolean store(String clientId, NewSubscriber subscriber, Optional<Long> version) {
        return version.map(known -> sql.update(
                                "update subscriber set name = ?, since = ?, until = ?, version = version + 1"
                                        + " where client_id = ? and version = ?",
                                subscriber.name().strip(),
                                subscriber.since(),
                                subscriber.until(),
                                clientId,
                                known))
                        .orElseGet(() -> sql.update(
                                "insert into subscriber (name, since, until, client_id, version) values (?, ?, ?, ?, 0)"
                                        + " on conflict do nothing",
                                subscriber.name().strip(),
                                subscriber.since(),
                                subscriber.until(),
                                clientId))
                == 1;
    }

    Optional<Subscriber> subscriber(String clientId) {
        return sql.first("select * from subscriber where client_id = ?", SharingRepository::subscriber, clientId);
    }

    List<Subscriber> subscribers(String after, int rows) {
        return sql.query(
                "select * from subscriber where client_id > ? order by client_id limit ?",
                SharingRepository::subscriber,
                after,
                rows);
    }

    /** Clients of those who received entries on some day of the period. */
    List<String> receivers(LocalDate from, LocalDate to) {
        return sql.query(
                "select client_id from subscriber where since <= ? and (until is null or until >= ?)",
                row -> row.getString("client_id"),
                to,
                from);
    }

    void open(SharedEntry entry, LocalDate endedOn, Optional<Deadline> due, List<String> clients) {
        sql.batch(
                """
                insert into sharing_stop (id, listing_id, uscc, list, region, client_id, ended_on,
                                          due, rule_code, rule_pack, calendars, certainty)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (listing_id, client_id) where resumed_at is null do nothing""",
                clients.stream()
                        .map(client -> new @Nullable Object[] {
                            Ids.next(),
                            entry.listingId(),
                            entry.uscc(),
                            entry.list(),
                            entry.region(),
                            client,
                            endedOn,
                            due.map(Deadline::due).orElse(null),
                            due.map(Deadline::ruleCode).orElse(null),
                            due.map(Deadline::rulePack).orElse(null),
                            due.map(Deadline::calendars).orElse(null),
                            due.map(one -> one.certainty().name()).orElse(null)
                        })
                        .toList());
    }

    /** Days on which entries ended whose due date nobody could compute yet. */
    List<LocalDate> endsWithoutDue() {
        return sql.query(
                "select distinct ended_on from sharing_stop where due is null and " + SharingState.OPEN.condition(),
                row -> row.getObject("ended_on", LocalDate.class));
    }

    void setDue(LocalDate endedOn, Deadline due) {
        set(due, "ended_on = ? and due is null", endedOn);
    }

    /** Due dates of open stops that a corrected calendar may move, by the day on which the entries ended. */
    Map<LocalDate, Deadline> concerning(CalendarCorrected corrected) {
        return sql
                .query(
                        "select distinct on (ended_on) * from sharing_stop where calendars like ? and "
                                + SharingState.OPEN.condition() + " order by ended_on",
                        row -> Map.entry(row.getObject("ended_on", LocalDate.class), deadline(row)),
                        corrected.pattern())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one, TreeMap::new));
    }

    void move(LocalDate endedOn, Deadline due) {
        set(due, "ended_on = ? and due is not null and " + SharingState.OPEN.condition(), endedOn);
    }

    private void set(Deadline due, String where, LocalDate endedOn) {
        sql.update(
                "update sharing_stop set due = ?, rule_code = ?, rule_pack = ?, calendars = ?, certainty = ?,"
                        + " due_before = ? where " + where,
                due.due(),
                due.ruleCode(),
                due.rulePack(),
                due.calendars(),
                due.certainty().name(),
                due.dueBefore(),
                endedOn);
    }

    void resume(UUID listingId, Instant now) {
        sql.update(
                "update sharing_stop set resumed_at = ? where listing_id = ? and resumed_at is null", now, listingId);
    }

    /** @return whether this was the acknowledgement; not when it had been given before, or the entry stands again */
    boolean acknowledge(UUID id, Instant now) {
        return sql.update(
                        "update sharing_stop set acknowledged_at = ? where id = ? and " + SharingState.OPEN.condition(),
                        now,
                        id)
                == 1;
    }

    boolean anyOpen(UUID listingId) {
        return sql.first(
                        "select true from sharing_stop where listing_id = ? and " + SharingState.OPEN.condition(),
                        row -> row.getBoolean(1),
                        listingId)
                .isPresent();
    }

    long overdue(LocalDate today) {
        return sql.first(
                        "select count(*) from (select ?::date as today) as clock, sharing_stop where "
                                + SharingState.OVERDUE.condition(),
                        row -> row.getLong(1),
                        today)
                .orElse(0L);
    }

    Optional<SharingStop> stop(UUID id, LocalDate today) {
        return sql.first(STOP + " where s.id = ?", SharingRepository::stop, today, id);
    }

    /**
     * Oldest first.
     *
     * @param client only this subscriber's
     * @param regions beginning of the codes of the regions wanted; empty for all
     */
    List<SharingStop> stops(
            SharingState state,
            Optional<String> client,
            String regions,
            LocalDate today,
            Optional<UUID> after,
            int rows) {
        return sql.query(
                STOP + " where " + state.condition()
                        + " and (?::text is null or client_id = ?) and region like ? and s.id > ? order by s.id limit ?",
                SharingRepository::stop,
                today,
                client.orElse(null),
                client.orElse(null),
                regions + "%",
                after.orElse(BEFORE_ALL),
                rows);
    }

    private static Subscriber subscriber(ResultSet row) throws SQLException {
        return new Subscriber(
                row.getString("client_id"),
                row.getLong("version"),
                row.getString("name"),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class));
    }

    private static Deadline deadline(ResultSet row) throws SQLException {
        return new Deadline(
                row.getObject("due", LocalDate.class),
                row.getString("rule_code"),
                row.getString("rule_pack"),
                row.getString("calendars"),
                Certainty.valueOf(row.getString("certainty")),
                row.getObject("due_before", LocalDate.class));
    }

    private static SharingStop stop(ResultSet row) throws SQLException {
        return new SharingStop(
                row.getObject("id", UUID.class),
                row.getObject("listing_id", UUID.class),
                row.getString("uscc"),
                row.getString("list"),
                row.getString("client_id"),
                row.getString("subscriber"),
                row.getObject("ended_on", LocalDate.class),
                row.getObject("due") == null ? null : deadline(row),
                SharingState.valueOf(row.getString("state")),
                row.getObject("acknowledged_at") == null ? null : Jdbc.instant(row, "acknowledged_at"));
    }
}

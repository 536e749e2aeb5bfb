package cn.quality.standards.declarant;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.sql.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stores and shows what the credit service reports. Plain SQL, because everything here is one statement: replace the row if
 * what comes is newer.
 */
@ApplicationScoped
public class DeclarantService {

    private final Jdbc sql;
    private final Clock clock;

    DeclarantService(Jdbc sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Takes over a description of an enterprise.
     *
     * @param sequence version of the description at the credit service
     * @return whether it was newer than what was known
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean describe(Declarant declarant, long sequence) {
        return sql.update(
                        """
                        insert into declarant as known (uscc, name, region, status, sequence, changed_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (uscc) do update
                        set name = excluded.name, region = excluded.region, status = excluded.status,
                            sequence = excluded.sequence, changed_at = excluded.changed_at
                        where known.sequence < excluded.sequence""",
                        declarant.uscc().value(),
                        declarant.name(),
                        declarant.region(),
                        declarant.status().name(),
                        sequence,
                        clock.instant())
                == 1;
    }

    /**
     * Takes over the state of a list entry.
     *
     * @param visible whether the public may see it: published, and neither withdrawn nor repaired nor expired
     * @param validUntil last day it may be shown; absent when it has no end yet
     * @param sequence version of the entry at the credit service
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void list(
            UnifiedSocialCreditCode uscc,
            PublicEntry entry,
            boolean visible,
            @Nullable LocalDate validUntil,
            long sequence) {
        sql.update(
                """
                insert into list_entry as known
                  (listing_id, uscc, kind, visible, published_at, valid_until, sequence, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (listing_id) do update
                set uscc = excluded.uscc, kind = excluded.kind, visible = excluded.visible,
                    published_at = excluded.published_at, valid_until = excluded.valid_until,
                    sequence = excluded.sequence, changed_at = excluded.changed_at
                where known.sequence < excluded.sequence""",
                entry.listingId(),
                uscc.value(),
                entry.kind().name(),
                visible,
                entry.publishedAt(),
                validUntil,
                sequence,
                clock.instant());
    }

    public Optional<Declarant> find(UnifiedSocialCreditCode uscc) {
        return sql.first(
                "select name, region, status from declarant where uscc = ?",
                row -> new Declarant(
                        uscc,
                        row.getString("name"),
                        row.getString("region"),
                        DeclarantStatus.valueOf(row.getString("status"))),
                uscc.value());
    }

    /** Names of those of the enterprises that are known, by code. */
    public Map<String, String> names(Collection<String> usccs) {
        return sql
                .query(
                        "select uscc, name from declarant where uscc = any (?)",
                        row -> Map.entry(row.getString("uscc"), row.getString("name")),
                        (Object) usccs.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Today's entries. The last day is checked here too: showing must stop even when the event of expiry is late. */
    public Standing standing(UnifiedSocialCreditCode uscc) {
        return Standing.of(sql.query(
                """
                select listing_id, kind, published_at from list_entry
                where uscc = ? and visible and (valid_until is null or valid_until >= ?)
                order by published_at desc, listing_id""",
                row -> new PublicEntry(
                        row.getObject("listing_id", UUID.class),
                        ListKind.valueOf(row.getString("kind")),
                        Jdbc.instant(row, "published_at")),
                uscc.value(),
                LegalDates.today(clock)));
    }
}

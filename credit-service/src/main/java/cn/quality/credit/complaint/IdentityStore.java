package cn.quality.credit.complaint;

import cn.quality.credit.sealing.Sealer;
import cn.quality.platform.id.Ids;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.sql.Jdbc;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What complainants reported of themselves and in their own words: sealed, each part for its own row, so that parts cannot
 * change places.
 */
@ApplicationScoped
class IdentityStore {

    private static final String FILED = "FILED";
    private static final String ADDED = "ADDED";

    private final Jdbc sql;
    private final Sealer sealer;
    private final ObjectMapper json;
    private final Clock clock;

    IdentityStore(Jdbc sql, Sealer sealer, ObjectMapper json, Clock clock) {
        this.sql = sql;
        this.sealer = sealer;
        this.json = json;
        this.clock = clock;
    }

    private record Part(UUID id, String kind, String sealed, Instant at) {}

    void keep(UUID complaint, NewComplaint filed) {
        keep(complaint, FILED, written(filed));
    }

    void keep(UUID complaint, String addition) {
        keep(complaint, ADDED, addition);
    }

    /** A digest of a filing from which it cannot be guessed. */
    String fingerprint(NewComplaint filed) {
        return sealer.fingerprint(written(filed));
    }

    /** Likewise of a network address; so no address is stored. */
    String fingerprint(Guesser guesser) {
        return sealer.fingerprint(guesser.network());
    }

    /** @throws Problem 500 {@code seal-broken}, 503 {@code sealing-key-missing} */
    Optional<Complainant> open(UUID complaint) {
        var parts = sql.query(
                "select id, part, sealed, added_at from complaint_sealed where complaint_id = ? order by id",
                row -> new Part(
                        row.getObject("id", UUID.class),
                        row.getString("part"),
                        row.getString("sealed"),
                        Jdbc.instant(row, "added_at")),
                complaint);
        return parts.stream()
                .filter(part -> part.kind.equals(FILED))
                .findFirst()
                .map(filed -> new Complainant(
                        read(opened(complaint, filed)),
                        parts.stream()
                                .filter(part -> part.kind.equals(ADDED))
                                .map(part -> new Complainant.Addition(opened(complaint, part), part.at))
                                .toList()));
    }

    /** After the retention. */
    void forget(UUID complaint) {
        sql.update("delete from complaint_sealed where complaint_id = ?", complaint);
    }

    void noteLook(Receipt receipt, String official, String purpose) {
        sql.update(
                "insert into complaint_look (id, receipt, official, looked_at, purpose) values (?, ?, ?, ?, ?)",
                Ids.next(),
                receipt.value(),
                official,
                clock.instant(),
                purpose);
    }

    Page<Look> looks(Optional<Receipt> receipt, PageRequest page) {
        var rows = sql.query(
                """
                select id, receipt, official, looked_at, purpose from complaint_look
                where id > ? and (? = '' or receipt = ?) order by id limit ?""",
                row -> new Look(
                        row.getObject("id", UUID.class),
                        row.getString("receipt"),
                        row.getString("official"),
                        Jdbc.instant(row, "looked_at"),
                        row.getString("purpose")),
                page.cursor().map(cursor -> cursor.uuid(0)).orElse(new UUID(0, 0)),
                receipt.map(Receipt::value).orElse(""),
                receipt.map(Receipt::value).orElse(""),
                page.fetch());
        return Page.of(List.copyOf(rows), page, look -> Cursor.of(look.id()));
    }

    private void keep(UUID complaint, String part, String text) {
        var id = Ids.next();
        sql.update(
                "insert into complaint_sealed (id, complaint_id, part, sealed, added_at) values (?, ?, ?, ?, ?)",
                id,
                complaint,
                part,
                sealer.seal(text, binding(complaint, id)),
                clock.instant());
    }

    private String opened(UUID complaint, Part part) {
        return sealer.open(part.sealed, binding(complaint, part.id));
    }

    private static String binding(UUID complaint, UUID part) {
        return "complaint/" + complaint + "/" + part;
    }

    private String written(NewComplaint filed) {
        try {
            return json.writeValueAsString(filed);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private NewComplaint read(String text) {
        try {
            return json.readValue(text, NewComplaint.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

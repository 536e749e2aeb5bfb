package cn.quality.standards.feedback;

import cn.quality.platform.sql.Jdbc;
import cn.quality.standards.feedback.Feedback.PrivatePart;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class FeedbackRepository implements PanacheRepositoryBase<Feedback, UUID> {

    private final Jdbc sql;

    FeedbackRepository(Jdbc sql) {
        this.sql = sql;
    }

    /** The report, locked until the commit: acts on one report come one after the other. */
    Optional<Feedback> hold(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Stores what somebody wrote, and how they can be reached, apart from the report. */
    void keep(UUID id, PrivatePart part) {
        flush();
        sql.update(
                "insert into feedback_private (feedback_id, words, contact) values (?, ?, ?)",
                id,
                part.words(),
                part.contact());
    }

    /** Empty once it has been deleted. */
    Optional<PrivatePart> privatePart(UUID id) {
        return sql.first(
                "select words, contact from feedback_private where feedback_id = ?",
                row -> new PrivatePart(row.getString("words"), row.getString("contact")),
                id);
    }

    /** Deletes what people wrote in reports that ended before a moment. */
    int forget(Instant endedBefore) {
        return sql.update("""
                delete from feedback_private p using feedback f
                where f.id = p.feedback_id and f.ended_at < ?""", endedBefore);
    }

    /** For officials, the oldest first. */
    List<Feedback> list(@Nullable FeedbackState state, Optional<UUID> after, int rows) {
        var from = after.orElse(new UUID(0, 0));
        return (state == null
                        ? find("id > ?1 order by id", from)
                        : find("id > ?1 and state = ?2 order by id", from, state))
                .page(0, rows)
                .list();
    }
}

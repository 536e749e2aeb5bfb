package cn.quality.standards.impact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a declaration follows a standard that has ended, or of which a part was replaced.
 *
 * @param enterpriseName absent while the enterprise's own event has not come, as the region
 * @param followed the number by which the declaration names the standard
 * @param since the day the standard ended; absent when nobody stated one
 */
record UpdateNotice(
        UUID id,
        Follower follower,
        Standing standard,
        Effect effect,
        @Nullable LocalDate since,
        Instant notedAt,
        @Nullable Instant clearedAt,
        @Nullable Clearing clearedAs) {

    /** A public declaration that follows a standard. */
    record Follower(
            UUID declaration,
            String uscc,
            @Nullable String enterpriseName,
            @Nullable String region,
            String number,
            String title,
            String followed) {}

    /** The standard as it stands. */
    record Standing(UUID id, String key, String number, String titleZh, String status) {}

    static UpdateNotice noted(
            UUID id, Follower follower, Standing standard, Effect effect, @Nullable LocalDate since, Instant now) {
        return new UpdateNotice(id, follower, standard, effect, since, now, null, null);
    }

    UpdateNotice cleared(Clearing how, Instant now) {
        return new UpdateNotice(id, follower, standard, effect, since, notedAt, now, how);
    }

    /** @param successors numbers of what replaces the standard in the end */
    NoticeEvent event(List<String> successors) {
        var snapshot = new NoticeSnapshot(
                id,
                effect,
                follower.declaration(),
                follower.uscc(),
                follower.enterpriseName(),
                follower.region(),
                follower.number(),
                follower.title(),
                follower.followed(),
                standard.number(),
                standard.titleZh(),
                since,
                successors,
                notedAt,
                clearedAt,
                clearedAs);
        return clearedAs == null ? new NoticeEvent.Noted(snapshot) : new NoticeEvent.Cleared(snapshot);
    }
}

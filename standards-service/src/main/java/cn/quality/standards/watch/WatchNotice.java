package cn.quality.standards.watch;

import cn.quality.platform.outbox.OutboundEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That something about a watched number has changed.
 *
 * @param recipient whose list it is, and who alone is told
 */
@Schema(name = "WatchNotice")
record WatchNotice(
        @Schema(required = true) UUID noticeId,

        @Schema(required = true) UUID listId,

        @Schema(required = true, examples = "screening-bank")
        String recipient,

        @Schema(required = true, examples = "GB 2760-2024") String number,

        @Schema(required = true) List<Picture.Change> changes,

        @Schema(required = true) Picture before,

        @Schema(required = true) Picture after,

        @Schema(required = true) Instant noticedAt) {

    static final String TOPIC = "quality.standards.watch";
    static final String TYPE = "cn.quality.standards.watch.noticed.v1";

    /** Each notice is a subject of its own: a later one about the same number must not take its place. */
    OutboundEvent outbound() {
        return new OutboundEvent(TOPIC, TYPE, noticeId.toString(), 1, this);
    }
}

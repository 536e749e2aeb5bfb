package cn.quality.standards.tbt;

import cn.quality.platform.outbox.OutboundEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What others learn of a notice: all of it, and whose subscriptions it meets. */
record TbtEvent(Snapshot snapshot, long sequence) {

    static final String TOPIC = "quality.standards.tbt-notice";
    static final String TYPE = "cn.quality.standards.tbt-notice.registered.v1";

    /**
     * A notice, new or corrected.
     *
     * @param subscriptions that it meets; whose they are only their owners know
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Snapshot(
            UUID noticeId,
            String number,
            String market,
            String title,
            String product,
            List<String> ics,
            LocalDate notifiedOn,
            @Nullable LocalDate commentsUntil,
            @Nullable LocalDate entersIntoForceOn,
            String link,
            List<UUID> subscriptions) {}

    static TbtEvent of(TbtNoticeView notice, long sequence, List<UUID> subscriptions) {
        return new TbtEvent(
                new Snapshot(
                        notice.id(),
                        notice.number(),
                        notice.market(),
                        notice.title(),
                        notice.product(),
                        notice.ics(),
                        notice.notifiedOn(),
                        notice.commentsUntil(),
                        notice.entersIntoForceOn(),
                        notice.link(),
                        subscriptions),
                sequence);
    }

    OutboundEvent outbound() {
        return new OutboundEvent(TOPIC, TYPE, snapshot.noticeId().toString(), sequence, snapshot);
    }
}

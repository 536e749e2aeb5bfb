package cn.quality.gateway.webhooks;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of the delivery log; what was sent is not in it. */
record DeliveryView(
        @Schema(description = "webhook-id, 即事件的 id (webhook-id: the id of the event)")
        UUID id,

        @Schema(examples = "cn.quality.credit.listing.published.v1")
        String type,

        @Schema(examples = "0199e0f0-0000-7000-8000-000000000000")
        String subject,

        @Schema(examples = "3") long sequence,
        @Schema(examples = "4711") long position,
        State state,
        @Schema(examples = "2") int attempts,
        Instant queuedAt,

        @Schema(description = "下次尝试 (next attempt)") @Nullable
        Instant dueAt,

        @Nullable Instant endedAt,
        @Schema(examples = "503") @Nullable Integer status,
        @Schema(examples = "503 Service Unavailable") String failure) {

    @Schema(
            name = "DeliveryState",
            description =
                    "WAITING 待投递；DELIVERED 已送达；SUPERSEDED 已被同一对象的新事件取代；DEAD 三日内未能送达 "
                            + "(WAITING; DELIVERED; SUPERSEDED by a newer event of the same subject; DEAD, not delivered within three days)")
    enum State {
        WAITING,
        DELIVERED,
        SUPERSEDED,
        DEAD
    }
}

package cn.quality.gateway.webhooks;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** From where on to send again; one of the two. */
@Schema(description = "自某位置之后，或自某时刻起，二者取其一 (after a position, or since a moment)")
record NewReplay(
        @PositiveOrZero
        @Schema(examples = "4711", description = "已收到的最后一个 position (the last position received)")
        @Nullable
        Long after,

        @Schema(examples = "2026-11-25T00:00:00Z", description = "事件时刻 (when it happened)") @Nullable
        Instant since) {

    @AssertTrue(message = "after 与 since 须且只须给出一个")
    @Schema(hidden = true)
    public boolean isOne() {
        return (after == null) != (since == null);
    }
}

package cn.quality.gateway.webhooks;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a test delivery. */
record PingView(
        @Schema(description = "webhook-id") UUID id,
        @Schema(examples = "true") boolean delivered,
        @Schema(examples = "204") @Nullable Integer status,
        @Schema(examples = "") String failure,
        @Schema(examples = "12") long milliseconds) {}

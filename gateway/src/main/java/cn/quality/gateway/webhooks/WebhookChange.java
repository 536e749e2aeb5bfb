package cn.quality.gateway.webhooks;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change of some of it; what is absent stays. */
@Schema(description = "只写要改的字段 (only what is to change)")
record WebhookChange(
        @Size(min = 1, max = 2000) @Nullable String url,

        @Size(min = 1, max = 50) @Nullable List<@NotNull String> types,

        @Size(max = 50) @Nullable List<@NotNull @Pattern(regexp = "[1-9][0-9]{5}(-[A-Z0-9]{1,10})?") String> regions,

        @Size(min = 1, max = 200) @Nullable String contact,

        @Schema(
                examples = "PAUSED",
                description = "PAUSED 暂停，事件照常排队；ACTIVE 恢复，失败的订阅重新握手 (pause; or go on, a failed one by a new handshake)")
        @Nullable
        Wish state) {

    /** What a client can want of the state. */
    enum Wish {
        ACTIVE,
        PAUSED
    }

    NewWebhook appliedTo(Webhook webhook) {
        return new NewWebhook(
                url == null ? webhook.url() : url,
                types == null ? webhook.types() : types,
                regions == null ? webhook.regions() : regions,
                contact == null ? webhook.contact() : contact);
    }
}

package cn.quality.gateway.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as its client sees it.
 *
 * @param secret only in the answer that made it
 */
record WebhookView(
        @Schema(examples = "0199e0f0-0000-7000-8000-000000000000")
        UUID id,

        @Schema(examples = "screening-bank") String client,

        @Schema(examples = "https://hooks.example.cn/quality")
        String url,

        @Schema(examples = "[\"cn.quality.credit.listing.*\"]")
        List<String> types,

        @Schema(examples = "[\"371100\"]") List<String> regions,
        @Schema(examples = "平台组 ops@hooks.example.cn") String contact,
        WebhookState state,

        @Schema(examples = "410 Gone", description = "失败或等待的原因 (why it failed or waits)")
        String reason,

        @Schema(examples = "600", description = "接收方允许的每分钟次数；无此项为不限 (deliveries a minute the receiver allows)")
        @Nullable
        Integer rate,

        @Schema(
                examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                description = "签名密钥，只在生成时给出 (signing secret, shown only when made)")
        @Nullable
        String secret,

        @Schema(description = "旧密钥在此之前仍参与签名 (until when the former secret signs as well)") @Nullable
        Instant formerSecretUntil,

        Instant createdAt,
        Instant changedAt) {

    static WebhookView of(Webhook webhook) {
        return of(webhook, null);
    }

    static WebhookView withSecret(Webhook webhook) {
        return of(webhook, webhook.secret());
    }

    private static WebhookView of(Webhook webhook, @Nullable String secret) {
        return new WebhookView(
                webhook.id(),
                webhook.client(),
                webhook.url(),
                webhook.types(),
                webhook.regions(),
                webhook.contact(),
                webhook.state(),
                webhook.reason(),
                webhook.rate().orElse(null),
                secret,
                webhook.formerSecret().map(Webhook.FormerSecret::until).orElse(null),
                webhook.createdAt(),
                webhook.changedAt());
    }
}

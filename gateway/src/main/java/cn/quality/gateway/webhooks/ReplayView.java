package cn.quality.gateway.webhooks;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param queued how many deliveries will come */
record ReplayView(@Schema(examples = "42") long queued) {}

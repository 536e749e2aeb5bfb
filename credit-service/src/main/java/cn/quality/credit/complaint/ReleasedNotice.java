package cn.quality.credit.complaint;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the office has released to the enterprise of a complaint about it, and nothing else of it. */
@Schema(description = "告知企业的内容 (what the enterprise is told)")
record ReleasedNotice(
        @Schema(examples = "RZ20261124-000123-7") String receipt,
        ComplaintKind kind,
        @Schema(examples = "东港区市场监督管理局") String office,
        @Schema(examples = "示例：有消费者反映干贝有异味，请于五日内说明") String words,
        @Nullable Instant releasedAt) {}

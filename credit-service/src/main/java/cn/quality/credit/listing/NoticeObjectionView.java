package cn.quality.credit.listing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An objection to an announced honour as the office sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NoticeObjection", description = "公示异议及其答复 (an objection to an announced honour, and its answer)")
record NoticeObjectionView(
        UUID id,
        Instant raisedAt,
        String content,
        Objection.@Nullable Outcome outcome,
        @Nullable String answer,
        @Nullable Instant decidedAt) {}

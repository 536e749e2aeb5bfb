package cn.quality.standards.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A case as officials and the enterprise see it.
 *
 * @param due the last day to correct it, whole, in Asia/Shanghai
 * @param overdue whether that day is over
 * @param endedAt since when what was publicised is public no more
 * @param actions what the caller may do now
 */
@Schema(name = "SupervisionCase")
record SupervisionCaseView(
        @Schema(required = true) UUID id,

        @Schema(required = true) long version,

        @Schema(required = true, examples = "91371199MA3RH00187")
        String uscc,

        @Schema(required = true, examples = "日照示例海洋食品有限公司") String enterpriseName,

        @Schema(required = true, examples = "371102") String region,

        @Nullable UUID declaration,
        @Nullable UUID draw,
        @Schema(examples = "Q/RZSL 001-2024") @Nullable String standardNumber,

        @Schema(required = true, examples = "冷冻烤鳗") String subject,

        @Schema(required = true) Breach breach,

        @Schema(required = true, examples = "标准化法 2017 art. 27, 38")
        String basis,

        @Schema(required = true) String facts,

        @Schema(required = true, examples = "示例检查〔2026〕1号") String evidenceReference,

        @Schema(required = true) String evidenceSha256,

        @Schema(required = true) LocalDate foundOn,

        @Schema(required = true) SupervisionState state,

        @Nullable String orderNumber,
        @Nullable String orderDemands,
        @Nullable LocalDate servedOn,

        @Schema(description = "改正期限 The last day to correct it") @Nullable
        LocalDate due,

        @Schema(required = true) boolean overdue,

        @Nullable String announcement,
        @Nullable Instant publicisedAt,
        @Nullable Instant endedAt,

        @Schema(required = true) List<Answer> answers,

        @Schema(required = true) List<Extension> extensions,

        @Schema(required = true) List<HistoryEntry> acts,

        @Schema(required = true, description = "当前身份此刻可以进行的操作 What the caller may do now")
        List<SupervisionAct> actions) {}

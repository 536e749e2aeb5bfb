package cn.quality.standards.supervision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is publicised of a case, while it is; also the payload of {@link SupervisionEvent.Publicised}.
 *
 * @param standardNumber absent when nothing was declared
 * @param due the day by which it was to be corrected
 */
@Schema(name = "Publicity")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PublicityView(
        @Schema(required = true) UUID caseId,

        @Schema(required = true, examples = "91371199MA3RH00187")
        String uscc,

        @Schema(required = true, examples = "日照示例海洋食品有限公司") String enterpriseName,

        @Schema(required = true, examples = "371102") String region,

        @Schema(examples = "Q/RZSL 001-2024") @Nullable String standardNumber,

        @Schema(required = true, examples = "冷冻烤鳗", description = "产品或服务 Product or service")
        String subject,

        @Schema(required = true) Breach breach,

        @Schema(required = true, examples = "未公开执行的标准") String breachZh,

        @Schema(required = true, examples = "标准化法 2017 art. 27, 38")
        String basis,

        @Schema(required = true) String facts,

        @Schema(required = true, examples = "日市监改示例〔2026〕1号", description = "责令改正文书编号 Number of the order to correct")
        String orderNumber,

        @Schema(required = true, description = "改正期限 The day by which it was to be corrected")
        LocalDate due,

        @Schema(required = true) String announcement,

        @Schema(required = true) Instant publicisedAt) {}

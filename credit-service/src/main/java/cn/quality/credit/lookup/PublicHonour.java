package cn.quality.credit.lookup;

import cn.quality.credit.archive.Award;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An honour of the brand resource library (品牌发展资源库).
 *
 * @param region where the enterprise is at present
 * @param validTo last day; absent when it does not expire
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "品牌与荣誉 (an honour)")
public record PublicHonour(
        UUID id,
        @Schema(examples = "91371199MA3RH00187") String uscc,
        @Schema(examples = "日照示例海洋食品有限公司") String enterpriseName,
        @Schema(examples = "371102") String region,
        Award award,
        @Schema(examples = "CITY") String level,
        @Schema(examples = "第一届") @Nullable String round,
        @Schema(examples = "示例市长质量奖") String title,
        @Nullable String product,
        @Schema(examples = "日照市市场监督管理局") String department,
        @Nullable String documentNumber,
        LocalDate awardedOn,
        @Nullable LocalDate validTo,
        boolean fictional) {}

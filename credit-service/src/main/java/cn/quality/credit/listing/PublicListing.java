package cn.quality.credit.listing;

import cn.quality.credit.enterprise.ActivityField;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A published entry as everybody sees it.
 *
 * @param batch absent when it was published by itself
 * @param validUntil last day on 国家企业信用信息公示系统, and with it on the city's list
 * @param statement the enterprise's own words about the entry (right of reply)
 * @param fictional the enterprise is made up
 * @param creditChinaUntil last day on 信用中国, which has rules of its own; absent when it does not show the entry
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "已发布的条目 (a published list entry)")
public record PublicListing(
        UUID id,
        @Schema(examples = "91371199MA3RH00187") String uscc,
        @Schema(examples = "日照示例海洋食品有限公司") String enterpriseName,
        ListKind kind,
        ActivityField field,
        String ground,
        String legalBasis,
        @Schema(examples = "371102") String region,
        @Schema(examples = "日照市市场监督管理局") String authority,
        String documentNumber,
        LocalDate decidedOn,
        @Nullable String measures,
        @Nullable String removal,
        @Nullable String remedies,
        @Nullable String announcement,
        @Nullable Batch batch,
        Instant publishedAt,
        @Nullable LocalDate validUntil,
        @Schema(examples = "本企业已完成整改") @Nullable String statement,
        @Nullable Instant statedAt,
        boolean fictional,

        @Schema(examples = "2027-03-10", description = "在“信用中国”公示的最后一日，不在其公示的没有此项 (last day on Credit China)") @Nullable
        LocalDate creditChinaUntil,

        @Schema(description = "依据条款 (the articles that the decision applies)") @Nullable
        String basis,

        @Schema(description = "移出程序 (how removal is applied for)") @Nullable
        String removalProcedure) {

    /** The batch in which it was published: 第N批. */
    @Schema(name = "PublicListingBatch", description = "发布批次 (the batch)")
    public record Batch(
            UUID id,
            @Schema(examples = "2026") int year,
            @Schema(examples = "3") int number) {}
}

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
 * @param fictional the enterprise is made up
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "已发布的条目 (a published list entry)")
public record PublicListing(
        UUID id,
        @Schema(examples = "91371199MA3RH00187") String uscc,
        @Schema(examples = "日照示例海洋食品有限公司") String enterpriseName,
        ListingKind kind,
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
        Instant publishedAt,
        @Nullable LocalDate validUntil,
        boolean fictional) {}

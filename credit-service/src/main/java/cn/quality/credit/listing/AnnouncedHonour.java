package cn.quality.credit.listing;

import cn.quality.credit.enterprise.ActivityField;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An honour that is announced, as everybody sees it (红榜公示).
 *
 * @param place where else it is announced
 * @param objectionsUntil last day on which anybody may object
 * @param fictional the enterprise is made up
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "公示中的红榜条目 (an honour that is announced)")
record AnnouncedHonour(
        UUID id,
        @Schema(examples = "91371199MA3RH00187") String uscc,
        @Schema(examples = "日照示例海洋食品有限公司") String enterpriseName,
        ActivityField field,
        String ground,
        String legalBasis,
        @Schema(examples = "371102") String region,
        @Schema(examples = "日照市市场监督管理局") @Nullable String authority,
        @Nullable String documentNumber,
        LocalDate announcedOn,
        @Schema(examples = "日照市市场监督管理局门户网站") String place,
        LocalDate objectionsUntil,
        boolean fictional) {}

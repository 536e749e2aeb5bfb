package cn.quality.credit.listing;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The decision that a repair was obtained by fraud, as everybody sees it: not the entry, which may have ended, nor what was
 * found in the file (总局令第107号 art. 23(2)).
 *
 * @param publicUntil last day on which it is shown
 * @param fictional the enterprise is made up
 */
@Schema(description = "信用修复弄虚作假的认定 (a decision that a repair was obtained by fraud)")
record PublicFraudDecision(
        UUID listingId,
        @Schema(examples = "91371199MA3RH00187") String uscc,
        @Schema(examples = "日照示例海洋食品有限公司") String enterpriseName,
        @Schema(examples = "371102") String region,
        @Schema(examples = "日照市市场监督管理局") String authority,

        @Schema(examples = "日市监认〔2027〕示例1号") @Nullable String documentNumber,

        @Schema(examples = "2027-06-01") LocalDate foundOn,
        @Schema(examples = "2030-06-01") LocalDate publicUntil,
        boolean fictional) {}

package cn.quality.credit.listing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What anybody has against an honour that is announced. Numbers that point to a person are taken out of it.
 *
 * @param listingId the honour
 */
@Schema(description = "对红榜公示的异议 (an objection to an announced honour)")
record NewNoticeObjection(
        @NotNull UUID listingId,

        @NotBlank @Size(max = 4000) @Schema(examples = "示例：该企业去年抽查不合格")
        String content) {}

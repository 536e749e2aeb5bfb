package cn.quality.credit.listing;

import cn.quality.platform.identifiers.Redactor;
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
        String content) {

    /** As it is stored and as it is compared: a digest of the whole would reveal the numbers that were taken out. */
    NewNoticeObjection redacted() {
        return new NewNoticeObjection(listingId, Redactor.redact(content).strip());
    }

    /** Never into a log by accident. */
    @Override
    public String toString() {
        return "NewNoticeObjection[" + listingId + "]";
    }
}

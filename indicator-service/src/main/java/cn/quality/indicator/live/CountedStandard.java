package cn.quality.indicator.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A standard of a local body that is valid now. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(requiredProperties = "standardId")
public record CountedStandard(
        UUID standardId,
        @Schema(examples = "T/RZEX 001-2026") String number,
        @Schema(examples = "示例海产品冷链要求") String titleZh,
        @Nullable LocalDate publishedOn)
        implements LiveRecord {}

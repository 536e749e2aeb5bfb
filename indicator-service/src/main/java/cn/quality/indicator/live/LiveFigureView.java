package cn.quality.indicator.live;

import cn.quality.indicator.IndicatorCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A figure counted from events.
 *
 * @param value number of records that count now, or the rate in per cent; absent where nothing can be said
 * @param numerator of a rate: what passed
 * @param denominator of a rate: what was examined
 * @param period of a rate: the year whose records it counts, up to now
 * @param status status code of SDMX: P, provisional; M, missing, where there is no value
 * @param asOf when the latest event that was taken into account happened; absent until the first one
 * @param version one more whenever something was counted; a freeze names it in {@code If-Match}
 * @param frozen what reviews froze, the newest period first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LiveFigureView(
        IndicatorCode code,
        @Schema(examples = "企业自我声明公开的企业标准数量") String nameZh,

        @Schema(examples = "Self-declared public enterprise standards")
        String nameEn,

        @Schema(examples = "1520") @Nullable BigDecimal value,
        @Schema(examples = "467") @Nullable Long numerator,
        @Schema(examples = "500") @Nullable Long denominator,
        @Schema(examples = "2026") @Nullable String period,
        @Schema(examples = "P") String status,
        @Nullable Instant asOf,
        @Schema(examples = "12") long version,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FrozenFigure> frozen) {}

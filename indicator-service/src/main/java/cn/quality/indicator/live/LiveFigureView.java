package cn.quality.indicator.live;

import cn.quality.indicator.IndicatorCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A figure counted from events.
 *
 * @param value number of records that count now
 * @param status status code of SDMX: P, provisional
 * @param asOf when the latest event that was taken into account happened; absent until the first one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LiveFigureView(
        IndicatorCode code,
        @Schema(examples = "企业自我声明公开的企业标准数量") String nameZh,

        @Schema(examples = "Self-declared public enterprise standards")
        String nameEn,

        @Schema(examples = "1520") long value,
        @Schema(examples = "P") String status,
        @Nullable Instant asOf) {

    static final String PROVISIONAL = "P";
}

package cn.quality.indicator.round;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.catalogue.Qualifier;
import cn.quality.indicator.observation.ObservationStatus;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A cell as its unit and its reviewers see it.
 *
 * @param version also the ETag of the cell; what {@code If-Match} compares with
 * @param editedBy who wrote it last; absent as long as nobody has
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RoundCellView", description = "填报单元 (a figure to be reported, as it stands)")
record CellView(
        IndicatorCode indicator,
        @Schema(examples = "1") int definition,
        @Schema(examples = "93.4") @Nullable BigDecimal value,
        @Nullable Qualifier qualifier,
        @Schema(examples = "467") @Nullable BigDecimal numerator,
        @Schema(examples = "500") @Nullable BigDecimal denominator,
        @Nullable String level,
        @Nullable ObservationStatus status,
        @Nullable String remark,
        @Schema(examples = "2") long version,
        @Schema(examples = "reporter") @Nullable String editedBy,
        @Nullable Instant editedAt) {}

package cn.quality.indicator.targets;

import cn.quality.indicator.BilingualText;
import cn.quality.indicator.area.AreaCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A target handed down to areas and departments, as it is shown.
 *
 * @param difference why shares that should add up do not
 * @param version 1 when first recorded, one more for each change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DecompositionView(
        TargetId target,
        DecompositionRule rule,
        List<NewDecomposition.Share> shares,
        @Nullable BilingualText difference,
        @Schema(examples = "规划主要目标责任分解方案") String basis,
        @Schema(examples = "1") long version) {

    /** The figure an area answers for itself, if it was given one. */
    public Optional<BigDecimal> valueOf(AreaCode area) {
        return shares.stream()
                .filter(share -> area.value().equals(share.area()) && share.department() == null)
                .map(NewDecomposition.Share::value)
                .flatMap(Stream::ofNullable)
                .findFirst();
    }
}

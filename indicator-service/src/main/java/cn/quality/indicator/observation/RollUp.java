package cn.quality.indicator.observation;

import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.catalogue.DefinitionView;
import cn.quality.indicator.observation.RollUpView.Method;
import cn.quality.platform.problem.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the figure of an area of the figures within it. A rate is the sum of the numerators over the sum of the denominators:
 * the mean of 45/50 and 980/1000 is 94 %, and says nothing about 1,050 samples of which 1,025 passed.
 */
final class RollUp {

    private static final int SCALE = 10;

    private final DefinitionView definition;
    private final Method method;

    RollUp(DefinitionView definition) {
        this.definition = definition;
        this.method = switch (definition.measure()) {
            case RATE -> Method.RATIO;
            case STOCK, FLOW -> Method.SUM;
            case INDEX, LEVEL -> Method.NONE;
        };
    }

    /** @param within the areas that are expected to report */
    RollUpView of(AreaCode area, Period period, Collection<AreaCode> within, List<ObservationView> reported) {
        var parts = method == Method.NONE
                ? List.<ObservationView>of()
                : reported.stream().filter(this::isUsable).toList();
        var missing = new ArrayList<>(within);
        parts.forEach(part -> missing.remove(part.area()));
        var numerator = method == Method.RATIO ? sum(parts, ObservationView::numerator) : null;
        var denominator = method == Method.RATIO ? sum(parts, ObservationView::denominator) : null;
        var value = parts.isEmpty()
                ? null
                : numerator == null || denominator == null
                        ? sum(parts, ObservationView::value)
                        : quotient(numerator, denominator);
        return new RollUpView(
                definition.indicator(),
                definition.version(),
                area,
                period,
                method,
                value,
                value == null ? null : numerator,
                value == null ? null : denominator,
                value == null ? ObservationStatus.M : status(parts, missing),
                parts,
                missing,
                note(parts, missing));
    }

    private boolean isUsable(ObservationView part) {
        return part.status() != ObservationStatus.M
                && (method == Method.RATIO ? part.denominator() != null : part.value() != null);
    }

    private static ObservationStatus status(List<ObservationView> parts, List<AreaCode> missing) {
        var all = new ArrayList<>(parts.stream().map(ObservationView::status).toList());
        if (!missing.isEmpty()) {
            all.add(ObservationStatus.P);
        }
        return ObservationStatus.worst(all);
    }

    private static BigDecimal sum(List<ObservationView> parts, Function<ObservationView, @Nullable BigDecimal> of) {
        return parts.stream().map(of).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private @Nullable BigDecimal quotient(BigDecimal numerator, BigDecimal denominator) {
        return denominator.signum() == 0
                ? null
                : (definition.isPercentage() ? numerator.movePointRight(2) : numerator)
                        .divide(denominator, SCALE, RoundingMode.HALF_EVEN);
    }

    private @Nullable Text note(List<ObservationView> parts, List<AreaCode> missing) {
        if (method == Method.NONE) {
            return new Text("指数、等级与是否完成类指标不能由下级数据汇总", "An index, a level, or done and not done is not made of parts");
        }
        return missing.isEmpty()
                ? null
                : Text.of(
                        "应报 %d 个地区，%d 个已报可用数据；未报的不按零计算",
                        "%2$d of %1$d areas reported what can be used; the others are not taken for zero",
                        parts.size() + missing.size(),
                        parts.size());
    }
}

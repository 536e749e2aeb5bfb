package cn.quality.indicator.progress;

import cn.quality.indicator.BilingualText;
import cn.quality.indicator.catalogue.DefinitionView;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts by ordinary least squares over time: ŷ = ȳ + b(x − x̄) with the prediction interval
 * ŷ ± t·s·√(1 + 1/n + (x − x̄)² ÷ Σ(xᵢ − x̄)²), where s² = Σ(yᵢ − ŷᵢ)² ÷ (n − 2) and t is Student's 0.975 quantile with n − 2
 * degrees of freedom. Two points determine a line and no interval, so there are three or more or there is no forecast.
 */
final class Forecaster {

    private static final MathContext EXACT = MathContext.DECIMAL128;
    private static final String METHOD = "OLS";
    private static final int FEWEST = 3;

    /** Student's t, 0.975, for 1 to 30 degrees of freedom; beyond, the last is used and the interval a little too wide. */
    private static final List<BigDecimal> T = List.of(
                    "12.706", "4.303", "3.182", "2.776", "2.571", "2.447", "2.365", "2.306", "2.262", "2.228", "2.201",
                    "2.179", "2.160", "2.145", "2.131", "2.120", "2.110", "2.101", "2.093", "2.086", "2.080", "2.074",
                    "2.069", "2.064", "2.060", "2.056", "2.052", "2.048", "2.045", "2.042")
            .stream()
            .map(BigDecimal::new)
            .toList();

    private Forecaster() {}

    private record Point(BigDecimal x, BigDecimal y) {}

    /** @param figures of one series, published and with an exact value; the order does not matter */
    static Forecast of(List<Actual> figures, LocalDate day, DefinitionView definition) {
        var points = figures.stream()
                .<Point>mapMulti((figure, out) -> {
                    if (figure.value() != null) {
                        out.accept(new Point(time(figure.period().last()), figure.value()));
                    }
                })
                .toList();
        if (points.size() < FEWEST) {
            return new Forecast(
                    day,
                    METHOD,
                    points.size(),
                    null,
                    null,
                    null,
                    new BilingualText("已公布的数据不足三期，不作预测", "Fewer than three published figures: no forecast"));
        }
        var n = BigDecimal.valueOf(points.size());
        var meanX = sum(points, Point::x).divide(n, EXACT);
        var meanY = sum(points, Point::y).divide(n, EXACT);
        var spread = sum(points, point -> square(point.x().subtract(meanX)));
        var slope = sum(
                        points,
                        point -> point.x().subtract(meanX).multiply(point.y().subtract(meanY)))
                .divide(spread, EXACT);
        Function<BigDecimal, BigDecimal> line = x -> meanY.add(slope.multiply(x.subtract(meanX), EXACT), EXACT);
        var variance = sum(points, point -> square(point.y().subtract(line.apply(point.x()))))
                .divide(BigDecimal.valueOf(points.size() - 2L), EXACT);
        var x = time(day);
        var widening = BigDecimal.ONE
                .add(BigDecimal.ONE.divide(n, EXACT))
                .add(square(x.subtract(meanX)).divide(spread, EXACT));
        var half = T.get(Math.min(points.size() - 2, T.size()) - 1)
                .multiply(variance.multiply(widening, EXACT).sqrt(EXACT), EXACT);
        var value = line.apply(x);
        return new Forecast(
                day,
                METHOD,
                points.size(),
                shown(value, definition),
                shown(value.subtract(half), definition),
                shown(value.add(half), definition),
                null);
    }

    /** In years; the end of a day. */
    private static BigDecimal time(LocalDate day) {
        return BigDecimal.valueOf(day.getYear())
                .add(BigDecimal.valueOf(day.getDayOfYear()).divide(BigDecimal.valueOf(day.lengthOfYear()), EXACT));
    }

    private static BigDecimal sum(List<Point> points, Function<Point, BigDecimal> part) {
        return points.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal square(BigDecimal value) {
        return value.multiply(value, EXACT);
    }

    /** Within the range of the indicator, with one digit more than its figures have. */
    private static BigDecimal shown(BigDecimal value, DefinitionView definition) {
        var within = atMost(atLeast(value, definition.lowest()), definition.highest());
        return within.setScale(definition.decimals() + 1, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal atLeast(BigDecimal value, @Nullable BigDecimal lowest) {
        return lowest == null ? value : value.max(lowest);
    }

    private static BigDecimal atMost(BigDecimal value, @Nullable BigDecimal highest) {
        return highest == null ? value : value.min(highest);
    }
}

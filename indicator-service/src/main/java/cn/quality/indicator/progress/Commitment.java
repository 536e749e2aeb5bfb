package cn.quality.indicator.progress;

import cn.quality.indicator.catalogue.DefinitionView;
import cn.quality.indicator.catalogue.Direction;
import cn.quality.indicator.catalogue.Figure;
import cn.quality.indicator.catalogue.Qualifier;
import cn.quality.indicator.catalogue.TargetKind;
import cn.quality.indicator.targets.Reading;
import cn.quality.indicator.targets.Trajectory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an area is held to by a target.
 *
 * @param baseline absent where there is none that can be compared
 * @param figure absent for a mere direction
 * @param definition what is counted, with its range, scale and decimals
 */
record Commitment(
        TargetKind kind,
        Direction direction,
        @Nullable Figure baseline,
        @Nullable Figure figure,
        @Nullable Reading reading,
        Trajectory trajectory,
        DefinitionView definition) {

    /** The last day on which it can still be kept; it lasts its whole day. */
    Optional<LocalDate> deadline() {
        return Optional.ofNullable(figure).map(promised -> LocalDate.of(promised.year(), 12, 31));
    }

    Optional<Limit> limit() {
        return Optional.ofNullable(figure)
                .filter(promised -> promised.value() != null && promised.qualifier() != null)
                .map(promised -> reading == null
                        ? Limit.of(direction, valueOf(promised.qualifier()), valueOf(promised.value()))
                        : new Limit(reading.qualifier(), valueOf(promised.value())));
    }

    /** The same with the plan's wording read the other way. */
    Commitment readOtherwise() {
        var other = limit().filter(limit -> reading != null)
                .map(limit -> new Reading(
                        limit.readOtherwise().qualifier(), valueOf(reading).reason()));
        return new Commitment(kind, direction, baseline, figure, other.orElse(null), trajectory, definition);
    }

    /**
     * The ways on which the value may be expected: none without a baseline in figures, two where the baseline is an
     * interval. Its open end is closed by the target, for a plan promises no less than it has, and by the range of the
     * definition.
     */
    List<Course> courses() {
        if (kind != TargetKind.REACH || baseline == null || figure == null) {
            return List.of();
        }
        var from = baseline.value();
        var to = figure.value();
        if (from == null || to == null) {
            return List.of();
        }
        int toYear = figure.year();
        var otherEnd =
                switch (valueOf(baseline.qualifier())) {
                    case EQ -> from;
                    case GE, GT -> atMost(to.max(from), definition.highest());
                    case LE, LT -> atLeast(to.min(from), definition.lowest());
                };
        return Stream.of(from, otherEnd)
                .distinct()
                .map(end -> new Course(trajectory, baseline.year(), end, toYear, to))
                .toList();
    }

    private static BigDecimal atMost(BigDecimal value, @Nullable BigDecimal highest) {
        return highest == null ? value : value.min(highest);
    }

    private static BigDecimal atLeast(BigDecimal value, @Nullable BigDecimal lowest) {
        return lowest == null ? value : value.max(lowest);
    }

    private static <T> T valueOf(@Nullable T present) {
        return Optional.ofNullable(present).orElseThrow();
    }

    /** Of what is known as an interval the value is one end; the open end is that of the range, if it has one. */
    List<Optional<BigDecimal>> ends(BigDecimal value, @Nullable Qualifier qualifier) {
        return qualifier == null || qualifier == Qualifier.EQ
                ? List.of(Optional.of(value))
                : switch (qualifier) {
                    case GE, GT -> List.of(Optional.of(value), Optional.ofNullable(definition.highest()));
                    default -> List.of(Optional.of(value), Optional.ofNullable(definition.lowest()));
                };
    }
}

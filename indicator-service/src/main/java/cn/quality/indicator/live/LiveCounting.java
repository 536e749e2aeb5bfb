package cn.quality.indicator.live;

import cn.quality.indicator.live.LiveFigureRepository.Counter;
import cn.quality.indicator.live.LiveRecordRepository.Contribution;
import cn.quality.indicator.live.LiveRecordRepository.Generation;
import cn.quality.indicator.live.LiveRecordRepository.Known;
import cn.quality.indicator.live.LiveRecordRepository.Unit;
import cn.quality.indicator.live.LiveSource.Told;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps the snapshots and moves the counters. */
@ApplicationScoped
class LiveCounting {

    private final LiveFigureRepository figures;
    private final LiveRecordRepository records;

    LiveCounting(LiveFigureRepository figures, LiveRecordRepository records) {
        this.figures = figures;
        this.records = records;
    }

    /** Counts what an event tells, in every generation: what is being rebuilt must not miss what happens meanwhile. */
    @Transactional
    void count(Told told, Instant time) {
        for (var generation : records.lockGenerations()) {
            if (generation.isCurrent()) {
                countCurrent(generation, told, time);
            } else {
                records.put(generation, List.of(told));
            }
        }
    }

    private void countCurrent(Generation generation, Told told, Instant time) {
        var known = records.known(generation, told);
        if (known.filter(before -> before.sequence() >= told.sequence()).isPresent()) {
            return;
        }
        var units = Stream.of(known.flatMap(Known::unit), told.counted().map(Unit::of))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        var moved = new HashMap<Counter, Tally>();
        contributions(generation, units, moved, Tally.NOTHING::minus);
        records.put(generation, List.of(told));
        contributions(generation, units, moved, UnaryOperator.identity());
        moved.entrySet().stream()
                .filter(move -> !move.getValue().equals(Tally.NOTHING))
                .forEach(move -> figures.move(move.getKey(), move.getValue()));
        figures.knownAsOf(told.source(), time);
    }

    private void contributions(
            Generation generation, Set<Unit> units, Map<Counter, Tally> moved, UnaryOperator<Tally> sign) {
        units.stream()
                .map(unit -> records.contribution(generation, unit))
                .flatMap(Optional::stream)
                .forEach((Contribution part) -> moved.merge(part.counter(), sign.apply(part.tally()), Tally::plus));
    }
}

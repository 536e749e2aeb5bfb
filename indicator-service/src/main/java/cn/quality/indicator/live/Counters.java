package cn.quality.indicator.live;

import cn.quality.indicator.IndicatorCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Figures that one kind of event moves, locked until the transaction ends. */
record Counters(List<LiveFigure> figures) {

    /** A record left one figure for another, or for none; nothing moves when both are the same. */
    void move(Optional<IndicatorCode> from, Optional<IndicatorCode> to) {
        from.ifPresent(code -> add(code, -1));
        to.ifPresent(code -> add(code, 1));
    }

    void knownAsOf(Instant time) {
        figures.forEach(figure -> figure.knownAsOf(time));
    }

    private void add(IndicatorCode code, int records) {
        figures.stream()
                .filter(figure -> figure.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No live figure " + code))
                .add(records);
    }
}

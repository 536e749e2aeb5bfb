package cn.quality.indicator.live;

import cn.quality.indicator.IndicatorCode;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the live figures, and stores what reviews freeze of them. */
@ApplicationScoped
public class LiveService {

    private final LiveFigureRepository figures;
    private final LiveRecordRepository records;
    private final LiveFreezeRepository freezes;
    private final LiveConfig config;
    private final Clock clock;

    LiveService(
            LiveFigureRepository figures,
            LiveRecordRepository records,
            LiveFreezeRepository freezes,
            LiveConfig config,
            Clock clock) {
        this.figures = figures;
        this.records = records;
        this.freezes = freezes;
        this.config = config;
        this.clock = clock;
    }

    /** By code; rates are those of this year. */
    public LiveFigures figures() {
        var frozen = freezes.besideTheLive();
        var year = thisYear();
        return new LiveFigures(figures.list(year).stream()
                .map(figure -> figure.view(year, config, frozen.getOrDefault(figure.code(), List.of())))
                .toList());
    }

    /** Empty when the indicator is not counted from events. */
    public Optional<LiveFigureView> figure(IndicatorCode code) {
        return figures().figures().stream()
                .filter(figure -> figure.code().equals(code))
                .findFirst();
    }

    /** The records behind a figure that the public may see, newest first; empty when there is no such figure. */
    public Optional<Page<LiveRecord>> records(IndicatorCode figure, PageRequest page) {
        return figures.find(figure, thisYear()).map(known -> records.list(figure, LegalDates.today(clock), page));
    }

    /**
     * A figure as it stands.
     *
     * @param value empty where nothing can be said
     */
    public record Standing(
            LiveMeasure measure,
            @Nullable BigDecimal value,
            Tally counted,
            boolean known,
            long version,
            @Nullable Instant asOf) {}

    /** A figure, locked until the transaction ends: nothing is counted meanwhile; empty when there is no such figure. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Standing> hold(IndicatorCode code, LiveWindow window) {
        records.lockGenerations();
        return figures.find(code, window)
                .map(figure -> new Standing(
                        figure.measure(),
                        figure.value(config).orElse(null),
                        figure.counted(),
                        figure.source().isConfigured(config),
                        figure.version(),
                        figure.asOf()));
    }

    /** All that was frozen of a figure, the newest first. */
    public List<Freeze> freezes(IndicatorCode figure) {
        return freezes.of(figure);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void store(Freeze freeze) {
        freezes.add(freeze);
    }

    private LiveWindow thisYear() {
        return LiveWindow.year(LegalDates.today(clock).getYear());
    }
}

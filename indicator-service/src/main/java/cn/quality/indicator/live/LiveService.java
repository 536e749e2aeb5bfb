package cn.quality.indicator.live;

import cn.quality.indicator.IndicatorCode;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** Reads the live figures. */
@ApplicationScoped
public class LiveService {

    private final LiveFigureRepository figures;
    private final LiveRecordRepository records;
    private final LiveConfig config;
    private final Clock clock;

    LiveService(LiveFigureRepository figures, LiveRecordRepository records, LiveConfig config, Clock clock) {
        this.figures = figures;
        this.records = records;
        this.config = config;
        this.clock = clock;
    }

    /** By code; rates are those of this year. */
    public LiveFigures figures() {
        var year = thisYear();
        return new LiveFigures(figures.list(year, year.plusYears(1)).stream()
                .map(figure -> figure.view(year.getYear(), config))
                .toList());
    }

    /** Empty when the indicator is not counted from events. */
    public Optional<LiveFigureView> figure(IndicatorCode code) {
        var year = thisYear();
        return figures.find(code, year, year.plusYears(1)).map(figure -> figure.view(year.getYear(), config));
    }

    /** The records behind a figure that the public may see, newest first; empty when there is no such figure. */
    public Optional<Page<LiveRecord>> records(IndicatorCode figure, PageRequest page) {
        return figure(figure).map(known -> records.list(figure, LegalDates.today(clock), page));
    }

    private LocalDate thisYear() {
        return LegalDates.today(clock).withDayOfYear(1);
    }
}

package cn.quality.indicator.live;

import cn.quality.indicator.IndicatorCode;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Reads the live figures. */
@ApplicationScoped
public class LiveService {

    private final LiveFigureRepository figures;
    private final List<LiveRecords> records;

    LiveService(LiveFigureRepository figures, @All List<LiveRecords> records) {
        this.figures = figures;
        this.records = records;
    }

    public LiveFigures figures() {
        return new LiveFigures(figures.byCode().stream().map(LiveFigure::view).toList());
    }

    /** Empty when the indicator is not counted from events. */
    public Optional<LiveFigureView> figure(IndicatorCode code) {
        return figures.findByIdOptional(code).map(LiveFigure::view);
    }

    /** The records behind a figure, newest first; empty when there is no such figure. */
    public Optional<Page<? extends LiveRecord>> records(IndicatorCode figure, PageRequest page) {
        return records.stream()
                .flatMap(source -> source.behind(figure, page).stream())
                .findFirst();
    }
}

package cn.quality.indicator.live;

import cn.quality.indicator.IndicatorCode;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A counter. Which figures exist is data of the migration. */
@Entity
class LiveFigure {

    @EmbeddedId
    private IndicatorCode code;

    private String nameZh;
    private String nameEn;
    private long value;
    private @Nullable Instant asOf;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected LiveFigure() {}

    void add(int records) {
        value += records;
    }

    /** Notes that an event of this moment has been counted. Events of different records may come out of order. */
    void knownAsOf(Instant time) {
        if (asOf == null || time.isAfter(asOf)) {
            asOf = time;
        }
    }

    IndicatorCode code() {
        return code;
    }

    LiveFigureView view() {
        return new LiveFigureView(code, nameZh, nameEn, value, LiveFigureView.PROVISIONAL, asOf);
    }
}

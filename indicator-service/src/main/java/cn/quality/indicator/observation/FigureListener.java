package cn.quality.indicator.observation;

import java.util.Collection;

/** Is notified of figures that came in or became public, in the same transaction, so that this feature need not know why. */
public interface FigureListener {

    /** One period of one series. */
    record FigureKey(SeriesKey series, Period period) {}

    void changed(Collection<FigureKey> figures);
}

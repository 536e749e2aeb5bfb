package cn.quality.indicator.sdmx;

import cn.quality.indicator.observation.Frequency;
import java.util.List;

/**
 * A series of a message.
 *
 * @param stored ids of the stored series it is made of, the newest definition first: where two have the same period, the first
 *     counts. Empty for figures of a plan
 */
record Series(Frequency frequency, String area, String indicator, SeriesKind kind, List<Integer> stored) {

    /** Its code of a dimension. */
    String code(Component dimension) {
        return switch (dimension) {
            case FREQ -> frequency.name();
            case REF_AREA -> area;
            case INDICATOR -> indicator;
            case SERIES -> kind.name();
            default -> throw new IllegalArgumentException(dimension + " is not part of the key of a series");
        };
    }
}

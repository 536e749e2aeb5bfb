package cn.quality.indicator.catalogue;

import cn.quality.indicator.IndicatorCode;
import java.util.List;

/** Tells the catalogue what the plans disagree about, so that this feature need not know the conflicts. */
public interface KnownConflicts {

    /** Those in which the indicator is named. */
    List<ConflictReference> about(IndicatorCode indicator);
}

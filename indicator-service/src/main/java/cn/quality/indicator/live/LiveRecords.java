package cn.quality.indicator.live;

import cn.quality.indicator.IndicatorCode;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import java.util.Optional;

/** Read-only port to the records behind figures. */
interface LiveRecords {

    /** The records that count now, newest first; empty when the figure counts records of another sort. */
    Optional<Page<? extends LiveRecord>> behind(IndicatorCode figure, PageRequest page);
}

package cn.quality.credit.lookup;

import cn.quality.credit.archive.Award;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/** Read-only port to the honours that everybody may see, newest first. */
interface HonourLookup {

    /** @param validOn the day on which they are valid */
    record Filter(
            Optional<Award> award,
            Optional<String> level,
            Optional<String> round,
            Optional<RegionCode> region,
            LocalDate validOn) {}

    Page<PublicHonour> page(Filter filter, PageRequest page);

    /** All of them, of one moment, in bounded memory. */
    void all(Filter filter, Consumer<? super PublicHonour> consumer);
}

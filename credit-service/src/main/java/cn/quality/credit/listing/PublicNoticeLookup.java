package cn.quality.credit.listing;

import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the honours that are announced on a day, and nothing else. */
interface PublicNoticeLookup {

    /** Those whose notice ends first, first. */
    Page<AnnouncedHonour> announced(Optional<RegionCode> region, PageRequest page, LocalDate today);

    /** The newest first. */
    List<AnnouncedHonour> latest(Optional<RegionCode> region, int most, LocalDate today);

    Optional<AnnouncedHonour> announced(UUID id, LocalDate today);
}

package cn.quality.standards.catalogue;

import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import java.util.Optional;
import java.util.UUID;

/** What the public asks the catalogue; a search engine could answer it instead of the database. */
interface CatalogueReads {

    /** Ordered by canonical number. */
    Page<StandardSummary> search(StandardQuery query, PageRequest page);

    Optional<StandardView> byId(UUID id);
}

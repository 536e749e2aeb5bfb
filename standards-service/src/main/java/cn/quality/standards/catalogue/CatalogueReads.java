package cn.quality.standards.catalogue;

import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** What the public asks the catalogue; a search engine could answer it instead of the database. */
public interface CatalogueReads {

    /** Ordered by canonical number; of what was looked for by words, what is in force comes first. */
    Page<StandardSummary> search(StandardQuery query, PageRequest page);

    /** What a search would find, counted; the 50 most frequent values of each kind. */
    Facets facets(StandardQuery query);

    Optional<StandardView> byId(UUID id);

    /**
     * Hands over every standard in the order of its number, as somebody would state it who knows the legal state of a day.
     * Within a transaction, or it is not one state of the catalogue.
     */
    void forEachStatement(LocalDate day, Consumer<NewStandard> reader);

    /** What a standard cites, with the editions that means on a day; empty when there is no such standard. */
    Optional<NormativeReferences> references(UUID id, LocalDate day);

    /**
     * The legal state of a standard on a day, as it was known at a moment.
     *
     * @return empty when it was not in the catalogue by then
     */
    Optional<LegalState> stateOf(UUID id, LocalDate on, Instant asOf);
}

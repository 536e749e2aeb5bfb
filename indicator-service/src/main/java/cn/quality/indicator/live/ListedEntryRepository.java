package cn.quality.indicator.live;

import cn.quality.indicator.IndicatorCode;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

@ApplicationScoped
class ListedEntryRepository implements PanacheRepositoryBase<ListedEntry, UUID>, LiveRecords {

    @Override
    public Optional<Page<? extends LiveRecord>> behind(IndicatorCode figure, PageRequest page) {
        return Stream.of(ListKind.values())
                .filter(kind -> kind.figure().equals(figure))
                .findFirst()
                .map(kind -> page(kind, page));
    }

    private Page<CountedListing> page(ListKind kind, PageRequest page) {
        var after = page.cursor();
        var query = getEntityManager()
                .createQuery(
                        "select listingId, published.uscc, published.name, published.kind, published.publishedAt"
                                + " from ListedEntry where published.kind = :kind"
                                + (after.isPresent() ? " and (published.publishedAt, listingId) < (:at, :id)" : "")
                                + " order by published.publishedAt desc, listingId desc",
                        CountedListing.class)
                .setParameter("kind", kind)
                .setMaxResults(page.fetch());
        after.ifPresent(cursor -> query.setParameter("at", cursor.instant(0)).setParameter("id", cursor.uuid(1)));
        return Page.of(query.getResultList(), page, row -> Cursor.of(row.publishedAt(), row.listingId()));
    }
}

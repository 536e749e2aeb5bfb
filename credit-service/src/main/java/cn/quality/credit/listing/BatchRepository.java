package cn.quality.credit.listing;

import cn.quality.platform.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class BatchRepository implements PanacheRepositoryBase<PublicationBatch, UUID> {

    private static final UUID AFTER_ALL = new UUID(-1, -1);

    /** The highest number so far; the caller holds the version of the lists, so no other batch is counted meanwhile. */
    int last(ListKind kind, String region, int year) {
        return getEntityManager()
                .createQuery("""
                        select coalesce(max(b.number), 0) from PublicationBatch b
                        where b.kind = :kind and b.region = :region and b.year = :year""", Integer.class)
                .setParameter("kind", kind)
                .setParameter("region", region)
                .setParameter("year", year)
                .getSingleResult();
    }

    /** Newest first: identifiers grow with time. */
    List<PublicationBatch> newest(Optional<ListKind> kind, PageRequest page) {
        var before = page.cursor().map(cursor -> cursor.uuid(0)).orElse(AFTER_ALL);
        var query = kind.map(only -> find("kind = ?1 and id < ?2 order by id desc", only, before))
                .orElseGet(() -> find("id < ?1 order by id desc", before));
        return query.page(0, page.fetch()).list();
    }
}

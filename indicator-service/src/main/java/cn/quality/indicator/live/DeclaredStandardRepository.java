package cn.quality.indicator.live;

import cn.quality.indicator.IndicatorCode;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class DeclaredStandardRepository implements PanacheRepositoryBase<DeclaredStandard, UUID>, LiveRecords {

    boolean isDeclaredElsewhere(OwnStandard standard, UUID than) {
        return find(
                        "counted.uscc = ?1 and counted.number = ?2 and declarationId <> ?3",
                        standard.uscc(),
                        standard.number(),
                        than)
                .firstResultOptional()
                .isPresent();
    }

    @Override
    public Optional<Page<? extends LiveRecord>> behind(IndicatorCode figure, PageRequest page) {
        return figure.equals(OwnStandard.FIGURE) ? Optional.of(page(page)) : Optional.empty();
    }

    private Page<CountedDeclaration> page(PageRequest page) {
        var after = page.cursor();
        var query = getEntityManager()
                .createQuery(
                        "select declarationId, counted.uscc, counted.number, counted.declaredAt"
                                + " from DeclaredStandard where counted.declaredAt is not null"
                                + (after.isPresent() ? " and (counted.declaredAt, declarationId) < (:at, :id)" : "")
                                + " order by counted.declaredAt desc, declarationId desc",
                        CountedDeclaration.class)
                .setMaxResults(page.fetch());
        after.ifPresent(cursor -> query.setParameter("at", cursor.instant(0)).setParameter("id", cursor.uuid(1)));
        return Page.of(query.getResultList(), page, row -> Cursor.of(row.declaredAt(), row.declarationId()));
    }
}

package cn.quality.indicator.catalogue;

import cn.quality.indicator.IndicatorCode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class DefinitionRepository implements PanacheRepositoryBase<Definition, DefinitionKey> {

    /** The oldest first. */
    List<Definition> of(IndicatorCode indicator) {
        return list("key.indicator = ?1 order by key.version", indicator.value());
    }
}

package cn.quality.indicator.catalogue;

import cn.quality.indicator.IndicatorCode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

@ApplicationScoped
class DefinitionRepository implements PanacheRepositoryBase<Definition, DefinitionKey> {

    /** By indicator, the oldest first. */
    List<Definition> of(Collection<IndicatorCode> indicators) {
        return list(
                "key.indicator in ?1 order by key.indicator, key.version",
                indicators.stream().map(IndicatorCode::value).toList());
    }

    /** The oldest first. */
    List<Definition> of(IndicatorCode indicator) {
        return list("key.indicator = ?1 order by key.version", indicator.value());
    }
}

package cn.quality.indicator.area;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class AreaRepository implements PanacheRepositoryBase<Area, AreaCode> {

    /** Whether areas lie in it that may not lie in an area of this kind: nothing lies in a zone, no district in a district. */
    boolean hasChildrenNotFit(AreaCode area, AreaKind kind) {
        return kind == AreaKind.COUNTY
                ? find("parent.value = ?1 and kind = ?2", area.value(), AreaKind.COUNTY)
                        .firstResultOptional()
                        .isPresent()
                : find("parent.value", area.value()).firstResultOptional().isPresent();
    }
}

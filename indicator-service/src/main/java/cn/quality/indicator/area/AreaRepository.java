package cn.quality.indicator.area;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class AreaRepository implements PanacheRepositoryBase<Area, AreaCode> {

    boolean hasChildren(AreaCode city) {
        return count("parent.value", city.value()) > 0;
    }
}

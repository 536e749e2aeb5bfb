package cn.quality.indicator.live;

import cn.quality.indicator.IndicatorCode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;

@ApplicationScoped
class LiveFigureRepository implements PanacheRepositoryBase<LiveFigure, IndicatorCode> {

    List<LiveFigure> byCode() {
        return list("order by code.value");
    }

    /** Always in the order of their codes, so that no two consumers wait for each other. */
    Counters locked(List<IndicatorCode> codes) {
        return new Counters(find(
                        "code.value in ?1 order by code.value",
                        codes.stream().map(IndicatorCode::value).toList())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list());
    }
}

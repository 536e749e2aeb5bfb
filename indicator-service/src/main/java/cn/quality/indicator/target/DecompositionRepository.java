package cn.quality.indicator.target;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class DecompositionRepository implements PanacheRepositoryBase<Decomposition, TargetId> {}

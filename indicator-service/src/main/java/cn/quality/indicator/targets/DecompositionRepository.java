package cn.quality.indicator.targets;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class DecompositionRepository implements PanacheRepositoryBase<Decomposition, TargetId> {}

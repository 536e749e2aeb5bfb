package cn.quality.indicator.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class PlanRepository implements PanacheRepositoryBase<Plan, PlanId> {}

package cn.quality.standards.tbt;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class TbtSubscriptionRepository implements PanacheRepositoryBase<TbtSubscription, UUID> {

    /** One login's subscriptions come one after the other. */
    void lock(String subscriber) {
        getEntityManager()
                .createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended('tbt_subscription ' || :subscriber, 0))")
                .setParameter("subscriber", subscriber)
                .getSingleResult();
    }

    List<TbtSubscription> of(String subscriber) {
        return list("subscriber = ?1 order by id", subscriber);
    }

    Optional<TbtSubscription> one(UUID id, String subscriber) {
        return find("id = ?1 and subscriber = ?2", id, subscriber).firstResultOptional();
    }

    Optional<TbtSubscription> same(String subscriber, @Nullable String ics, @Nullable String market) {
        return of(subscriber).stream().filter(one -> one.isFor(ics, market)).findFirst();
    }

    /** Subscriptions that a notice meets. */
    List<UUID> metBy(List<String> icsAround, String market) {
        return getEntityManager()
                .createQuery("""
                        select id from TbtSubscription
                        where (ics is null or ics in :ics) and (market is null or market = :market) order by id""", UUID.class)
                .setParameter("ics", icsAround)
                .setParameter("market", market)
                .getResultList();
    }
}

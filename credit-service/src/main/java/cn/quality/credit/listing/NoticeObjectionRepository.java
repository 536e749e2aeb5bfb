package cn.quality.credit.listing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class NoticeObjectionRepository implements PanacheRepositoryBase<NoticeObjection, UUID> {

    Optional<NoticeObjection> byReceipt(NoticeReceipt receipt) {
        return find("receiptHash", receipt.hash()).firstResultOptional();
    }

    /** Oldest first. */
    List<NoticeObjection> against(UUID listing) {
        return list("listingId = ?1 order by id", listing);
    }

    Optional<NoticeObjection> open(UUID id, UUID listing) {
        return find("id = ?1 and listingId = ?2 and outcome is null", id, listing)
                .firstResultOptional();
    }

    /** Whether one waits for its answer. */
    boolean isAnyOpen(UUID listing) {
        return find("listingId = ?1 and outcome is null", listing)
                .firstResultOptional()
                .isPresent();
    }

    boolean isAnyUpheld(UUID listing) {
        return find("listingId = ?1 and outcome = UPHELD", listing)
                .firstResultOptional()
                .isPresent();
    }
}

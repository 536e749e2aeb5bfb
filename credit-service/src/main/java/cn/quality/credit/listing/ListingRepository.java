package cn.quality.credit.listing;

import cn.quality.credit.identifier.RegionCode;
import cn.quality.credit.identifier.UnifiedSocialCreditCode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ListingRepository implements PanacheRepositoryBase<Listing, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** The entry, held until the commit: acts on one entry come one after the other. */
    Optional<Listing> hold(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The version of the published lists, held until the commit. Always before an entry, so that two never wait in a ring. */
    ListVersion holdListVersion() {
        return getEntityManager().find(ListVersion.class, ListVersion.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Listing> published(UnifiedSocialCreditCode uscc, ListingKind kind, LocalDate today) {
        return list("""
                uscc = ?1 and kind = ?2 and state = PUBLISHED and (validUntil is null or validUntil >= ?3)
                order by id""", uscc.value(), kind, today);
    }

    /** Entries in a state inside a region, oldest first. */
    List<Listing> inState(ListingState state, Optional<RegionCode> region, Optional<UUID> after, int rows) {
        return find(
                        "state = ?1 and region like ?2 and id > ?3 order by id",
                        state,
                        region.map(RegionCode::prefix).orElse("") + "%",
                        after.orElse(BEFORE_ALL))
                .page(0, rows)
                .list();
    }
}

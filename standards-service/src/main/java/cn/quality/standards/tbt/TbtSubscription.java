package cn.quality.standards.tbt;

import cn.quality.platform.id.Ids;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one login wants to be told of: a class, a market, or both together. */
@Entity
@Table(name = "tbt_subscription")
class TbtSubscription {

    @Id
    private UUID id;

    @SuppressWarnings("UnusedVariable") // read by queries only
    private String subscriber;

    private @Nullable String ics;
    private @Nullable String market;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected TbtSubscription() {}

    TbtSubscription(String subscriber, @Nullable String ics, @Nullable String market, Instant now) {
        this.id = Ids.next();
        this.subscriber = subscriber;
        this.ics = ics;
        this.market = market;
        this.createdAt = now;
    }

    UUID id() {
        return id;
    }

    boolean isFor(@Nullable String otherIcs, @Nullable String otherMarket) {
        return Objects.equals(ics, otherIcs) && Objects.equals(market, otherMarket);
    }

    /** The notices it asks for. */
    TbtNoticeFilter filter() {
        return new TbtNoticeFilter(ics, market, false, null);
    }

    View view() {
        return new View(id, ics, market, createdAt);
    }

    /**
     * A subscription.
     *
     * @param ics class, with all that lies in it; any when absent
     * @param market any when absent
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TbtSubscriptionView")
    record View(
            @Schema(required = true) UUID id,

            @Schema(examples = "67.120") @Nullable String ics,

            @Schema(examples = "JP") @Nullable String market,

            @Schema(required = true) Instant createdAt) {}
}

package cn.quality.credit.listing;

import cn.quality.credit.enterprise.ActivityField;
import cn.quality.credit.enterprise.EnterpriseView;
import cn.quality.credit.identifier.RegionCode;
import cn.quality.credit.identifier.UnifiedSocialCreditCode;
import cn.quality.platform.id.Ids;
import cn.quality.platform.problem.Problem;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry on a list, from its proposal to its end. */
@Entity
class Listing {

    @Id
    private UUID id;

    @Version
    private long version;

    private String uscc;
    private String enterpriseName;

    @Enumerated(EnumType.STRING)
    private ListingKind kind;

    @Enumerated(EnumType.STRING)
    private ActivityField field;

    private String ground;
    private String legalBasis;

    /** Where the enterprise was when the entry was drafted: whose office is competent for it. */
    private String region;

    @Enumerated(EnumType.STRING)
    private ListingState state;

    @Embedded
    private @Nullable DecisionDocument decision;

    private @Nullable LocalDate validUntil;
    private @Nullable String announcement;
    private @Nullable Instant publishedAt;

    /** First and last version of the published list in which the entry stands. */
    @Nullable
    Long firstListedIn;

    @Nullable
    Long lastListedIn;

    @ElementCollection
    @CollectionTable(joinColumns = @JoinColumn(name = "listing_id"), name = "listing_act")
    @OrderColumn(name = "position")
    private List<ActTaken> acts = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Listing() {}

    private Listing(NewListing proposal, EnterpriseView subject) {
        this.id = Ids.next();
        this.uscc = subject.uscc();
        this.enterpriseName = subject.name();
        this.kind = proposal.kind();
        this.field = proposal.field();
        this.ground = proposal.ground().strip();
        this.legalBasis = proposal.legalBasis();
        this.region = subject.region();
        this.state = ListingState.DRAFT;
        this.decision = proposal.decision();
        this.validUntil = proposal.validUntil();
    }

    /**
     * Proposes an entry.
     *
     * @throws Problem why a policy refuses
     */
    static Listing draft(NewListing proposal, EnterpriseView subject, Circumstances now) {
        var listing = new Listing(proposal, subject);
        listing.take(ListingTransitions.OPENING, "", now);
        return listing;
    }

    /** Turns a proposal down, for a reason. */
    ListingEvent.Rejected reject(String reason, Circumstances now) {
        take(ListingTransitions.of(state, ListingAct.REJECT), reason, now);
        return new ListingEvent.Rejected();
    }

    /**
     * Puts the entry on the public list.
     *
     * @param listVersion number of the list in which it stands first
     */
    ListingEvent.Published publish(@Nullable String announcement, long listVersion, Circumstances now) {
        take(ListingTransitions.of(state, ListingAct.PUBLISH), announcement == null ? "" : announcement, now);
        this.announcement = announcement;
        this.publishedAt = now.moment();
        this.firstListedIn = listVersion;
        return new ListingEvent.Published(version + 1, snapshot());
    }

    /**
     * Takes the entry off the public list, for a reason.
     *
     * @param listVersion number of the list in which it no longer stands
     */
    ListingEvent.Withdrawn withdraw(String reason, long listVersion, Circumstances now) {
        take(ListingTransitions.of(state, ListingAct.WITHDRAW), reason, now);
        this.lastListedIn = listVersion - 1;
        return new ListingEvent.Withdrawn(version + 1, snapshot());
    }

    /** The one way to another state: along a row of the table, if none of its policies refuses. */
    private void take(ListingTransitions.Transition row, String reason, Circumstances now) {
        for (var policy : row.policies()) {
            policy.refusal(this, now).ifPresent(refusal -> {
                throw refusal;
            });
        }
        state = row.to();
        acts.add(new ActTaken(row.act(), now.official().id(), now.moment(), reason));
    }

    /** Whether this person had a hand in what is to be decided on. */
    boolean wasPreparedBy(String official) {
        return acts.stream().anyMatch(act -> act.official().equals(official));
    }

    boolean isWithinTerm(LocalDate day) {
        return validUntil == null || !day.isAfter(validUntil);
    }

    Optional<LocalDate> decisionDate() {
        return Optional.ofNullable(decision().decidedOn());
    }

    DecisionDocument decision() {
        return decision == null ? DecisionDocument.NONE : decision;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    ListingKind kind() {
        return kind;
    }

    UnifiedSocialCreditCode uscc() {
        return new UnifiedSocialCreditCode(uscc);
    }

    RegionCode region() {
        return new RegionCode(region);
    }

    String legalBasis() {
        return legalBasis;
    }

    ListingState state() {
        return state;
    }

    ListingView view() {
        return new ListingView(
                id,
                version,
                uscc,
                enterpriseName,
                kind,
                field,
                ground,
                legalBasis,
                region,
                state,
                decision,
                validUntil,
                announcement,
                publishedAt,
                List.copyOf(acts));
    }

    private ListingEvent.Snapshot snapshot() {
        return new ListingEvent.Snapshot(
                id,
                uscc,
                enterpriseName,
                kind,
                field,
                ground,
                legalBasis,
                region,
                decision().authority(),
                decision().documentNumber(),
                state,
                publishedAt,
                validUntil);
    }
}

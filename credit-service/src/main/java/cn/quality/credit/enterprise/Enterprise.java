package cn.quality.credit.enterprise;

import cn.quality.credit.identifier.RegionCode;
import cn.quality.credit.identifier.UnifiedSocialCreditCode;
import cn.quality.platform.clock.LegalDates;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A subject of the credit record. */
@Entity
class Enterprise {

    @Id
    UUID id;

    @Version
    long version;

    private String uscc;
    private String name;

    /** What the search by name needs: derived from the name, whenever it is set. */
    private String normalisedName;

    String[] bigrams;

    /** Those of the present and of all former names. */
    String[] nameTerms;

    private @Nullable LocalDate nameSince;

    @ElementCollection
    @CollectionTable(joinColumns = @JoinColumn(name = "enterprise_id"), name = "former_name")
    @OrderColumn(name = "position")
    private List<NameGivenUp> formerNames = new ArrayList<>();

    private String region;

    @Enumerated(EnumType.STRING)
    private SubjectType subjectType;

    @Enumerated(EnumType.STRING)
    private EnterpriseStatus status;

    private @Nullable String industry;
    private String[] fields;
    private @Nullable LocalDate registeredOn;
    private @Nullable String address;
    private boolean fictional;
    String sourceDepartment;
    String sourceRecordNumber;
    private Instant recordedAt;

    @Embedded
    private @Nullable Closure closure;

    @SuppressWarnings("NullAway.Init")
    protected Enterprise() {}

    @SuppressWarnings("NullAway.Init") // the name's derived fields are set with it
    private Enterprise(NewEnterprise from, UnifiedSocialCreditCode code, RegionCode region, Instant now) {
        this.id = Ids.next();
        this.uscc = code.value();
        nameIt(from.name().strip());
        this.region = region.value();
        this.subjectType = from.subjectType();
        this.status = EnterpriseStatus.ACTIVE;
        this.industry = from.industry();
        this.fields = (from.fields() == null ? Set.<ActivityField>of() : from.fields())
                .stream().sorted().map(Enum::name).toArray(String[]::new);
        this.registeredOn = from.registeredOn();
        this.address = from.address();
        this.fictional = from.fictional();
        this.sourceDepartment = from.source().department();
        this.sourceRecordNumber = from.source().recordNumber();
        this.recordedAt = now;
    }

    /** A new file, opened for an enterprise that exists. */
    static Enterprise register(NewEnterprise from, UnifiedSocialCreditCode code, RegionCode region, Instant now) {
        return new Enterprise(from, code, region, now);
    }

    /**
     * Gives it another name and keeps the one it had.
     *
     * @return what to tell; nothing when this is its name already
     * @throws Problem 409 {@code enterprise-closed}, 422 {@code unsuitable-date}
     */
    Optional<EnterpriseEvent.Renamed> rename(NewName change, Instant now) {
        if (closure != null) {
            throw EnterpriseProblems.closed(uscc, closure);
        }
        var newName = change.name().strip();
        if (newName.equals(name)) {
            return Optional.empty();
        }
        requireOrder("effectiveFrom", change.effectiveFrom(), now);
        formerNames.add(new NameGivenUp(
                name,
                normalisedName,
                bigrams,
                presentNameFrom(),
                change.effectiveFrom(),
                change.reason().strip(),
                change.source().department(),
                change.source().recordNumber(),
                now));
        nameIt(newName);
        nameSince = change.effectiveFrom();
        return Optional.of(new EnterpriseEvent.Renamed(version + 1, snapshot()));
    }

    /**
     * Ends it. The first report of the end stays.
     *
     * @return what to tell; nothing when it has been closed before
     * @throws Problem 422 {@code unsuitable-date}
     */
    Optional<EnterpriseEvent.Closed> close(NewClosure end, Instant now) {
        if (closure != null) {
            return Optional.empty();
        }
        requireOrder("closedOn", end.closedOn(), now);
        closure = new Closure(
                end.closedOn(),
                end.reason().strip(),
                end.source().department(),
                end.source().recordNumber(),
                now);
        status = EnterpriseStatus.CLOSED;
        return Optional.of(new EnterpriseEvent.Closed(version + 1, snapshot()));
    }

    /** What is put on file has happened, and after what is on file already. */
    private void requireOrder(String field, LocalDate day, Instant now) {
        if (day.isAfter(LegalDates.on(now))) {
            throw EnterpriseProblems.future(field, day);
        }
        var since = presentNameFrom();
        if (since != null && day.isBefore(since)) {
            throw EnterpriseProblems.tooEarly(field, day, since);
        }
    }

    private @Nullable LocalDate presentNameFrom() {
        return nameSince == null ? registeredOn : nameSince;
    }

    EnterpriseEvent.Registered registered() {
        return new EnterpriseEvent.Registered(version, snapshot());
    }

    EnterpriseView view() {
        return new EnterpriseView(
                id,
                uscc,
                name,
                region,
                subjectType,
                status,
                industry,
                activityFields(),
                registeredOn,
                address,
                fictional,
                recordedAt);
    }

    EnterpriseHistory history() {
        return new EnterpriseHistory(
                id,
                version,
                uscc,
                name,
                nameSince,
                formerNames.stream().map(NameGivenUp::view).toList(),
                status,
                closedOn(),
                closure == null ? null : closure.closureReason());
    }

    String region() {
        return region;
    }

    private @Nullable LocalDate closedOn() {
        return closure == null ? null : closure.closedOn();
    }

    private EnterpriseEvent.Snapshot snapshot() {
        return new EnterpriseEvent.Snapshot(
                uscc,
                name,
                region,
                status,
                subjectType,
                industry,
                activityFields(),
                registeredOn,
                closedOn(),
                fictional);
    }

    private List<ActivityField> activityFields() {
        return Arrays.stream(fields).map(ActivityField::valueOf).toList();
    }

    private void nameIt(String name) {
        this.name = name;
        this.normalisedName = NameNormaliser.normalise(name);
        var terms = NameNormaliser.bigrams(normalisedName);
        this.bigrams = terms.toArray(String[]::new);
        formerNames.forEach(former -> terms.addAll(List.of(former.bigrams())));
        this.nameTerms = terms.toArray(String[]::new);
    }
}

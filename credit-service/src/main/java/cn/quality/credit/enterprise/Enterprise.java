package cn.quality.credit.enterprise;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.id.Ids;
import cn.quality.platform.identifiers.Bigrams;
import cn.quality.platform.identifiers.NameNormaliser;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.Text;
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
import java.util.Objects;
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
    private @Nullable LocalDate regionSince;

    @ElementCollection
    @CollectionTable(joinColumns = @JoinColumn(name = "enterprise_id"), name = "former_region")
    @OrderColumn(name = "position")
    private List<RegionLeft> formerRegions = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    private SubjectType subjectType;

    @Enumerated(EnumType.STRING)
    private EnterpriseStatus status;

    private @Nullable String industry;
    private String[] fields;
    private @Nullable String address;
    private @Nullable String parent;

    @ElementCollection
    @CollectionTable(joinColumns = @JoinColumn(name = "enterprise_id"), name = "former_particulars")
    @OrderColumn(name = "position")
    private List<ParticularsReplaced> formerParticulars = new ArrayList<>();

    private @Nullable LocalDate registeredOn;
    private boolean fictional;

    /** Why the code is on file although it does not check. */
    private @Nullable String irregularReason;

    String sourceDepartment;
    String sourceRecordNumber;
    private Instant recordedAt;

    /** Of the last move or amendment: since then the public answer is as it is. */
    @Nullable
    Instant changedAt;

    @Embedded
    private @Nullable Closure closure;

    @SuppressWarnings("NullAway.Init")
    protected Enterprise() {}

    @SuppressWarnings("NullAway.Init") // the name's derived fields are set with it
    private Enterprise(
            NewEnterprise from,
            UnifiedSocialCreditCode code,
            RegionCode region,
            Optional<EnterpriseView> parent,
            Instant now) {
        this.id = Ids.next();
        this.uscc = code.value();
        nameIt(from.name().strip());
        this.region = region.value();
        this.subjectType = from.subjectType();
        this.status = EnterpriseStatus.ACTIVE;
        this.industry = from.industry();
        this.fields = stored(from.fields() == null ? Set.of() : from.fields());
        this.address = from.address();
        this.parent =
                parent.map(whose -> requireParent(whose, from.registeredOn())).orElse(null);
        this.registeredOn = from.registeredOn();
        this.fictional = from.fictional();
        this.irregularReason = code.isIrregular() ? from.irregularReason() : null;
        this.sourceDepartment = from.source().department();
        this.sourceRecordNumber = from.source().recordNumber();
        this.recordedAt = now;
    }

    /**
     * A new file, opened for an enterprise that exists.
     *
     * @param parent whom it is a part of, if it says so
     * @throws Problem 422 {@code unsuitable-parent}
     */
    static Enterprise register(
            NewEnterprise from,
            UnifiedSocialCreditCode code,
            RegionCode region,
            Optional<EnterpriseView> parent,
            Instant now) {
        return new Enterprise(from, code, region, parent, now);
    }

    /**
     * Whether its file was opened with what is sent, or says so by now: sent again, nothing of it is lost. What it was at
     * first is only looked up where the present differs.
     */
    boolean isRegisteredFrom(NewEnterprise sent, UnifiedSocialCreditCode code) {
        var sentName = sent.name().strip();
        return uscc.equals(code.value())
                && subjectType == sent.subjectType()
                && Objects.equals(registeredOn, sent.registeredOn())
                && fictional == sent.fictional()
                && (name.equals(sentName)
                        || formerNames.stream()
                                .limit(1)
                                .anyMatch(first -> first.name().equals(sentName)))
                && (region.equals(sent.region())
                        || formerRegions.stream()
                                .limit(1)
                                .anyMatch(first -> first.region().equals(sent.region())))
                && (new Particulars(industry, fields, address, parent).areThoseOf(sent)
                        || particularsBefore(0).areThoseOf(sent));
    }

    /** Whether this change of name was reported before, with the same content. */
    boolean isRenamedFrom(NewName sent) {
        for (int i = 0; i < formerNames.size(); i++) {
            if (formerNames.get(i).endedBy(sent.source())) {
                var next = i + 1 < formerNames.size() ? formerNames.get(i + 1).name() : name;
                return next.equals(sent.name().strip())
                        && formerNames.get(i).validTo().equals(sent.effectiveFrom());
            }
        }
        return false;
    }

    /** Whether this move was reported before, with the same content. */
    boolean isRelocatedFrom(NewRegion sent) {
        for (int i = 0; i < formerRegions.size(); i++) {
            if (formerRegions.get(i).endedBy(sent.source())) {
                var next =
                        i + 1 < formerRegions.size() ? formerRegions.get(i + 1).region() : region;
                return next.equals(sent.region())
                        && formerRegions.get(i).validTo().equals(sent.effectiveFrom());
            }
        }
        return false;
    }

    /** Whether this amendment was reported before, with the same content. */
    boolean isAmendedFrom(NewAmendment sent) {
        for (int i = 0; i < formerParticulars.size(); i++) {
            if (formerParticulars.get(i).endedBy(sent.source())) {
                var next = particularsBefore(i + 1);
                return formerParticulars.get(i).validTo().equals(sent.effectiveFrom())
                        && (sent.industry() == null || sent.industry().equals(next.industry))
                        && (sent.fields() == null || Arrays.equals(stored(sent.fields()), next.fields))
                        && (sent.address() == null || sent.address().strip().equals(next.address))
                        && (sent.parent() == null
                                || UnifiedSocialCreditCode.written(sent.parent())
                                        .equals(next.parent));
            }
        }
        return false;
    }

    private record Particulars(
            @Nullable String industry,
            String[] fields,
            @Nullable String address,
            @Nullable String parent) {

        boolean areThoseOf(NewEnterprise sent) {
            return Objects.equals(industry, sent.industry())
                    && Arrays.equals(fields, stored(sent.fields() == null ? Set.of() : sent.fields()))
                    && Objects.equals(address, sent.address())
                    && Objects.equals(
                            parent, sent.parent() == null ? null : UnifiedSocialCreditCode.written(sent.parent()));
        }
    }

    /** Those that held before this amendment; behind the last one, those that hold now. */
    private Particulars particularsBefore(int amendment) {
        if (amendment == formerParticulars.size()) {
            return new Particulars(industry, fields, address, parent);
        }
        var then = formerParticulars.get(amendment);
        return new Particulars(then.industry(), then.fields(), then.address(), then.parent());
    }

    /**
     * Gives it another name and retains the one it had.
     *
     * @return what to tell; nothing when this is its name already
     * @throws Problem 409 {@code enterprise-closed}, 422 {@code unsuitable-date}
     */
    Optional<EnterpriseEvent.Renamed> rename(NewName change, Instant now) {
        requireOpen();
        var newName = change.name().strip();
        if (newName.equals(name)) {
            return Optional.empty();
        }
        requireOrder("effectiveFrom", change.effectiveFrom(), presentNameFrom(), now);
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
     * Moves it to another region and retains the one it was in.
     *
     * @return what to tell; nothing when it is there already
     * @throws Problem 409 {@code enterprise-closed}, 422 {@code unsuitable-date}
     */
    Optional<EnterpriseEvent.Relocated> relocate(NewRegion move, RegionCode to, Instant now) {
        requireOpen();
        if (to.value().equals(region)) {
            return Optional.empty();
        }
        requireOrder("effectiveFrom", move.effectiveFrom(), presentRegionFrom(), now);
        formerRegions.add(new RegionLeft(
                region,
                presentRegionFrom(),
                move.effectiveFrom(),
                move.reason().strip(),
                move.source().department(),
                move.source().recordNumber(),
                now));
        region = to.value();
        regionSince = move.effectiveFrom();
        changedAt = now;
        return Optional.of(new EnterpriseEvent.Relocated(version + 1, snapshot()));
    }

    /**
     * Gives it other particulars and retains those it had.
     *
     * @param whose the parent it names, if it names one
     * @return what to tell; nothing when all is so already
     * @throws Problem 409 {@code enterprise-closed}, 422 {@code unsuitable-date}, {@code unsuitable-parent}
     */
    Optional<EnterpriseEvent.Amended> amend(NewAmendment change, Optional<EnterpriseView> whose, Instant now) {
        requireOpen();
        var newIndustry = change.industry() == null ? industry : change.industry();
        var newFields = change.fields() == null ? fields : stored(change.fields());
        var newAddress = change.address() == null ? address : change.address().strip();
        var newParent = whose.map(named -> requireParent(named, registeredOn)).orElse(parent);
        if (Objects.equals(newIndustry, industry)
                && Arrays.equals(newFields, fields)
                && Objects.equals(newAddress, address)
                && Objects.equals(newParent, parent)) {
            return Optional.empty();
        }
        requireOrder("effectiveFrom", change.effectiveFrom(), presentParticularsFrom(), now);
        formerParticulars.add(new ParticularsReplaced(
                industry,
                fields,
                address,
                parent,
                change.effectiveFrom(),
                change.reason().strip(),
                change.source().department(),
                change.source().recordNumber(),
                now));
        industry = newIndustry;
        fields = newFields;
        address = newAddress;
        parent = newParent;
        changedAt = now;
        return Optional.of(new EnterpriseEvent.Amended(version + 1, snapshot()));
    }

    /**
     * Ends it. The first report of the end stays.
     *
     * @return what to tell; nothing when it has been closed before
     * @throws Problem 422 {@code unsuitable-date}; 409 {@code source-record-used} when the same report named another day
     */
    Optional<EnterpriseEvent.Closed> close(NewClosure end, Instant now) {
        if (closure != null) {
            if (closure.isOf(end.source()) && !closure.closedOn().equals(end.closedOn())) {
                throw EnterpriseProblems.sourceRecordUsed(end.source(), uscc);
            }
            return Optional.empty();
        }
        requireOrder("closedOn", end.closedOn(), latest(presentNameFrom(), presentRegionFrom()), now);
        closure = new Closure(
                end.closedOn(),
                end.reason().strip(),
                end.source().department(),
                end.source().recordNumber(),
                now);
        status = EnterpriseStatus.CLOSED;
        return Optional.of(new EnterpriseEvent.Closed(version + 1, snapshot()));
    }

    private void requireOpen() {
        if (closure != null) {
            throw EnterpriseProblems.closed(uscc, closure);
        }
    }

    /** What is put on file has happened, and after what is on file already. */
    private static void requireOrder(String field, LocalDate day, @Nullable LocalDate since, Instant now) {
        if (day.isAfter(LegalDates.on(now))) {
            throw EnterpriseProblems.future(field, day);
        }
        if (since != null && day.isBefore(since)) {
            throw EnterpriseProblems.tooEarly(field, day, since);
        }
    }

    private @Nullable LocalDate presentNameFrom() {
        return nameSince == null ? registeredOn : nameSince;
    }

    private @Nullable LocalDate presentRegionFrom() {
        return regionSince == null ? registeredOn : regionSince;
    }

    private @Nullable LocalDate presentParticularsFrom() {
        return formerParticulars.isEmpty()
                ? registeredOn
                : formerParticulars.getLast().validTo();
    }

    private static @Nullable LocalDate latest(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null || (b != null && b.isAfter(a)) ? b : a;
    }

    /**
     * @param since when the branch began; null when unknown
     * @return the code of the parent
     */
    private String requireParent(EnterpriseView whose, @Nullable LocalDate since) {
        if (subjectType != SubjectType.BRANCH) {
            throw EnterpriseProblems.unsuitableParent(
                    "not-a-branch", new Text("只有分支机构有所属企业", "Only a branch has a parent"));
        }
        if (whose.subjectType() == SubjectType.BRANCH) {
            throw EnterpriseProblems.unsuitableParent(
                    "is-branch", Text.of("%s 本身是分支机构", "%s is a branch itself", whose.uscc()));
        }
        if (whose.closedOn() != null && since != null && !since.isBefore(whose.closedOn())) {
            throw EnterpriseProblems.unsuitableParent(
                    "closed", Text.of("%s 已于 %s 注销", "%s was closed on %s", whose.uscc(), whose.closedOn()));
        }
        return whose.uscc();
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
                parent,
                registeredOn,
                closedOn(),
                address,
                fictional,
                recordedAt);
    }

    /** @param whose whom it is a part of, if it is */
    EnterpriseHistory history(Optional<EnterpriseView> whose) {
        return new EnterpriseHistory(
                id,
                version,
                uscc,
                irregularReason,
                name,
                nameSince,
                formerNames.stream().map(NameGivenUp::view).toList(),
                region,
                regionSince,
                formerRegions.stream().map(RegionLeft::view).toList(),
                industry,
                activityFields(),
                address,
                formerParticulars.stream().map(ParticularsReplaced::view).toList(),
                whose.map(known -> new Parent(known.uscc(), known.name(), known.status(), known.closedOn()))
                        .orElse(null),
                status,
                closedOn(),
                closure == null ? null : closure.closureReason());
    }

    Branch asBranch() {
        return new Branch(uscc, name, region, status, registeredOn, closedOn(), fictional);
    }

    String region() {
        return region;
    }

    Optional<String> parent() {
        return Optional.ofNullable(parent);
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
                parent,
                registeredOn,
                closedOn(),
                fictional);
    }

    private List<ActivityField> activityFields() {
        return Arrays.stream(fields).map(ActivityField::valueOf).toList();
    }

    private static String[] stored(Set<ActivityField> fields) {
        return fields.stream().sorted().map(Enum::name).toArray(String[]::new);
    }

    private void nameIt(String name) {
        this.name = name;
        this.normalisedName = NameNormaliser.normalise(name);
        var terms = Bigrams.of(normalisedName);
        this.bigrams = terms.toArray(String[]::new);
        formerNames.forEach(former -> terms.addAll(List.of(former.bigrams())));
        this.nameTerms = terms.toArray(String[]::new);
    }
}

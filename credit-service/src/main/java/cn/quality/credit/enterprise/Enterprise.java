package cn.quality.credit.enterprise;

import cn.quality.credit.identifier.RegionCode;
import cn.quality.credit.identifier.UnifiedSocialCreditCode;
import cn.quality.platform.id.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
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

    private EnterpriseEvent.Snapshot snapshot() {
        return new EnterpriseEvent.Snapshot(
                uscc, name, region, status, subjectType, industry, activityFields(), registeredOn, fictional);
    }

    private List<ActivityField> activityFields() {
        return Arrays.stream(fields).map(ActivityField::valueOf).toList();
    }

    private void nameIt(String name) {
        this.name = name;
        this.normalisedName = NameNormaliser.normalise(name);
        this.bigrams = NameNormaliser.bigrams(normalisedName).toArray(String[]::new);
    }
}

package cn.quality.credit.archive;

import cn.quality.credit.identifier.UnifiedSocialCreditCode;
import cn.quality.platform.id.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A fact on file. It is never changed: a correction will be a record of its own that names this one. */
@Entity
@Immutable
class ArchiveRecord {

    @Id
    UUID id;

    private String uscc;

    @Enumerated(EnumType.STRING)
    private RecordKind kind;

    private String title;
    private LocalDate occurredOn;
    private @Nullable LocalDate validFrom;
    private @Nullable LocalDate validTo;

    @Enumerated(EnumType.STRING)
    private @Nullable Severity severity;

    @Enumerated(EnumType.STRING)
    private Disclosure disclosure;

    @JdbcTypeCode(SqlTypes.JSON)
    private String details;

    private String sourceDepartment;
    private String sourceRecordNumber;
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    protected ArchiveRecord() {}

    private ArchiveRecord(NewRecord from, UnifiedSocialCreditCode code, Instant now) {
        this.id = Ids.next();
        this.uscc = code.value();
        this.kind = from.kind();
        this.title = from.title().strip();
        this.occurredOn = from.occurredOn();
        this.validFrom = from.validFrom();
        this.validTo = from.validTo();
        this.severity = from.severity();
        this.disclosure = from.disclosure();
        this.details = from.detailsOrNone().toString();
        this.sourceDepartment = from.source().department();
        this.sourceRecordNumber = from.source().recordNumber();
        this.recordedAt = now;
    }

    /** Puts a fact on file, unless a rule keeps it out. */
    static ArchiveRecord admit(NewRecord from, UnifiedSocialCreditCode code, Instant now) {
        EntryRule.admit(from);
        return new ArchiveRecord(from, code, now);
    }

    /** @param region where the enterprise is at present */
    RecordEvent.Recorded recorded(String region) {
        return new RecordEvent.Recorded(
                new RecordEvent.Snapshot(id, uscc, kind, sourceDepartment, occurredOn, disclosure, region));
    }

    RecordView view() {
        return new RecordView(
                id,
                uscc,
                kind,
                title,
                occurredOn,
                validFrom,
                validTo,
                severity,
                disclosure,
                details,
                sourceDepartment,
                sourceRecordNumber,
                recordedAt);
    }
}

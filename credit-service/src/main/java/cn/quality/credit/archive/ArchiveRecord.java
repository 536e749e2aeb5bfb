package cn.quality.credit.archive;

import cn.quality.credit.batch.Source;
import cn.quality.credit.rules.Severity;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.id.Ids;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.problem.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A fact on file. It is never changed: a correction is a record of its own that names this one and stands in its place. Of
 * a chain of corrections only the last one stands, and none once the chain is void.
 */
@Entity
@DynamicUpdate
class ArchiveRecord {

    /** 5 and 5.0 are the same figure, however they were written. */
    private static final Comparator<JsonNode> BY_VALUE =
            (a, b) -> a.isNumber() && b.isNumber() ? a.decimalValue().compareTo(b.decimalValue()) : a.equals(b) ? 0 : 1;

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

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> evidence;

    private String sourceDepartment;
    private String sourceRecordNumber;
    private Instant recordedAt;

    /** First of the chain; null for the first itself. */
    private @Nullable UUID chain;

    /** Place in the chain, counted from 1. */
    private int position;

    private @Nullable UUID corrects;
    private @Nullable String reason;
    private boolean voided;
    private boolean standing;

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
        this.evidence = from.evidenceOrNone();
        this.sourceDepartment = from.source().department();
        this.sourceRecordNumber = from.source().recordNumber();
        this.recordedAt = now;
        this.position = 1;
        this.standing = true;
    }

    /** What takes the place of this record. */
    private ArchiveRecord(ArchiveRecord corrected, NewRecord content, NewCorrection correction, Instant now) {
        this(content, new UnifiedSocialCreditCode(corrected.uscc), now);
        this.chain = corrected.chainId();
        this.position = corrected.position + 1;
        this.corrects = corrected.id;
        this.reason = correction.reason().strip();
        this.voided = correction.voids();
        this.standing = !correction.voids();
    }

    /**
     * Puts a fact on file, unless a rule refuses it.
     *
     * @throws Problem 422 with the clause that refuses it, or {@code unsuitable-date}; 400 when details do not fit the
     *     form of the kind
     */
    static ArchiveRecord admit(NewRecord from, UnifiedSocialCreditCode code, Instant now) {
        if (from.occurredOn().isAfter(LegalDates.on(now))) {
            throw ArchiveProblems.future(from.occurredOn());
        }
        EntryRule.admit(from);
        RecordSchemas.of(from.kind()).require(from.detailsOrNone());
        return new ArchiveRecord(from, code, now);
    }

    /**
     * Makes the record that takes the place of this one, or that voids the whole chain.
     *
     * @throws Problem as {@link #admit}; 403 {@code foreign-record} for a source of another department; 409 {@code superseded}
     *     when another record stands in its place, {@code record-void}
     */
    ArchiveRecord correct(NewCorrection correction, Instant now) {
        if (!sourceDepartment.equals(correction.source().department())) {
            throw ArchiveProblems.foreignRecord(sourceDepartment);
        }
        if (!standing) {
            throw voided ? ArchiveProblems.isVoid() : ArchiveProblems.superseded();
        }
        var next = correction
                .content(uscc, kind)
                .map(content -> {
                    admit(content, new UnifiedSocialCreditCode(uscc), now);
                    return new ArchiveRecord(this, content, correction, now);
                })
                .orElseGet(() -> new ArchiveRecord(this, unchanged(correction.source()), correction, now));
        standing = false;
        return next;
    }

    private NewRecord unchanged(Source source) {
        return new NewRecord(
                uscc,
                kind,
                title,
                occurredOn,
                validFrom,
                validTo,
                severity,
                disclosure,
                NewRecord.details(details),
                evidence,
                source);
    }

    NewPenalty asNewPenalty() {
        return new NewPenalty(
                Optional.ofNullable(severity),
                Optional.ofNullable(
                        NewRecord.details(details).path("violationKind").textValue()));
    }

    UUID chainId() {
        return chain == null ? id : chain;
    }

    /** Whether this is what is sent, so that sending it again changes nothing. */
    boolean isFiledFrom(NewRecord sent, UnifiedSocialCreditCode code) {
        return corrects == null && uscc.equals(code.value()) && kind == sent.kind() && hasContentOf(sent);
    }

    /** Whether this is what was made of the correction of that record. */
    boolean isMadeOf(NewCorrection correction, UUID corrected) {
        return corrected.equals(corrects)
                && voided == correction.voids()
                && correction.reason().strip().equals(reason)
                && correction.content(uscc, kind).map(this::hasContentOf).orElse(true);
    }

    private boolean hasContentOf(NewRecord sent) {
        return title.equals(sent.title().strip())
                && occurredOn.equals(sent.occurredOn())
                && Objects.equals(validFrom, sent.validFrom())
                && Objects.equals(validTo, sent.validTo())
                && severity == sent.severity()
                && disclosure == sent.disclosure()
                && NewRecord.details(details).equals(BY_VALUE, sent.detailsOrNone())
                && evidence.equals(sent.evidenceOrNone());
    }

    String uscc() {
        return uscc;
    }

    boolean isOf(String department) {
        return sourceDepartment.equals(department);
    }

    /**
     * What became of the chain with this record.
     *
     * @param region where the enterprise is at present
     */
    RecordEvent event(String region) {
        var snapshot = new RecordEvent.Snapshot(
                chainId(), id, uscc, kind, sourceDepartment, occurredOn, disclosure, region, sampling(), position);
        if (position == 1) {
            return new RecordEvent.Recorded(snapshot);
        }
        return voided ? new RecordEvent.Voided(snapshot) : new RecordEvent.Corrected(snapshot);
    }

    /** What only officials may see leaves this service in no event. */
    private RecordEvent.@Nullable Sampling sampling() {
        return kind == RecordKind.SAMPLING_RESULT && disclosure == Disclosure.PUBLIC && !voided
                ? RecordEvent.Sampling.of(NewRecord.details(details), validTo)
                : null;
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
                evidence,
                sourceDepartment,
                sourceRecordNumber,
                recordedAt,
                position,
                corrects,
                reason,
                state());
    }

    private RecordView.State state() {
        if (standing) {
            return RecordView.State.STANDING;
        }
        return voided ? RecordView.State.VOID : RecordView.State.SUPERSEDED;
    }
}

package cn.quality.credit.archive;

import cn.quality.credit.Roles;
import cn.quality.credit.batch.ItemResult;
import cn.quality.credit.batch.Sender;
import cn.quality.credit.batch.Source;
import cn.quality.credit.enterprise.EnterpriseProblems;
import cn.quality.credit.enterprise.EnterpriseService;
import cn.quality.credit.enterprise.Presence;
import cn.quality.credit.evidence.EvidenceService;
import cn.quality.credit.owner.AccessRecord;
import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.outbox.OutboundEvent;
import cn.quality.platform.outbox.Outbox;
import cn.quality.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Puts facts on file, and corrects them. */
@ApplicationScoped
public class ArchiveService {

    private final RecordRepository records;
    private final EnterpriseService enterprises;
    private final EvidenceService evidence;
    private final Sender sender;
    private final Caller caller;
    private final AccessRecord looks;
    private final Outbox outbox;
    private final DecisionLog decisions;
    private final Clock clock;

    ArchiveService(
            RecordRepository records,
            EnterpriseService enterprises,
            EvidenceService evidence,
            Sender sender,
            Caller caller,
            AccessRecord looks,
            Outbox outbox,
            DecisionLog decisions,
            Clock clock) {
        this.records = records;
        this.enterprises = enterprises;
        this.evidence = evidence;
        this.sender = sender;
        this.caller = caller;
        this.looks = looks;
        this.outbox = outbox;
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * Files those records that may be, in one transaction; one outcome for each, in their order. A department sends records
     * of its own, with evidence it has brought itself.
     */
    @Transactional
    public List<ItemResult> file(List<NewRecord> items) {
        var brought = evidence.brought(
                items.stream().flatMap(item -> item.evidenceOrNone().stream()).collect(Collectors.toSet()),
                caller.id());
        var names = enterprises.names(items.stream()
                .filter(item -> item.subjectName() != null)
                .map(item -> UnifiedSocialCreditCode.written(item.uscc()))
                .collect(Collectors.toSet()));
        return file(items, (record, region) -> {
            sender.requireOwn(record.source(), region);
            brought.require(record.evidenceOrNone());
            if (record.subjectName() != null) {
                names.require(UnifiedSocialCreditCode.read(record.uscc()), "subjectName", record.subjectName());
            }
        });
    }

    /**
     * Hands over the records of a kind that stand, as the caller's department has sent them, by the day of the fact.
     *
     * @throws Problem 403 {@code foreign-department} for a caller of no department
     */
    @Transactional
    public void sent(RecordKind kind, LocalDate from, LocalDate to, Consumer<? super NewRecord> consumer) {
        records.sent(sender.requireDepartment(), kind, from, to, consumer);
    }

    /**
     * Puts a fact on file that another feature has established, in the transaction in which it did so. The rules about what
     * must not enter hold for it as for any other; the source identifies it, so the same fact is on file once.
     *
     * @return the record, whether new or there before
     * @throws Problem the reason why it may not enter
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID fileFinding(NewRecord fact) {
        return file(List.of(fact), (record, region) -> {}).getFirst().id();
    }

    /**
     * Voids a fact that another feature had put on file, in the transaction in which it turned out not to stand. Whatever was
     * corrected in it meanwhile, it is what stands of it that is voided.
     *
     * @param source the department that filed it, with its number of the voiding
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void voidFinding(UUID id, Source source, String reason) {
        var first = records.hold(id).orElseThrow(() -> ArchiveProblems.notFound(id));
        var last = records.chain(first.chainId()).getLast();
        if (last.view().state() == RecordView.State.STANDING) {
            replace(last, new NewCorrection(reason, source, true, null), regionOf(last));
        }
    }

    /** @param mayFile a check of a record in a region, without a transaction: one refusal is not to undo the others */
    private List<ItemResult> file(List<NewRecord> items, BiConsumer<NewRecord, String> mayFile) {
        var desk = new Desk(
                enterprises.presences(items.stream()
                        .map(item -> UnifiedSocialCreditCode.written(item.uscc()))
                        .collect(Collectors.toSet())),
                records.stored(items.stream().map(NewRecord::source).toList()),
                mayFile,
                clock.instant());
        var outcomes = items.stream().map(desk::take).toList();
        if (!desk.filed.isEmpty()) {
            records.persist(desk.filed);
            records.flush();
            outbox.appendAll(desk.events);
            var views = desk.filed.stream().map(ArchiveRecord::view).toList();
            decisions.append(new Decision(
                    "file-records",
                    "record",
                    views.getFirst().id().toString(),
                    views.size() + " filed",
                    "",
                    null,
                    views));
        }
        return outcomes;
    }

    /**
     * Puts a correction in the place of a record, or voids it. The source of the correction is its idempotency key.
     *
     * @throws Problem 404; 403 {@code foreign-department}, {@code foreign-region} or {@code foreign-record}; 409
     *     {@code superseded}, {@code record-void} or {@code source-record-used}; and as for a new record
     */
    @Transactional
    ItemResult correct(UUID id, NewCorrection correction) {
        var record = records.hold(id).orElseThrow(() -> ArchiveProblems.notFound(id));
        var region = regionOf(record);
        sender.requireOwn(correction.source(), region);
        var known = records.stored(List.of(correction.source())).get(correction.source());
        if (known != null) {
            if (!known.isMadeOf(correction, id)) {
                throw ArchiveProblems.sourceRecordUsed(correction.source(), known.id);
            }
            return new ItemResult.Duplicate(known.id);
        }
        evidence.require(correction.evidence(), caller.id());
        return new ItemResult.Accepted(replace(record, correction, region));
    }

    private UUID replace(ArchiveRecord record, NewCorrection correction, String region) {
        var before = record.view();
        var next = record.correct(correction, clock.instant());
        records.persist(next);
        records.flush();
        outbox.append(next.event(region).outbound());
        decisions.append(new Decision(
                correction.voids() ? "void-record" : "correct-record",
                "record",
                next.chainId().toString(),
                correction.reason(),
                "",
                before,
                next.view()));
        return next.id;
    }

    private String regionOf(ArchiveRecord record) {
        return enterprises.require(new UnifiedSocialCreditCode(record.uscc())).region();
    }

    @Transactional
    RecordView view(UUID id) {
        return records.findByIdOptional(id).map(ArchiveRecord::view).orElseThrow();
    }

    /** The penalties on the enterprise's file that were imposed after that day. */
    @Transactional
    public List<NewPenalty> penaltiesAfter(UnifiedSocialCreditCode uscc, LocalDate day) {
        return records.penaltiesAfter(uscc.value(), day).stream()
                .map(ArchiveRecord::asNewPenalty)
                .toList();
    }

    /**
     * The chain this record belongs to, for its department and the auditors.
     *
     * @throws Problem 404; 403 {@code foreign-department} or {@code foreign-region}
     */
    @Transactional
    RecordChain chain(UUID id) {
        var record = records.findByIdOptional(id).orElseThrow(() -> ArchiveProblems.notFound(id));
        if (caller.has(Roles.AUDITOR)) {
            looks.record("审计查阅档案记录", record.uscc());
        } else {
            sender.requireOwn(record.view().source(), regionOf(record));
        }
        var chain = records.chain(record.chainId()).stream()
                .map(ArchiveRecord::view)
                .toList();
        return new RecordChain(record.chainId(), chain.getLast().state(), chain);
    }

    /** One sitting at which records are filed: knows what was there before and what it has just taken. */
    private static final class Desk {

        private final Map<String, Presence> subjects;
        private final Map<Source, ArchiveRecord> stored;
        private final BiConsumer<NewRecord, String> mayFile;
        private final Instant now;
        private final List<ArchiveRecord> filed = new ArrayList<>();
        private final List<OutboundEvent> events = new ArrayList<>();

        Desk(
                Map<String, Presence> subjects,
                Map<Source, ArchiveRecord> stored,
                BiConsumer<NewRecord, String> mayFile,
                Instant now) {
            this.subjects = subjects;
            this.stored = stored;
            this.mayFile = mayFile;
            this.now = now;
        }

        ItemResult take(NewRecord item) {
            try {
                return file(item);
            } catch (Problem refused) {
                return new ItemResult.Rejected(refused);
            }
        }

        private ItemResult file(NewRecord item) {
            var code = UnifiedSocialCreditCode.read(item.uscc());
            var subject = subjects.get(code.value());
            if (subject == null) {
                throw EnterpriseProblems.unknown(code);
            }
            mayFile.accept(item, subject.region());
            var first = stored.get(item.source());
            if (first != null) {
                if (!first.isFiledFrom(item, code)) {
                    throw ArchiveProblems.sourceRecordUsed(item.source(), first.id);
                }
                return new ItemResult.Duplicate(first.id);
            }
            subject.requireExistedOn("occurredOn", item.occurredOn());
            var record = ArchiveRecord.admit(item, code, now);
            filed.add(record);
            events.add(record.event(subject.region()).outbound());
            stored.put(item.source(), record);
            return new ItemResult.Accepted(record.id);
        }
    }
}

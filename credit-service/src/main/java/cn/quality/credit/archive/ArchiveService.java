package cn.quality.credit.archive;

import cn.quality.credit.enterprise.EnterpriseProblems;
import cn.quality.credit.enterprise.EnterpriseService;
import cn.quality.credit.enterprise.EnterpriseView;
import cn.quality.credit.identifier.UnifiedSocialCreditCode;
import cn.quality.credit.intake.Outcome;
import cn.quality.credit.intake.Sender;
import cn.quality.credit.intake.Source;
import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.outbox.OutboundEvent;
import cn.quality.platform.outbox.Outbox;
import cn.quality.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts facts on file. */
@ApplicationScoped
public class ArchiveService {

    private final RecordRepository records;
    private final EnterpriseService enterprises;
    private final Sender sender;
    private final Outbox outbox;
    private final DecisionLog decisions;
    private final Clock clock;

    ArchiveService(
            RecordRepository records,
            EnterpriseService enterprises,
            Sender sender,
            Outbox outbox,
            DecisionLog decisions,
            Clock clock) {
        this.records = records;
        this.enterprises = enterprises;
        this.sender = sender;
        this.outbox = outbox;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Files those records that may be, in one transaction; one outcome for each, in their order. */
    @Transactional
    List<Outcome> file(List<NewRecord> items) {
        var desk = new Desk(
                enterprises.onFile(items.stream()
                        .map(item -> UnifiedSocialCreditCode.written(item.uscc()))
                        .collect(Collectors.toSet())),
                records.stored(items.stream().map(NewRecord::source).toList()),
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
     * Puts a fact on file that another feature has established, in the transaction in which it did so. The source identifies
     * it, so the same fact is on file once.
     *
     * @return the record, whether new or there before
     * @throws Problem the reason why it may not enter
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID fileFinding(NewRecord fact) {
        var code = UnifiedSocialCreditCode.parse(fact.uscc());
        var subject = enterprises.require(code);
        var first = records.stored(List.of(fact.source())).get(fact.source());
        if (first != null) {
            return first;
        }
        var record = ArchiveRecord.admit(fact, code, clock.instant());
        records.persistAndFlush(record);
        outbox.append(record.recorded(subject.region()).outbound());
        decisions.append(
                new Decision("file-records", "record", record.id.toString(), "1 filed", "", null, record.view()));
        return record.id;
    }

    @Transactional
    RecordView view(UUID id) {
        return records.findByIdOptional(id).map(ArchiveRecord::view).orElseThrow();
    }

    /** One sitting at which records are filed: knows what was there before and what it has just taken. */
    private final class Desk {

        private final Map<String, EnterpriseView> subjects;
        private final Map<Source, UUID> stored;
        private final Instant now;
        private final List<ArchiveRecord> filed = new ArrayList<>();
        private final List<OutboundEvent> events = new ArrayList<>();

        Desk(Map<String, EnterpriseView> subjects, Map<Source, UUID> stored, Instant now) {
            this.subjects = subjects;
            this.stored = stored;
            this.now = now;
        }

        Outcome take(NewRecord item) {
            try {
                return file(item);
            } catch (Problem refused) {
                return new Outcome.Rejected(refused);
            }
        }

        private Outcome file(NewRecord item) {
            var code = UnifiedSocialCreditCode.parse(item.uscc());
            var subject = subjects.get(code.value());
            if (subject == null) {
                throw EnterpriseProblems.unknown(code);
            }
            sender.requireOwn(item.source(), subject.region());
            var first = stored.get(item.source());
            if (first != null) {
                return new Outcome.Duplicate(first);
            }
            subject.requireExistedOn("occurredOn", item.occurredOn());
            var record = ArchiveRecord.admit(item, code, now);
            filed.add(record);
            events.add(record.recorded(subject.region()).outbound());
            stored.put(item.source(), record.id);
            return new Outcome.Accepted(record.id);
        }
    }
}

package cn.quality.credit.archive;

import cn.quality.credit.batch.Source;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.inbox.EventConsumer;
import cn.quality.platform.inbox.InboundEvent;
import cn.quality.platform.sql.Jdbc;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Files what the supervision of standards publicises (标准化法 art. 38; 山东省标准化条例 art. 37), and voids the record when it is
 * publicised no more: corrected after all, or found in error. The newest sequence wins, so an end that comes first leaves
 * nothing to file.
 */
@ApplicationScoped
class PublicityConsumer implements EventConsumer {

    private static final String TOPIC = "quality.standards.supervision";
    private static final String PUBLICISED = "cn.quality.standards.supervision.publicised.v1";
    private static final String ENDED = "cn.quality.standards.supervision.ended.v1";

    /** The department of which the platform's findings are. */
    private static final String DEPARTMENT = "标准化行政主管部门";

    private static final String NEWER = """
            insert into publicised_finding as known (case_id, uscc, sequence, received_at) values (?, ?, ?, ?)
            on conflict (case_id) do update set sequence = excluded.sequence, received_at = excluded.received_at
            where known.sequence < excluded.sequence""";

    private final ArchiveService archive;
    private final Jdbc sql;
    private final Clock clock;

    PublicityConsumer(ArchiveService archive, Jdbc sql, Clock clock) {
        this.archive = archive;
        this.sql = sql;
        this.clock = clock;
    }

    /** What this service needs of a publicised finding. */
    record Publicised(
            UUID caseId,
            String uscc,
            @Nullable String standardNumber,
            String breachZh,
            String orderNumber,
            LocalDate due,
            Instant publicisedAt) {}

    /** @param state why it is publicised no more */
    record Ended(UUID caseId, String uscc, String state) {}

    @Override
    public String group() {
        return "credit-publicity";
    }

    @Override
    public Set<String> topics() {
        return Set.of(TOPIC);
    }

    @Override
    public void on(InboundEvent event) throws JsonProcessingException {
        if (event.type().equals(PUBLICISED)) {
            file(event.data(Publicised.class), event.sequence());
        } else if (event.type().equals(ENDED)) {
            end(event.data(Ended.class), event.sequence());
        }
    }

    private void file(Publicised finding, long sequence) {
        if (!isNewer(finding.caseId(), finding.uscc(), sequence)) {
            return;
        }
        var details = JsonNodeFactory.instance
                .objectNode()
                .put("conduct", "PUBLICISED")
                .put("standardNumber", finding.standardNumber() == null ? "未声明" : finding.standardNumber())
                .put("breach", finding.breachZh())
                .put("orderNumber", finding.orderNumber())
                .put("due", finding.due().toString());
        var record = archive.fileFinding(new NewRecord(
                finding.uscc(),
                RecordKind.STANDARDS_CONDUCT,
                finding.breachZh() + "，逾期未改正被公示",
                LegalDates.on(finding.publicisedAt()),
                null,
                null,
                null,
                Disclosure.PUBLIC,
                details,
                null,
                new Source(DEPARTMENT, finding.caseId().toString())));
        sql.update("update publicised_finding set record_id = ? where case_id = ?", record, finding.caseId());
    }

    private void end(Ended ended, long sequence) {
        if (!isNewer(ended.caseId(), ended.uscc(), sequence)) {
            return;
        }
        sql.first(
                        "select record_id from publicised_finding where case_id = ?",
                        row -> Optional.ofNullable(row.getObject(1, UUID.class)),
                        ended.caseId())
                .flatMap(record -> record)
                .ifPresent(record -> archive.voidFinding(
                        record,
                        new Source(DEPARTMENT, ended.caseId() + " " + sequence),
                        ended.state().equals("LIFTED") ? "公示后已改正，公示结束" : "认定有误，已撤销"));
    }

    private boolean isNewer(UUID caseId, String uscc, long sequence) {
        return sql.update(NEWER, caseId, uscc, sequence, clock.instant()) == 1;
    }
}

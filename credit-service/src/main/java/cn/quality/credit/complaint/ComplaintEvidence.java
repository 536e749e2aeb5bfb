package cn.quality.credit.complaint;

import cn.quality.credit.evidence.EvidenceService;
import cn.quality.credit.evidence.EvidenceView;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.sql.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The files that belong to a complaint. The complaint owns them, so no other rules disclose them. */
@ApplicationScoped
class ComplaintEvidence {

    static final ProblemType TOO_MANY_FILES =
            new ProblemType(409, "too-many-files", new Text("证据文件过多", "Too many files"));

    private final Jdbc sql;
    private final EvidenceService evidence;
    private final ComplaintConfig config;
    private final Clock clock;

    ComplaintEvidence(Jdbc sql, EvidenceService evidence, ComplaintConfig config, Clock clock) {
        this.sql = sql;
        this.evidence = evidence;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Stores a file with a complaint; the same file again is stored once.
     *
     * @throws Problem 409 {@code illegal-transition} when the complaint has ended, {@code too-many-files}; 413, 415 and 422
     *     as {@link EvidenceService#keep}
     */
    EvidenceView add(Receipt receipt, String fileName, InputStream content) {
        var complaint = complaint(receipt);
        ComplaintTransitions.of(complaint.kind.way()).of(complaint.state, ComplaintAct.ADD);
        if (list(complaint.id).size() >= config.files()) {
            throw new Problem(
                    TOO_MANY_FILES, Text.of("每件最多 %d 个证据文件", "A complaint takes %d files at most", config.files()));
        }
        var kept = evidence.keep(owner(complaint.id), fileName, content);
        sql.update(
                "insert into complaint_evidence (complaint_id, evidence_id, added_at) values (?, ?, ?) on conflict do nothing",
                complaint.id,
                kept.id(),
                clock.instant());
        return kept;
    }

    List<EvidenceView> list(Receipt receipt) {
        var complaint = complaint(receipt);
        return evidence.require(list(complaint.id), owner(complaint.id));
    }

    /** @throws Problem 404 when the complaint has no such file */
    EvidenceService.Content open(Receipt receipt, UUID file) {
        if (!list(complaint(receipt).id).contains(file)) {
            throw new Problem(ProblemTypes.NOT_FOUND, new Text("该件没有这一证据文件", "It has no such file"));
        }
        return evidence.open(file);
    }

    /** After the retention: the files themselves as well. */
    void forget(UUID complaint) {
        sql.update("delete from complaint_evidence where complaint_id = ?", complaint);
        evidence.forgetAllOf(owner(complaint));
    }

    private List<UUID> list(UUID complaint) {
        return sql.query(
                "select evidence_id from complaint_evidence where complaint_id = ? order by added_at, evidence_id",
                row -> row.getObject("evidence_id", UUID.class),
                complaint);
    }

    private record Standing(UUID id, ComplaintKind kind, ComplaintState state) {}

    private Standing complaint(Receipt receipt) {
        return sql.first(
                        "select id, kind, state from complaint where receipt = ?",
                        row -> new Standing(
                                row.getObject("id", UUID.class),
                                ComplaintKind.valueOf(row.getString("kind")),
                                ComplaintState.valueOf(row.getString("state"))),
                        receipt.value())
                .orElseThrow(
                        () -> new Problem(ProblemTypes.NOT_FOUND, new Text("没有这一投诉举报", "There is no such complaint")));
    }

    private static String owner(UUID complaint) {
        return "complaint/" + complaint;
    }
}

package cn.quality.standards.check;

import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.digest.Digests;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.idempotency.Idempotency;
import cn.quality.platform.json.Json;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Takes lists in, answers them some lines at a time, and forgets them after a week. */
@ApplicationScoped
class CheckJobService {

    static final ProblemType NOT_DONE = new ProblemType(409, "check-not-done", Text.of("尚无结果", "No result yet"));

    private static final int AT_ONCE = 200;
    private static final Period KEPT = Period.ofDays(7);

    private final CheckJobRepository jobs;
    private final CheckService checks;
    private final Idempotency idempotency;
    private final DecisionLog decisions;
    private final ObjectMapper json;
    private final Clock clock;

    CheckJobService(
            CheckJobRepository jobs,
            CheckService checks,
            Idempotency idempotency,
            DecisionLog decisions,
            ObjectMapper json,
            Clock clock) {
        this.jobs = jobs;
        this.checks = checks;
        this.idempotency = idempotency;
        this.decisions = decisions;
        this.json = json;
        this.clock = clock;
    }

    /** Takes a list in, once per key. @return its identifier */
    @Transactional
    UUID submit(String owner, List<CheckLine> lines, Preconditions sent) {
        var digest = Digests.sha256(Json.unchecked(() -> json.writeValueAsBytes(lines)));
        return idempotency.once("check-job.submit", sent.idempotencyKey(), digest, () -> {
            var id = UUID.randomUUID();
            jobs.add(id, owner, lines, digest, clock.instant());
            decisions.append(new Decision(
                    "check-job.submit", "check-job", id.toString(), lines.size() + " lines", "", null, digest));
            return id;
        });
    }

    /** @throws Problem 404 for another's, too */
    CheckJobView find(UUID id, String owner) {
        return jobs.find(id, owner)
                .orElseThrow(() ->
                        new Problem(ProblemTypes.NOT_FOUND, Text.of("没有查验任务 %s", "there is no check job %s", id)));
    }

    /** @throws Problem 404; 409 {@code check-not-done} until every line is answered */
    void requireDone(UUID id, String owner) {
        var job = find(id, owner);
        if (job.finishedAt() == null) {
            throw new Problem(
                    NOT_DONE, Text.of("已完成 %d / %d 行", "%d of %d lines are answered", job.done(), job.lines()));
        }
    }

    void answers(UUID id, Consumer<? super CheckAnswer> reader) {
        jobs.answers(id, reader);
    }

    /** Answers some lines of whichever list. @return whether there were any */
    @Transactional
    @ActivateRequestContext
    boolean work() {
        // Before the next lines, for another process may have answered the last ones at the same time as this one.
        jobs.finish(clock.instant());
        var claims = jobs.claim(AT_ONCE);
        jobs.answer(
                claims,
                claims.stream()
                        .map(claim -> claim.asked().answered(claim.line(), checks))
                        .toList());
        return !claims.isEmpty();
    }

    /** Deletes what nobody came for. */
    @Transactional
    void forgetOld() {
        jobs.forget(clock.instant().atOffset(ZoneOffset.UTC).minus(KEPT).toInstant());
    }
}

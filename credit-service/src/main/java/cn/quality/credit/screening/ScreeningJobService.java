package cn.quality.credit.screening;

import cn.quality.credit.owner.AccessRecord;
import cn.quality.credit.screening.ScreeningJobRepository.Claim;
import cn.quality.credit.screening.ScreeningJobRepository.Job;
import cn.quality.credit.screening.ScreeningJobRepository.Tally;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.id.Ids;
import cn.quality.platform.idempotency.Idempotency;
import cn.quality.platform.identity.CurrentActor;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes jobs in, stores what workers find, and returns results. */
@ApplicationScoped
class ScreeningJobService {

    static final ProblemType TOO_MANY_JOBS =
            new ProblemType(429, "too-many-jobs", new Text("未完成的任务过多", "Too many unfinished jobs"));
    static final ProblemType NOT_DONE = new ProblemType(409, "job-not-done", new Text("任务没有结果", "No result yet"));
    static final ProblemType GONE = new ProblemType(410, "result-gone", new Text("结果已删除", "The result is gone"));

    private final ScreeningJobRepository jobs;
    private final ScreeningRepository lists;
    private final Screener screener;
    private final RowCodec codec;
    private final Idempotency idempotency;
    private final AccessRecord looks;
    private final DecisionLog decisions;
    private final CurrentActor actor;
    private final ScreeningConfig config;
    private final Clock clock;

    ScreeningJobService(
            ScreeningJobRepository jobs,
            ScreeningRepository lists,
            Screener screener,
            RowCodec codec,
            Idempotency idempotency,
            AccessRecord looks,
            DecisionLog decisions,
            CurrentActor actor,
            ScreeningConfig config,
            Clock clock) {
        this.jobs = jobs;
        this.lists = lists;
        this.screener = screener;
        this.codec = codec;
        this.idempotency = idempotency;
        this.looks = looks;
        this.decisions = decisions;
        this.actor = actor;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Takes a job in; once per key, whatever happens to the answer.
     *
     * @throws Problem 429 {@code too-many-jobs}
     */
    @Transactional
    UUID submit(String purpose, Optional<String> key, Upload upload) {
        var request = Map.of("purpose", purpose, "digest", upload.digest());
        return idempotency.once("screening-job", key, request, () -> start(purpose, upload));
    }

    private UUID start(String purpose, Upload upload) {
        jobs.queueUp(actor.id());
        int unfinished = jobs.unfinished(actor.id());
        if (unfinished >= config.jobsPerClient()) {
            throw new Problem(
                    TOO_MANY_JOBS,
                    Text.of(
                            "已有%d个未完成的任务，请等待或取消其一",
                            "There are %d unfinished jobs; wait for one or cancel it", unfinished));
        }
        var id = Ids.next();
        jobs.keep(id, actor.id(), purpose, clock.instant(), upload);
        log("submit", id, purpose);
        return id;
    }

    Optional<ScreeningJobView> find(UUID id) {
        return jobs.find(id).map(this::view);
    }

    /** @param client whose jobs; everybody's when absent */
    Page<ScreeningJobView> newest(Optional<String> client, PageRequest page) {
        return Page.of(jobs.newest(client, page), page, job -> Cursor.of(job.id()))
                .map(this::view);
    }

    /**
     * Cancels what is not done, deletes the result of what is. Again and again changes nothing.
     *
     * @return whether there was such a job of this client
     */
    @Transactional
    boolean forget(UUID id) {
        var job = jobs.lock(id).filter(one -> one.client().equals(actor.id()));
        job.ifPresent(one -> {
            if (!one.state().isFinished()) {
                end(one, ScreeningJobState.CANCELLED, null);
            } else if (one.state() == ScreeningJobState.DONE) {
                end(one, ScreeningJobState.FORGOTTEN, null);
            }
        });
        return job.isPresent();
    }

    /** Deletes the results whose time is over. */
    @Transactional
    void forgetOld() {
        for (var id : jobs.doneBefore(clock.instant().minus(config.keepResults()))) {
            jobs.lock(id)
                    .filter(job -> job.state() == ScreeningJobState.DONE)
                    .ifPresent(job -> end(job, ScreeningJobState.FORGOTTEN, null));
        }
    }

    /** A chunk for a worker, if one waits. */
    Optional<Claim> claim() {
        var now = clock.instant();
        return jobs.claim(now, now.plus(config.lease()));
    }

    /** What is found for the rows of a chunk. */
    @Transactional
    List<JobResult> screen(Claim claim) {
        var rows = codec.decode(claim.subjects(), SubjectRow.class);
        var findings = screener.find(rows.stream()
                        .flatMap(row -> Stream.ofNullable(row.subject()))
                        .toList())
                .iterator();
        return rows.stream()
                .map(row -> row.subject() == null ? JobResult.unusable(row) : JobResult.of(row, findings.next()))
                .toList();
    }

    /** Keeps what a worker found. The last chunk finishes the job. Whoever has lost the lease is not heard. */
    @Transactional
    void keep(Claim claim, List<JobResult> results) {
        var job = jobs.lock(claim.job()).filter(one -> !one.state().isFinished());
        if (job.isPresent() && jobs.keep(claim, codec.encode(results))) {
            jobs.count(claim.job(), Tally.of(results));
            looks.record(job.get().client(), job.get().purpose(), JobResult.confirmed(results));
            if (job.get().done() + results.size() == job.get().rows()) {
                jobs.done(claim.job(), clock.instant());
                log("finish", claim.job(), "");
            }
        }
    }

    /** Lets a fault pass, or gives up. */
    @Transactional
    void fault(Claim claim, String reason) {
        if (claim.attempts() < config.attempts()) {
            jobs.release(claim, clock.instant().plus(config.retry().multipliedBy(claim.attempts())));
        } else {
            jobs.lock(claim.job())
                    .filter(job -> !job.state().isFinished())
                    .ifPresent(job -> end(
                            job,
                            ScreeningJobState.FAILED,
                            "Rows from %d on could not be screened in %d attempts: %s"
                                    .formatted(claim.number() * Upload.CHUNK + 1, config.attempts(), reason)));
        }
    }

    /**
     * A result that may be returned.
     *
     * @throws Problem 409 {@code job-not-done} or 410 {@code result-gone}
     */
    ScreeningJobView requireResult(ScreeningJobView job) {
        return switch (job.state()) {
            case DONE -> job;
            case FORGOTTEN ->
                throw new Problem(
                        GONE, new Text("结果已删除，仅存回执", "The result has been deleted; only the receipt is left"));
            default ->
                throw new Problem(NOT_DONE, Text.of("任务状态为 %s，没有结果可取", "The job is %s and has no result", job.state()));
        };
    }

    /**
     * Tells the result: of its one list version, less what has ended since then. A chunk is read at a time, each in a
     * statement of its own, so that a slow reader keeps nobody waiting.
     */
    void tell(ScreeningJobView job, Consumer<JobResult> reader) {
        for (int number = 0; number * Upload.CHUNK < job.rows(); number++) {
            var results = codec.decode(
                    jobs.result(job.id(), number)
                            .orElseThrow(() -> new IllegalStateException("Deleted while it was read: " + job.id())),
                    JobResult.class);
            var entries = lists.entries(
                    JobResult.confirmed(results), LegalDates.today(clock), Optional.ofNullable(job.listVersion()));
            results.forEach(row -> reader.accept(row.with(entries)));
        }
    }

    private void end(Job job, ScreeningJobState state, @Nullable String failure) {
        jobs.end(job.id(), state, clock.instant(), failure);
        log(
                switch (state) {
                    case CANCELLED -> "cancel";
                    case FORGOTTEN -> "forget";
                    default -> "fail";
                },
                job.id(),
                failure == null ? "" : failure);
    }

    private void log(String act, UUID job, String reason) {
        decisions.append(new Decision(
                "screening-job." + act,
                "screening-job",
                job.toString(),
                reason,
                "",
                null,
                jobs.find(job).orElseThrow()));
    }

    private ScreeningJobView view(Job job) {
        return new ScreeningJobView(
                job.id(),
                job.client(),
                job.purpose(),
                job.askedAt(),
                job.state(),
                job.rows(),
                job.skipped(),
                job.done(),
                job.matched(),
                job.review(),
                job.invalid(),
                job.startedAt(),
                estimatedEnd(job),
                job.finishedAt(),
                job.state() == ScreeningJobState.DONE && job.finishedAt() != null
                        ? job.finishedAt().plus(config.keepResults())
                        : null,
                job.listVersion(),
                job.failure(),
                job.requestDigest());
    }

    private @Nullable Instant estimatedEnd(Job job) {
        if (job.state() != ScreeningJobState.RUNNING || job.startedAt() == null || job.done() == 0) {
            return null;
        }
        var now = clock.instant();
        return now.plus(Duration.between(job.startedAt(), now)
                .multipliedBy(job.rows() - job.done())
                .dividedBy(job.done()));
    }
}

package cn.quality.indicator.live;

import cn.quality.indicator.live.LiveRecordRepository.Generation;
import cn.quality.indicator.live.LiveSource.Told;
import cn.quality.indicator.live.RebuildView.Failure;
import cn.quality.indicator.live.RebuildView.RebuiltFigure;
import cn.quality.indicator.live.RebuildView.State;
import cn.quality.platform.act.Act;
import cn.quality.platform.act.ActExecutor;
import cn.quality.platform.act.ActExecutor.Performed;
import cn.quality.platform.act.ActResult;
import cn.quality.platform.act.ActSubject;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.id.Ids;
import cn.quality.platform.identity.CurrentActor;
import cn.quality.platform.outbox.Outbox;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The steps of a rebuild, each a transaction.
 *
 * <p>A rebuild counts the topics from their beginning into a generation of its own. What the consumers take meanwhile they
 * count in both generations; and what they had taken before the generation was there, lies before the ends of the topics as
 * the rebuild reads them afterwards. So nothing is missed, and the sequence of a record lets nothing count twice. Until the
 * last step, which changes one generation for the other, all is shown as before.
 */
@ApplicationScoped
class RebuildService {

    static final ProblemType RUNNING =
            new ProblemType(409, "rebuild-running", new Text("实时数字正在重算", "The live figures are being rebuilt"));

    private static final ActSubject<RebuildView> REBUILD =
            ActSubject.of("live-rebuild", RebuildView::id, view -> 0L, view -> view);

    private final RebuildRepository rebuilds;
    private final LiveRecordRepository records;
    private final LiveConfig config;
    private final ActExecutor executor;
    private final DecisionLog decisions;
    private final Outbox outbox;
    private final CurrentActor actor;
    private final Clock clock;

    RebuildService(
            RebuildRepository rebuilds,
            LiveRecordRepository records,
            LiveConfig config,
            ActExecutor executor,
            DecisionLog decisions,
            Outbox outbox,
            CurrentActor actor,
            Clock clock) {
        this.rebuilds = rebuilds;
        this.records = records;
        this.config = config;
        this.executor = executor;
        this.decisions = decisions;
        this.outbox = outbox;
        this.actor = actor;
        this.clock = clock;
    }

    /** A generation being built, by a job. */
    record Building(UUID rebuild, Generation generation, boolean acceptLoss) {}

    /**
     * Begins a rebuild.
     *
     * @param acceptLoss whether it goes on when the topics do not reach back to their beginning
     * @return what is to be done now; empty when the same request was answered before
     * @throws Problem 409 {@code rebuild-running}
     */
    @Transactional
    Begun begin(boolean acceptLoss, Preconditions preconditions) {
        var building = new Building[1];
        Performed performed = executor.perform(Act.<RebuildView>making(REBUILD, "live.rebuild", () -> {
                    records.lockGenerations();
                    releaseAbandoned();
                    rebuilds.running().ifPresent(running -> {
                        throw new Problem(RUNNING, Text.of("任务 %s 尚未结束", "Job %s has not ended", running.id()));
                    });
                    var id = Ids.next();
                    var generation = rebuilds.newGeneration();
                    rebuilds.begin(id, generation, acceptLoss, clock.instant(), actor.id());
                    building[0] = new Building(id, new Generation(generation, false), acceptLoss);
                    return ActResult.changed(rebuilds.find(id).orElseThrow());
                })
                .once(preconditions, acceptLoss));
        return new Begun(rebuilds.find(performed.id()).orElseThrow(), Optional.ofNullable(building[0]));
    }

    /** @param building empty when the same request came before */
    record Begun(RebuildView view, Optional<Building> building) {}

    @Transactional
    Optional<RebuildView> find(UUID id) {
        records.lockGenerations();
        releaseAbandoned();
        return rebuilds.find(id);
    }

    /** A job whose process died holds nobody up. */
    private void releaseAbandoned() {
        var now = clock.instant();
        rebuilds.running()
                .filter(running -> running.aliveAt().plus(config.rebuildLease()).isBefore(now))
                .ifPresent(dead -> rebuilds.failed(dead.id(), Failure.ABANDONED, now));
    }

    @Transactional
    void announce(Building building, long messages) {
        rebuilds.announce(building.rebuild(), messages, clock.instant());
    }

    /**
     * Stores what events tell, where it is newer.
     *
     * @param read messages so far
     * @param damaged messages among the latest that could not be digested
     * @throws IllegalStateException when the job was taken for dead meanwhile
     */
    @Transactional
    void take(Building building, List<Told> told, long read, long damaged) {
        requireAlive(building);
        records.put(building.generation(), told);
        rebuilds.advance(building.rebuild(), read, damaged, clock.instant());
    }

    /** Shows what was counted, in one step, and says what that changed. */
    @Transactional
    void finish(Building building) {
        requireAlive(building);
        var before = rebuilds.tallies();
        rebuilds.show(building.generation().id());
        var after = rebuilds.tallies();
        var figures = before.entrySet().stream()
                .map(figure -> {
                    var now = after.getOrDefault(figure.getKey(), Tally.NOTHING);
                    return new RebuiltFigure(figure.getKey(), figure.getValue(), now, now.minus(figure.getValue()));
                })
                .sorted((one, other) -> one.code().compareTo(other.code()))
                .toList();
        rebuilds.done(building.rebuild(), figures, clock.instant());
        outbox.append(new LiveEvent.Rebuilt(building.rebuild(), figures).outbound());
        decisions.append(new Decision(
                "live.rebuild-done",
                REBUILD.type(),
                building.rebuild().toString(),
                "实时数字由主题重算",
                LegalDates.today(clock).toString(),
                before,
                after));
    }

    @Transactional
    void fail(Building building, Failure failure) {
        records.lockGenerations();
        rebuilds.find(building.rebuild())
                .filter(view -> view.state() == State.RUNNING)
                .ifPresent(view -> rebuilds.failed(view.id(), failure, clock.instant()));
    }

    private void requireAlive(Building building) {
        if (records.lockGenerations().stream().noneMatch(building.generation()::equals)) {
            throw new IllegalStateException("Rebuild " + building.rebuild() + " was given up");
        }
    }
}

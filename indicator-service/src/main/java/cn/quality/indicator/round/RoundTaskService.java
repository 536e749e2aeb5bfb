package cn.quality.indicator.round;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.official.DecisionContext;
import cn.quality.indicator.official.OfficialRole;
import cn.quality.platform.act.Act;
import cn.quality.platform.act.Act.VersionCheck;
import cn.quality.platform.act.ActExecutor;
import cn.quality.platform.act.ActResult;
import cn.quality.platform.act.ActSubject;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

/** The acts on tasks, each with the course of {@link ActExecutor}, and what officials read. */
@ApplicationScoped
class RoundTaskService {

    private final RoundTaskRepository tasks;
    private final RoundService rounds;
    private final FigureCheck check;
    private final TaskFigures figures;
    private final ActExecutor executor;
    private final Caller caller;
    private final Clock clock;

    RoundTaskService(
            RoundTaskRepository tasks,
            RoundService rounds,
            FigureCheck check,
            TaskFigures figures,
            ActExecutor executor,
            Caller caller,
            Clock clock) {
        this.tasks = tasks;
        this.rounds = rounds;
        this.check = check;
        this.figures = figures;
        this.executor = executor;
        this.caller = caller;
        this.clock = clock;
    }

    /** The task an act is on, with the headers of the act. */
    record On(UUID id, Preconditions preconditions) {}

    /** What makes a request for an act the same as another. */
    private record Request(UUID id, Object content) {}

    /** Writes a cell; two people who have the same one open come one after the other. */
    @Transactional
    CellView edit(UUID id, IndicatorCode code, Preconditions preconditions, NewCell sent) {
        executor.perform(Act.on(
                cell(code),
                "round-cell.write",
                () -> held(id),
                task -> result(task, task.edit(code, sent, preconditions, context()))));
        return written(id).cell(code).view();
    }

    /** @throws Problem 422 {@code unsuitable-figures} with what is wrong, and what needs a remark */
    @Transactional
    TaskView submit(On on) {
        return act(on, TaskAct.SUBMIT, "", "", (task, now) -> task.submit(check.of(task), now));
    }

    /** An act that changes nothing but the state. */
    @Transactional
    TaskView move(On on, TaskAct act, String words) {
        return act(on, act, words, words, (task, now) -> task.move(act, words, now));
    }

    /** The figures come on record, for officials; the task waits for its publication. */
    @Transactional
    TaskView lock(On on) {
        return act(on, TaskAct.LOCK, "", "", (task, now) -> {
            var event = task.move(TaskAct.LOCK, "", now);
            figures.record(task);
            return event;
        });
    }

    /** The figures become public. */
    @Transactional
    TaskView publish(On on, String basis) {
        return act(on, TaskAct.PUBLISH, basis, basis, (task, now) -> {
            var event = task.move(TaskAct.PUBLISH, basis, now);
            figures.publish(task, basis);
            return event;
        });
    }

    @Transactional
    TaskView extend(On on, LocalDate until, String reason) {
        return act(on, TaskAct.EXTEND, reason, List.of(until, reason), (task, now) -> task.extend(until, reason, now));
    }

    @Transactional
    TaskView appeal(On on, String reason) {
        return act(on, TaskAct.APPEAL, reason, reason, (task, now) -> task.appeal(reason, now));
    }

    @Transactional
    TaskView answer(On on, boolean upheld, String words) {
        return act(on, TaskAct.ANSWER, words, List.of(upheld, words), (task, now) -> task.answer(upheld, words, now));
    }

    /** Opens the short round in which figures are corrected that were published; until it ends they stay as they are. */
    @Transactional
    TaskView correct(On on, NewCorrection correction) {
        return act(on, TaskAct.CORRECT, correction.reason(), correction, (task, now) -> {
            var event = task.move(TaskAct.CORRECT, correction.reason(), now);
            rounds.correct(task, correction, now);
            return event;
        });
    }

    /** @throws Problem 403 {@code foreign-region}, 404 */
    @Transactional
    TaskView find(UUID id) {
        return readable(id).view(context());
    }

    /** @throws Problem 403 {@code foreign-region}, 404 */
    @Transactional
    CellView cell(UUID id, IndicatorCode code) {
        return readable(id).cell(code).view();
    }

    /** What the checks find as the figures stand. */
    @Transactional
    List<Finding> findings(UUID id) {
        return check.of(readable(id));
    }

    /** Tasks of the caller's own region, the oldest first; auditors and administrators see all. */
    @Transactional
    Page<TaskSummary> list(RoundTaskRepository.Filter filter, PageRequest page) {
        var within = RoundService.seesAll(caller)
                ? filter.region()
                : filter.region().or(() -> caller.actor().region());
        if (!RoundService.seesAll(caller)) {
            caller.requireRegion(within.map(RegionCode::value).orElse("-"));
        }
        var today = context().today();
        var rows = tasks.list(
                new RoundTaskRepository.Filter(filter.round(), filter.state(), within, filter.overdue()),
                today,
                page.cursor().map(cursor -> cursor.uuid(0)),
                page.fetch());
        return Page.of(rows, page, row -> Cursor.of(row.id())).map(task -> task.summary(today));
    }

    private TaskView act(
            On on, TaskAct act, String reason, Object content, BiFunction<RoundTask, DecisionContext, TaskEvent> verb) {
        var done = executor.perform(Act.on(
                        RoundService.TASK,
                        act.logged(),
                        () -> held(on.id()),
                        task -> result(task, verb.apply(task, context())).because(reason))
                .upon(on.preconditions(), VersionCheck.REQUIRED)
                .once(on.preconditions(), new Request(on.id(), content)));
        return written(done.id()).view(context());
    }

    private static ActResult<RoundTask> result(RoundTask task, TaskEvent event) {
        return ActResult.changed(task).event(event.outbound().orElse(null));
    }

    private RoundTask held(UUID id) {
        return tasks.hold(id).orElseThrow(RoundTaskService::unknown);
    }

    private RoundTask readable(UUID id) {
        var task = tasks.findByIdOptional(id).orElseThrow(RoundTaskService::unknown);
        if (!RoundService.mayRead(caller, task)) {
            caller.requireRegion(task.region().value());
        }
        return task;
    }

    /** With the version it has after the act. */
    private RoundTask written(UUID id) {
        tasks.flush();
        return tasks.findById(id);
    }

    /** A cell is logged by its task and indicator. */
    private static ActSubject<RoundTask> cell(IndicatorCode code) {
        return new ActSubject<>(
                "round-cell",
                RoundTask::id,
                task -> task.id() + "/" + code,
                task -> task.cell(code).version(),
                task -> task.cell(code).view());
    }

    private DecisionContext context() {
        return new DecisionContext(caller.actor(), OfficialRole.of(caller), caller.department(), clock.instant());
    }

    private static Problem unknown() {
        return new Problem(ProblemTypes.NOT_FOUND, new Text("没有这一填报任务", "There is no such task"));
    }
}

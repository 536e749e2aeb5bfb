package cn.quality.indicator.round;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.Roles;
import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.area.AreaService;
import cn.quality.indicator.catalogue.DefinitionService;
import cn.quality.indicator.official.DecisionContext;
import cn.quality.indicator.official.OfficialRole;
import cn.quality.platform.act.Act;
import cn.quality.platform.act.ActExecutor;
import cn.quality.platform.act.ActResult;
import cn.quality.platform.act.ActSubject;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Opens rounds, and shows them with the tasks the caller may see. */
@ApplicationScoped
class RoundService {

    static final ProblemType UNSUITABLE_ROUND =
            new ProblemType(422, "unsuitable-round", new Text("填报轮次不符合要求", "The round cannot be opened like this"));
    static final ProblemType ALREADY_ASKED =
            new ProblemType(409, "already-asked", new Text("该数据已在填报中", "The figure is being asked for already"));

    private static final ActSubject<Round> ROUND =
            ActSubject.of("round", Round::id, round -> 0, round -> round.view(List.of()));

    /** How acts on tasks are logged. */
    static final ActSubject<RoundTask> TASK =
            ActSubject.of("round-task", RoundTask::id, RoundTask::version, RoundTask::view);

    private final RoundRepository rounds;
    private final RoundTaskRepository tasks;
    private final AreaService areas;
    private final DefinitionService definitions;
    private final ActExecutor executor;
    private final Caller caller;
    private final Clock clock;

    RoundService(
            RoundRepository rounds,
            RoundTaskRepository tasks,
            AreaService areas,
            DefinitionService definitions,
            ActExecutor executor,
            Caller caller,
            Clock clock) {
        this.rounds = rounds;
        this.tasks = tasks;
        this.areas = areas;
        this.definitions = definitions;
        this.executor = executor;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Opens a round with a task for each unit.
     *
     * @throws Problem 422 {@code unsuitable-round} naming everything that is wrong with it; 409 {@code already-asked} when an
     *     open task asks for one of the figures; 403 {@code foreign-region} outside the caller's region
     */
    @Transactional
    RoundView open(NewRound sent, Preconditions preconditions) {
        sent.tasks().forEach(task -> caller.requireRegion(task.area()));
        var now = context();
        var done = executor.perform(Act.making(ROUND, "round.open", () -> {
                    requireSuitable(sent, now);
                    return opened(Round.open(sent, now));
                })
                .once(preconditions, sent));
        var round = rounds.findById(done.id());
        if (done.changed()) {
            for (var task : sent.tasks()) {
                open(RoundTask.open(
                        round,
                        new AreaCode(task.area()),
                        Optional.ofNullable(task.department()),
                        task.indicators().stream()
                                .map(asked -> Cell.asked(asked.indicator(), asked.definitionVersion()))
                                .toList(),
                        now));
            }
        }
        return view(round, now);
    }

    /** Opens a short round that asks a unit again for figures that were published wrong. */
    @Transactional(Transactional.TxType.MANDATORY)
    UUID correct(RoundTask published, NewCorrection correction, DecisionContext now) {
        if (correction.deadline().isBefore(now.today())) {
            throw over("deadline");
        }
        var wrong = correction.indicators().stream()
                .map(code -> published.cell(new IndicatorCode(code)).code())
                .toList();
        var round = Round.correcting(published, correction.deadline(), correction.reason(), now);
        executor.perform(Act.making(ROUND, "round.open", () -> opened(round).because(correction.reason())));
        var task = published.again(round, wrong, now);
        open(task);
        return task.id();
    }

    /** @throws Problem 404 */
    @Transactional
    RoundView find(UUID id) {
        return view(
                rounds.findByIdOptional(id)
                        .orElseThrow(() ->
                                new Problem(ProblemTypes.NOT_FOUND, Text.of("没有填报轮次 %s", "There is no round %s", id))),
                context());
    }

    /** The newest first. */
    @Transactional
    Page<RoundView> list(PageRequest page) {
        var now = context();
        return Page.of(
                        rounds.list(page.cursor().map(cursor -> cursor.uuid(0)), page.fetch()),
                        page,
                        round -> Cursor.of(round.id()))
                .map(round -> view(round, now));
    }

    private ActResult<Round> opened(Round round) {
        rounds.persist(round);
        return ActResult.changed(round);
    }

    private void open(RoundTask task) {
        tasks.lockOpening(task.period());
        for (var other : tasks.asking(task)) {
            for (var series : task.series()) {
                if (other.series().contains(series)) {
                    throw new Problem(
                            ALREADY_ASKED,
                            Text.of(
                                    "%s 的指标 %s 已在“%s”中填报",
                                    "%s reports %s in the round “%s” already",
                                    task.area(),
                                    series.indicator(),
                                    other.round().title()));
                }
            }
        }
        executor.perform(Act.making(TASK, TaskAct.OPEN.logged(), () -> {
            tasks.persist(task);
            return ActResult.changed(task).event(task.opened().outbound().orElseThrow());
        }));
    }

    private void requireSuitable(NewRound sent, DecisionContext now) {
        if (sent.deadline().isBefore(now.today())) {
            throw over("deadline");
        }
        var known = areas.codes();
        var units = new HashSet<Map.Entry<String, String>>();
        var wrong = new Problem(UNSUITABLE_ROUND, new Text("以下内容须改正", "These are to be mended"));
        for (int i = 0; i < sent.tasks().size(); i++) {
            var task = sent.tasks().get(i);
            var place = "tasks[%d].".formatted(i);
            if (!known.contains(new AreaCode(task.area()))) {
                wrong.with(place + "area", "known-area", new Text("没有这个地区", "There is no such area"));
            }
            if (!units.add(Map.entry(
                    task.area(), Optional.ofNullable(task.department()).orElse("")))) {
                wrong.with(place + "area", "asked-twice", new Text("同一单位只有一项任务", "A unit has one task in a round"));
            }
            requireSuitable(task, place, wrong);
        }
        if (!wrong.violations().isEmpty()) {
            throw wrong;
        }
    }

    private void requireSuitable(NewRound.NewTask task, String place, Problem wrong) {
        var asked = new HashSet<String>();
        for (int i = 0; i < task.indicators().size(); i++) {
            var one = task.indicators().get(i);
            var field = "%sindicators[%d].indicator".formatted(place, i);
            if (definitions.find(one.code(), one.definitionVersion()).isEmpty()) {
                wrong.with(field, "known-indicator", new Text("没有这个指标或口径", "There is no such indicator or definition"));
            }
            if (!asked.add(one.indicator())) {
                wrong.with(field, "asked-twice", new Text("同一指标重复", "The same indicator came before"));
            }
        }
    }

    private static Problem over(String field) {
        return new Problem(UNSUITABLE_ROUND, new Text("截止日期不得早于今天", "The deadline must not be before today"))
                .with(field, "over", new Text("已过", "it is over"));
    }

    private RoundView view(Round round, DecisionContext now) {
        return round.view(tasks.of(round.id()).stream()
                .filter(task -> mayRead(caller, task))
                .map(task -> task.summary(now.today()))
                .toList());
    }

    /** Officials see what lies in their region. */
    static boolean mayRead(Caller caller, RoundTask task) {
        return seesAll(caller) || caller.actor().isCompetentIn(task.region());
    }

    static boolean seesAll(Caller caller) {
        return caller.has(Roles.AUDITOR) || caller.has(Roles.ADMINISTRATOR);
    }

    private DecisionContext context() {
        return new DecisionContext(caller.actor(), OfficialRole.of(caller), caller.department(), clock.instant());
    }
}

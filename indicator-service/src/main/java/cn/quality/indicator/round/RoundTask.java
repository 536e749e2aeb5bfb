package cn.quality.indicator.round;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.observation.Period;
import cn.quality.indicator.observation.Report;
import cn.quality.indicator.observation.SeriesKey;
import cn.quality.indicator.official.DecisionContext;
import cn.quality.indicator.official.Extension;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.id.Ids;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.transition.Transition;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one county or department is to report in a round, and how far it has come. */
@Entity
class RoundTask {

    static final ProblemType UNSUITABLE_FIGURES =
            new ProblemType(422, "unsuitable-figures", new Text("填报数据未通过审核", "The figures do not pass the checks"));
    static final ProblemType NO_EXTENSION =
            new ProblemType(422, "no-extension", new Text("延期日期有误", "That is no extension"));

    @Id
    private UUID id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "round_id")
    private Round round;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "area"))
    private AreaCode area;

    private @Nullable String department;

    @Enumerated(EnumType.STRING)
    private TaskState state;

    private LocalDate due;

    @ElementCollection
    @CollectionTable(joinColumns = @JoinColumn(name = "task_id"), name = "round_cell")
    @OrderColumn(name = "position")
    private List<Cell> cells = new ArrayList<>();

    @ElementCollection
    @CollectionTable(joinColumns = @JoinColumn(name = "task_id"), name = "round_act")
    @OrderColumn(name = "position")
    private List<HistoryEntry> history = new ArrayList<>();

    @ElementCollection
    @CollectionTable(joinColumns = @JoinColumn(name = "task_id"), name = "round_extension")
    @OrderColumn(name = "position")
    private List<Extension> extensions = new ArrayList<>();

    @ElementCollection
    @CollectionTable(joinColumns = @JoinColumn(name = "task_id"), name = "round_appeal")
    @OrderColumn(name = "position")
    private List<Appeal> appeals = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected RoundTask() {}

    private RoundTask(Round round, AreaCode area, Optional<String> department, List<Cell> asked) {
        this.id = Ids.next();
        this.round = round;
        this.area = area;
        this.department = department.orElse(null);
        this.state = TaskTransitions.TABLE.opening().to();
        this.due = round.deadline();
        this.cells.addAll(asked);
    }

    static RoundTask open(
            Round round, AreaCode area, Optional<String> department, List<Cell> asked, DecisionContext now) {
        var task = new RoundTask(round, area, department, asked);
        task.note(TaskAct.OPEN, "", now);
        return task;
    }

    TaskEvent opened() {
        return new TaskEvent.Opened(version, snapshot());
    }

    /** A task of the same unit that asks for some of the figures again. */
    RoundTask again(Round correction, List<IndicatorCode> wrong, DecisionContext now) {
        return open(
                correction,
                area,
                department(),
                cells.stream()
                        .filter(cell -> wrong.contains(cell.code()))
                        .map(cell -> Cell.asked(cell.indicator(), cell.definition()))
                        .toList(),
                now);
    }

    /**
     * Writes a figure.
     *
     * @throws Problem 404 when it is not asked for; 412 and 428 as {@link Cell#requireVersion}
     */
    TaskEvent edit(IndicatorCode code, NewCell sent, Preconditions preconditions, DecisionContext now) {
        var row = row(TaskAct.EDIT);
        require(row, now);
        var cell = cell(code);
        cell.requireVersion(preconditions);
        cells.set(cells.indexOf(cell), cell.written(sent, now));
        return happened(row);
    }

    /**
     * Hands the figures in.
     *
     * @param findings of the {@link FigureCheck}
     * @throws Problem 422 {@code unsuitable-figures}: errors must be mended, warnings need a remark
     */
    TaskEvent submit(List<Finding> findings, DecisionContext now) {
        var row = row(TaskAct.SUBMIT);
        require(row, now);
        var standing = new Problem(
                UNSUITABLE_FIGURES, new Text("错误须改正，提示须填写说明", "Errors are to be mended, warnings need a remark"));
        findings.stream()
                .filter(Finding::blocks)
                .forEach(finding -> standing.with(finding.field(), finding.code(), finding.message()));
        if (!standing.violations().isEmpty()) {
            throw standing;
        }
        return take(row, "", now);
    }

    /** An act that changes nothing but the state. */
    TaskEvent move(TaskAct act, String words, DecisionContext now) {
        return take(row(act), words, now);
    }

    /**
     * More time for this unit alone.
     *
     * @param until the last day, whole
     * @throws Problem 422 {@code no-extension} for a day that gives no time
     */
    TaskEvent extend(LocalDate until, String reason, DecisionContext now) {
        var row = row(TaskAct.EXTEND);
        require(row, now);
        if (!until.isAfter(due) || until.isBefore(now.today())) {
            throw new Problem(
                            NO_EXTENSION,
                            new Text(
                                    "延期的最后一日须晚于现有截止日，且不早于今天",
                                    "It ends after the present deadline, and not before today"))
                    .with("until", "after", Text.of("现截止日 %s", "the deadline is %s", due));
        }
        extensions.add(new Extension(until, reason, now.actor().id(), now.moment()));
        due = until;
        return take(row, reason, now);
    }

    TaskEvent appeal(String reason, DecisionContext now) {
        var event = take(row(TaskAct.APPEAL), reason, now);
        appeals.add(Appeal.raised(reason, now));
        return event;
    }

    /** @param upheld whether the unit is right; what follows from it is an act of its own */
    TaskEvent answer(boolean upheld, String words, DecisionContext now) {
        var event = take(row(TaskAct.ANSWER), words, now);
        appeals.set(appeals.size() - 1, appeals.getLast().answered(upheld, words, now));
        return event;
    }

    /** Acts that this actor can do to it now, in the order of the table. */
    List<TaskAct> actions(DecisionContext now) {
        return TaskTransitions.TABLE.possible(state).stream()
                .filter(act -> row(act).policies().stream()
                        .allMatch(policy -> policy.refusal(this, act, now).isEmpty()))
                .toList();
    }

    private Transition<TaskState, TaskAct, TaskPolicy, Void, Class<?>> row(TaskAct act) {
        return TaskTransitions.TABLE.of(state, act);
    }

    private void require(Transition<TaskState, TaskAct, TaskPolicy, Void, Class<?>> row, DecisionContext now) {
        Transition.require(row.policies(), this, row.act(), now);
    }

    /** The one way to another state: along a row of the table, if none of its policies refuses. */
    private TaskEvent take(
            Transition<TaskState, TaskAct, TaskPolicy, Void, Class<?>> row, String words, DecisionContext now) {
        require(row, now);
        state = row.to();
        note(row.act(), words, now);
        return happened(row);
    }

    private void note(TaskAct act, String words, DecisionContext now) {
        history.add(new HistoryEntry(act, now.actor().id(), now.moment(), words.strip()));
    }

    private TaskEvent happened(Transition<TaskState, TaskAct, TaskPolicy, Void, Class<?>> row) {
        return row.event() == TaskEvent.Moved.class
                ? new TaskEvent.Moved(version + 1, snapshot())
                : new TaskEvent.Inside();
    }

    /** Whether somebody did one of these acts, or wrote a figure that stands, if that is one of them. */
    boolean hadAHandIn(Set<TaskAct> acts, String official) {
        return history.stream().anyMatch(entry -> acts.contains(entry.act()) && official.equals(entry.official()))
                || (acts.contains(TaskAct.EDIT) && cells.stream().anyMatch(cell -> official.equals(cell.editedBy())));
    }

    boolean has(TaskAct act) {
        return history.stream().anyMatch(entry -> entry.act() == act);
    }

    boolean isAppealed() {
        return !appeals.isEmpty() && appeals.getLast().isOpen();
    }

    boolean isCorrection() {
        return round.corrects() != null;
    }

    /** Not submitted, and the last day is over. */
    boolean isOverdue(LocalDate today) {
        return state == TaskState.DRAFT && today.isAfter(due);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    Round round() {
        return round;
    }

    Period period() {
        return round.period();
    }

    AreaCode area() {
        return area;
    }

    RegionCode region() {
        return new RegionCode(area.value());
    }

    Optional<String> department() {
        return Optional.ofNullable(department);
    }

    TaskState state() {
        return state;
    }

    LocalDate due() {
        return due;
    }

    List<Cell> cells() {
        return List.copyOf(cells);
    }

    /** @throws Problem 404 when the task does not ask for it */
    Cell cell(IndicatorCode code) {
        return cells.stream()
                .filter(cell -> cell.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        ProblemTypes.NOT_FOUND, Text.of("该任务不填报指标 %s", "The task does not ask for %s", code)));
    }

    /** The figures that were entered, as a report. */
    Report report() {
        return new Report(
                cells.stream()
                        .filter(cell -> !cell.isEmpty())
                        .map(cell -> cell.line(area, period(), source(), round.reason()))
                        .toList(),
                0);
    }

    Set<SeriesKey> series() {
        return cells.stream().map(cell -> cell.series(area, period())).collect(Collectors.toSet());
    }

    /** What its observations name as their source: the round, and the department. */
    private String source() {
        return round.title() + (department == null ? "" : "（" + department + "）");
    }

    TaskEvent.Snapshot snapshot() {
        return new TaskEvent.Snapshot(
                id, round.id(), round.title(), period(), area, department, state, due, cells.size(), round.corrects());
    }

    TaskSummary summary(LocalDate today) {
        return new TaskSummary(
                id,
                round.id(),
                round.title(),
                period(),
                area,
                department,
                state,
                due,
                isOverdue(today),
                cells.size(),
                (int) cells.stream().filter(cell -> !cell.isEmpty()).count());
    }

    /** As this actor sees it. */
    TaskView view(DecisionContext now) {
        return view(isOverdue(now.today()), actions(now));
    }

    /** As it is, whoever looks, and whenever. */
    TaskView view() {
        return view(false, List.of());
    }

    private TaskView view(boolean overdue, List<TaskAct> actions) {
        return new TaskView(
                id,
                version,
                round.id(),
                round.title(),
                period(),
                area,
                department,
                state,
                due,
                overdue,
                round.corrects(),
                round.reason().orElse(null),
                cells.stream().map(Cell::view).toList(),
                List.copyOf(extensions),
                List.copyOf(appeals),
                List.copyOf(history),
                actions);
    }
}

package cn.quality.indicator.round;

import cn.quality.indicator.observation.ObservationService.Examination;
import cn.quality.indicator.observation.SuddenChange;
import cn.quality.indicator.observation.SuddenChangeLimits;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong or remarkable about the figures of a task. Errors are those that could not be recorded, and cells in which
 * nothing was entered: who has no figure says so, for an empty cell is no zero.
 */
@ApplicationScoped
class FigureCheck {

    private final TaskFigures figures;
    private final SuddenChangeLimits changes;
    private final Clock clock;

    FigureCheck(TaskFigures figures, SuddenChangeLimits changes, Clock clock) {
        this.figures = figures;
        this.changes = changes;
        this.clock = clock;
    }

    List<Finding> of(RoundTask task) {
        var findings = new ArrayList<Finding>();
        task.cells().stream()
                .filter(Cell::isEmpty)
                .map(cell -> Finding.error(
                        cell.place(),
                        "not-entered",
                        new Text(
                                "尚未填报；确无数据的，状态填缺失（M）并说明",
                                "Nothing entered; where there is no figure, the status is missing (M), with a remark")))
                .forEach(findings::add);
        var examined = figures.examine(task);
        examined.flaws().stream()
                .map(flaw -> Finding.error(flaw.field(), flaw.code(), flaw.message()))
                .forEach(findings::add);
        var limits = changes.on(LegalDates.today(clock));
        for (var figure : examined.figures()) {
            task.cells().stream()
                    .filter(cell -> cell.place().equals(figure.place()))
                    .forEach(cell -> warn(task, cell, figure, limits, findings));
        }
        return findings;
    }

    private void warn(
            RoundTask task,
            Cell cell,
            Examination.Figure figure,
            SuddenChangeLimits.Limits limits,
            List<Finding> findings) {
        if (cell.isMissing()) {
            findings.add(Finding.warning(cell, "missing", new Text("没有数据的，须说明原因", "Say why there is no figure")));
        } else if (figure.rate() && !cell.hasFraction()) {
            findings.add(Finding.warning(
                    cell,
                    "rate-without-fraction",
                    new Text(
                            "比率应填报分子与分母；无法填报的须说明",
                            "A rate has a numerator and a denominator; say why they are lacking")));
        }
        // A correction differs by its nature, and has its reason.
        if (figure.revises() && !task.isCorrection()) {
            findings.add(Finding.warning(
                    cell,
                    "differs-from-known",
                    new Text("与已入库的同期数据不同，须说明", "It differs from what is on record for the period; say why")));
        }
        Optional.ofNullable(figure.value())
                .flatMap(value -> SuddenChange.of(figures.before(task, cell), value, limits))
                .map(change -> sudden(cell, change))
                .ifPresent(findings::add);
    }

    private static Finding sudden(Cell cell, SuddenChange change) {
        return Finding.warning(
                cell,
                "sudden-change",
                Text.of(
                        "与上期 %s 相差 %s，超过历次变动中位数的 %s 倍（%s），须说明",
                        "It differs from the %s before by %s, beyond %s times the median of earlier changes (%s); say why",
                        change.before().toPlainString(),
                        change.by().toPlainString(),
                        change.factor().toPlainString(),
                        change.limit().toPlainString()));
    }
}

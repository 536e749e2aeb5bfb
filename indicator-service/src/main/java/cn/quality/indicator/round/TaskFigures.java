package cn.quality.indicator.round;

import cn.quality.indicator.observation.ObservationFilter;
import cn.quality.indicator.observation.ObservationService;
import cn.quality.indicator.observation.ObservationService.Examination;
import cn.quality.indicator.observation.Timeline;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The figures of a task as observations. */
@ApplicationScoped
class TaskFigures {

    static final ProblemType FIGURES_OVERTAKEN = new ProblemType(
            409, "figures-overtaken", new Text("锁定之后数据已有新的修订", "The figures were revised after they were locked"));

    private final ObservationService observations;

    TaskFigures(ObservationService observations) {
        this.observations = observations;
    }

    /** What would come of them as a report; nothing is stored. */
    Examination examine(RoundTask task) {
        return observations.examine(task.report());
    }

    /** What is known of the same series before this period, the earliest first; what was missing is left out. */
    List<BigDecimal> before(RoundTask task, Cell cell) {
        var values = new ArrayList<BigDecimal>();
        var period = task.period();
        var series = new ObservationFilter(
                cell.indicator(),
                cell.definition(),
                task.area().value(),
                period.frequency(),
                null,
                period.toString(),
                null,
                null,
                false);
        observations.forEach(series, Timeline.RECORDED, known -> {
            if (known.value() != null && known.period().compareTo(period) < 0) {
                values.add(known.value());
            }
        });
        return values;
    }

    /** Staff see them from now on; whoever does this cannot publish them. */
    void record(RoundTask task) {
        observations.record(task.report());
    }

    /**
     * Makes public what was locked, and nothing else.
     *
     * @throws Problem 409 {@code figures-overtaken} when somebody has revised one of them meanwhile
     */
    void publish(RoundTask task, String basis) {
        var overtaken = examine(task).figures().stream()
                .filter(Examination.Figure::revises)
                .map(Examination.Figure::place)
                .toList();
        if (!overtaken.isEmpty()) {
            var problem = new Problem(
                    FIGURES_OVERTAKEN, new Text("须由市级退回后重新锁定", "The city returns the task, and it is locked again"));
            overtaken.forEach(place -> problem.with(place, "revised", FIGURES_OVERTAKEN.title()));
            throw problem;
        }
        observations.publish(task.series(), task.period(), basis);
    }
}

package cn.quality.indicator.round;

import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.observation.Period;
import cn.quality.platform.clock.LegalDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who has not reported although the last day is over, for other features. */
@ApplicationScoped
public class OverdueReportService {

    private final RoundTaskRepository tasks;
    private final Clock clock;

    OverdueReportService(RoundTaskRepository tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /** @param due the last day, whole, in Asia/Shanghai */
    public record Overdue(
            UUID task, String title, AreaCode area, Optional<String> department, Period period, LocalDate due) {}

    /** Of all units, as of now. */
    @Transactional
    public List<Overdue> now() {
        return tasks.overdue(LegalDates.today(clock)).stream()
                .map(task -> new Overdue(
                        task.id(), task.round().title(), task.area(), task.department(), task.period(), task.due()))
                .toList();
    }
}

package cn.quality.indicator.round;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.id.Ids;
import cn.quality.platform.outbox.OutboundEvent;
import cn.quality.platform.outbox.Outbox;
import cn.quality.platform.sql.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Reminds units of what they have not reported. Safe to run twice and in several processes. */
@ApplicationScoped
class ReminderService {

    /** The row is the reminder: whoever adds it sends the event. */
    private static final String DUE = """
            insert into round_reminder (task_id, day)
            select id, ?::date from round_task where state = 'DRAFT' and due <= ?::date
            on conflict do nothing returning task_id""";

    private final RoundTaskRepository tasks;
    private final RoundConfig config;
    private final Outbox outbox;
    private final Jdbc sql;
    private final Clock clock;

    ReminderService(RoundTaskRepository tasks, RoundConfig config, Outbox outbox, Jdbc sql, Clock clock) {
        this.tasks = tasks;
        this.config = config;
        this.outbox = outbox;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * A reminder as other systems receive it. It changes nothing of the task, so it is a subject of its own.
     *
     * @param overdue whether the last day is over
     */
    record Reminder(UUID reminderId, LocalDate day, boolean overdue, TaskEvent.Snapshot task) {

        static final String TYPE = "cn.quality.indicator.round.reminded.v1";
    }

    /**
     * Once a day for each task that is not submitted and whose last day is near or over.
     *
     * @return how many
     */
    @Transactional
    int remind() {
        var today = LegalDates.today(clock);
        var due = sql.query(
                DUE, row -> row.getObject("task_id", UUID.class), today, today.plusDays(config.reminderDays()));
        for (var id : due) {
            var task = tasks.findById(id);
            var reminder = new Reminder(Ids.next(), today, task.isOverdue(today), task.snapshot());
            outbox.append(new OutboundEvent(
                    TaskEvent.TOPIC, Reminder.TYPE, reminder.reminderId().toString(), 1, reminder));
        }
        return due.size();
    }
}

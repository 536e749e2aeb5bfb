package cn.quality.indicator.round;

import cn.quality.indicator.observation.Period;
import cn.quality.indicator.official.DecisionContext;
import cn.quality.platform.id.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the city asks for: figures of a period, until a day. Once opened it stays as it is; its tasks get on. */
@Entity
@Table(name = "reporting_round")
class Round {

    @Id
    private UUID id;

    private String title;
    private String period;
    private LocalDate deadline;

    /** The published task that this short round corrects, and why. */
    private @Nullable UUID corrects;

    private @Nullable String reason;
    private String openedBy;
    private Instant openedAt;

    @SuppressWarnings("NullAway.Init")
    protected Round() {}

    private Round(String title, Period period, LocalDate deadline, DecisionContext now) {
        this.id = Ids.next();
        this.title = title;
        this.period = period.toString();
        this.deadline = deadline;
        this.openedBy = now.actor().id();
        this.openedAt = now.moment();
    }

    static Round open(NewRound sent, DecisionContext now) {
        return new Round(sent.title(), sent.readPeriod(), sent.deadline(), now);
    }

    /** A short round of the figures of one unit that were published wrong. */
    static Round correcting(RoundTask published, LocalDate deadline, String reason, DecisionContext now) {
        var round = new Round("更正：" + published.round().title, published.period(), deadline, now);
        round.corrects = published.id();
        round.reason = reason;
        return round;
    }

    UUID id() {
        return id;
    }

    String title() {
        return title;
    }

    Period period() {
        return Period.parse(period).orElseThrow();
    }

    LocalDate deadline() {
        return deadline;
    }

    @Nullable
    UUID corrects() {
        return corrects;
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    RoundView view(List<TaskSummary> tasks) {
        return new RoundView(id, title, period(), deadline, corrects, reason, openedBy, openedAt, tasks);
    }
}

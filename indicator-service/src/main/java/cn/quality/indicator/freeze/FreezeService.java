package cn.quality.indicator.freeze;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.area.AreaService;
import cn.quality.indicator.catalogue.DefinitionService;
import cn.quality.indicator.catalogue.DefinitionView;
import cn.quality.indicator.live.Freeze;
import cn.quality.indicator.live.LiveEvent;
import cn.quality.indicator.live.LiveMeasure;
import cn.quality.indicator.live.LiveService;
import cn.quality.indicator.live.LiveService.Standing;
import cn.quality.indicator.live.LiveWindow;
import cn.quality.indicator.observation.NewObservation;
import cn.quality.indicator.observation.ObservationService;
import cn.quality.indicator.observation.ObservationStatus;
import cn.quality.indicator.observation.Period;
import cn.quality.indicator.observation.Report;
import cn.quality.platform.act.Act;
import cn.quality.platform.act.ActExecutor;
import cn.quality.platform.act.ActResult;
import cn.quality.platform.act.ActSubject;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.id.Ids;
import cn.quality.platform.identity.CurrentActor;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Freezes live figures. */
@ApplicationScoped
class FreezeService {

    static final ProblemType UNSUITABLE_PERIOD = new ProblemType(
            422, "unsuitable-period", new Text("该时期不能冻结", "The figure cannot be frozen for this period"));
    static final ProblemType NOT_OBSERVED =
            new ProblemType(422, "not-observed", new Text("该数字不能成为指标数据", "The figure cannot become an observation"));
    static final ProblemType ALREADY_FROZEN =
            new ProblemType(409, "already-frozen", new Text("该时期已冻结", "It is frozen for this period"));

    private static final ActSubject<Freeze> FREEZE =
            ActSubject.of("live-freeze", Freeze::id, freeze -> 0L, FreezeView::of);

    private final LiveService live;
    private final ObservationService observations;
    private final DefinitionService definitions;
    private final AreaService areas;
    private final ActExecutor executor;
    private final CurrentActor actor;
    private final Clock clock;

    FreezeService(
            LiveService live,
            ObservationService observations,
            DefinitionService definitions,
            AreaService areas,
            ActExecutor executor,
            CurrentActor actor,
            Clock clock) {
        this.live = live;
        this.observations = observations;
        this.definitions = definitions;
        this.areas = areas;
        this.executor = executor;
        this.actor = actor;
        this.clock = clock;
    }

    /** What makes a request the same as another. */
    private record Request(IndicatorCode figure, NewFreeze sent) {}

    /**
     * Freezes a figure for a period, and records it as the city's observation of it.
     *
     * @throws Problem 404; 409 {@code already-frozen}; 412 when something was counted since it was read; 422 {@code
     *     unsuitable-period}, {@code not-observed}, or as an observation is refused
     */
    @Transactional
    FreezeView freeze(IndicatorCode figure, NewFreeze sent, Preconditions preconditions) {
        var done = executor.perform(Act.<Freeze>making(FREEZE, "live.freeze", () -> frozen(figure, sent, preconditions))
                .once(preconditions, new Request(figure, sent)));
        return FreezeView.of(live.freezes(figure).stream()
                .filter(freeze -> freeze.id().equals(done.id()))
                .findFirst()
                .orElseThrow());
    }

    private ActResult<Freeze> frozen(IndicatorCode figure, NewFreeze sent, Preconditions preconditions) {
        var period = Period.parse(sent.period()).orElseThrow();
        var window = new LiveWindow(period.toString(), period.first(), period.after());
        var standing = live.hold(figure, window).orElseThrow(() -> FreezeService.unknown(figure));
        preconditions.requireVersionIfGiven(standing.version());
        var now = clock.instant();
        var today = LegalDates.on(now);
        requireSuitable(period, standing, today);
        if (live.freezes(figure).stream()
                .anyMatch(before -> before.isFinal() && before.window().equals(window))) {
            throw new Problem(
                    ALREADY_FROZEN, new Text("此后的更正按数据更正办理", "What changes later is a correction of the observation"));
        }
        var isFinal = !period.after().isAfter(today);
        var freeze = new Freeze(
                Ids.next(),
                figure,
                window,
                standing.value(),
                standing.counted(),
                status(standing.value(), isFinal).name(),
                isFinal,
                standing.asOf(),
                sent.reason().strip(),
                now,
                actor.id());
        live.store(freeze);
        observations.record(new Report(
                List.of(new Report.Line("freeze", observation(freeze, standing.measure(), definition(figure, period)))),
                0));
        return ActResult.changed(freeze)
                .event(event(freeze, standing.measure()).outbound())
                .because(freeze.reason());
    }

    /**
     * A rate is that of any period that has begun. A count is as of now: it can stand for the period that runs, or for the
     * one that ended last, which is when it is reviewed.
     */
    private static void requireSuitable(Period period, Standing standing, LocalDate today) {
        if (!standing.known()) {
            throw new Problem(NOT_OBSERVED, new Text("尚未设置本市的发布机构", "The issuers of this city are not configured"));
        }
        if (period.first().isAfter(today)) {
            throw new Problem(UNSUITABLE_PERIOD, new Text("时期尚未开始", "The period has not begun"))
                    .with("period", "period-has-begun", new Text("时期尚未开始", "it has not begun"));
        }
        if (standing.measure() == LiveMeasure.COUNT && !period.next().after().isAfter(today)) {
            throw new Problem(
                            UNSUITABLE_PERIOD,
                            new Text("现有数量不能代表更早的时期", "What there is now does not stand for an earlier period"))
                    .with("period", "long-over", new Text("只能是本期或上一期", "the present period, or the one before it"));
        }
    }

    private static ObservationStatus status(@Nullable BigDecimal value, boolean isFinal) {
        if (value == null) {
            return ObservationStatus.M;
        }
        return isFinal ? ObservationStatus.A : ObservationStatus.P;
    }

    /** The newest that was in force when the period began; of a period before them all, the first. */
    private DefinitionView definition(IndicatorCode figure, Period period) {
        var all = definitions.of(figure);
        return all.stream()
                .filter(one -> !one.validFrom().isAfter(period.first()))
                .max(Comparator.comparingInt(DefinitionView::version))
                .or(() -> all.stream().findFirst())
                .orElseThrow(() -> new Problem(
                        NOT_OBSERVED, Text.of("指标目录中没有 %s", "There is no indicator %s in the catalogue", figure)));
    }

    private NewObservation observation(Freeze freeze, LiveMeasure measure, DefinitionView definition) {
        var rate = measure == LiveMeasure.RATE;
        return new NewObservation(
                freeze.figure().value(),
                definition.version(),
                areas.city()
                        .orElseThrow(() -> new Problem(NOT_OBSERVED, new Text("尚未录入本市", "The city is no area yet")))
                        .value(),
                freeze.window().name(),
                rate ? null : freeze.value(),
                null,
                rate ? BigDecimal.valueOf(freeze.counted().numerator()) : null,
                rate ? BigDecimal.valueOf(freeze.counted().denominator()) : null,
                null,
                null,
                ObservationStatus.valueOf(freeze.status()),
                "实时数字冻结（截至 %s）".formatted(LegalDates.on(known(freeze))),
                freeze.reason());
    }

    /** Where no event has come yet, what is known is known as of now. */
    private static Instant known(Freeze freeze) {
        return freeze.asOf() == null ? freeze.frozenAt() : freeze.asOf();
    }

    private static LiveEvent event(Freeze freeze, LiveMeasure measure) {
        var rate = measure == LiveMeasure.RATE;
        return new LiveEvent.Frozen(
                freeze.id(),
                freeze.figure(),
                freeze.window().name(),
                freeze.value(),
                rate ? freeze.counted().numerator() : null,
                rate ? freeze.counted().denominator() : null,
                freeze.status(),
                freeze.asOf(),
                freeze.frozenAt());
    }

    /** @throws Problem 404 */
    FreezeList list(IndicatorCode figure) {
        if (live.figure(figure).isEmpty()) {
            throw unknown(figure);
        }
        return new FreezeList(live.freezes(figure).stream().map(FreezeView::of).toList());
    }

    private static Problem unknown(IndicatorCode figure) {
        return new Problem(ProblemTypes.NOT_FOUND, Text.of("没有实时数字 %s", "There is no live figure %s", figure));
    }
}

package cn.quality.indicator.targets;

import cn.quality.indicator.BilingualText;
import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.catalogue.Direction;
import cn.quality.indicator.catalogue.Figure;
import cn.quality.indicator.catalogue.Qualifier;
import cn.quality.indicator.catalogue.TargetKind;
import cn.quality.indicator.plan.PlanId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.jspecify.annotations.Nullable;

@Entity
class Target {

    @EmbeddedId
    private TargetId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "indicator"))
    private IndicatorCode indicator;

    private int definition;
    private @Nullable Integer baselineDefinition;

    @Embedded
    private PlanId plan;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "area"))
    private AreaCode area;

    @Enumerated(EnumType.STRING)
    private TargetKind kind;

    @Enumerated(EnumType.STRING)
    private Direction direction;

    @Embedded
    @EmbeddedColumnNaming("scope_%s")
    private @Nullable BilingualText scope;

    @Embedded
    @EmbeddedColumnNaming("baseline_%s")
    private @Nullable Figure baseline;

    @Embedded
    @EmbeddedColumnNaming("figure_%s")
    private @Nullable Figure figure;

    @Enumerated(EnumType.STRING)
    private @Nullable Qualifier reading;

    @Embedded
    @EmbeddedColumnNaming("reading_reason_%s")
    private @Nullable BilingualText readingReason;

    /** Absent where there is no way from one figure to another. */
    @Enumerated(EnumType.STRING)
    private @Nullable TrajectoryMethod method;

    @Embedded
    @EmbeddedColumnNaming("method_reason_%s")
    private @Nullable BilingualText methodReason;

    @ElementCollection
    @CollectionTable(name = "target_step", joinColumns = @JoinColumn(name = "target"))
    @OrderColumn(name = "position")
    private List<Trajectory.Step> steps = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "target_passage", joinColumns = @JoinColumn(name = "target"))
    @OrderColumn(name = "position")
    private List<StoredPassage> passages = new ArrayList<>();

    private @Nullable String note;

    private long version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Target() {}

    @SuppressWarnings("NullAway.Init") // restate() sets the rest
    private Target(TargetId id) {
        this.id = id;
    }

    /** @param located the passages, each with its offset */
    static Target record(NewTarget sent, List<StoredPassage> located) {
        var target = new Target(new TargetId(sent.id()));
        target.restate(sent, located);
        return target;
    }

    /** Puts another statement in force. */
    void restate(NewTarget sent, List<StoredPassage> located) {
        indicator = new IndicatorCode(sent.indicator());
        definition = sent.definition();
        baselineDefinition = sent.baselineDefinition();
        plan = new PlanId(sent.plan());
        area = new AreaCode(sent.area());
        kind = sent.kind();
        direction = sent.direction();
        scope = sent.scope();
        baseline = sent.baseline();
        figure = sent.figure();
        reading = sent.reading() == null ? null : sent.reading().qualifier();
        readingReason = sent.reading() == null ? null : sent.reading().reason();
        var trajectory = sent.trajectory() == null && sent.hasTrajectory() ? Trajectory.STRAIGHT : sent.trajectory();
        method = trajectory == null ? null : trajectory.method();
        methodReason = trajectory == null ? null : trajectory.reason();
        steps.clear();
        if (trajectory != null) {
            steps.addAll(trajectory.steps());
        }
        passages.clear();
        passages.addAll(located);
        note = sent.note();
        version++;
    }

    /** The words are the same and stand elsewhere: no new version. */
    void move(UnaryOperator<StoredPassage> moved) {
        passages.replaceAll(moved);
    }

    TargetId id() {
        return id;
    }

    TargetView view() {
        return new TargetView(
                id,
                indicator,
                definition,
                baselineDefinition,
                plan,
                area,
                kind,
                direction,
                scope,
                baseline,
                figure,
                reading == null || readingReason == null ? null : new Reading(reading, readingReason),
                method == null ? null : new Trajectory(method, methodReason, List.copyOf(steps)),
                passages.stream().map(PassageView::of).toList(),
                List.of(),
                note,
                version);
    }
}

package cn.quality.indicator.targets;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.indicator.BilingualText;
import cn.quality.indicator.catalogue.Direction;
import cn.quality.indicator.catalogue.Figure;
import cn.quality.indicator.catalogue.Qualifier;
import cn.quality.indicator.catalogue.TargetKind;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TargetRuleTest {

    private static final Figure FROM = figure(2015, "54");
    private static final Figure TO = figure(2020, "250");
    private static final Figure LEVEL = new Figure(2020, null, null, "比较满意");
    private static final BilingualText BECAUSE = new BilingualText("理由", "a reason");
    private static final Passage WORDS = new Passage("流通示范单位250家", null, PassageAbout.TARGET);

    @Test
    void aConsistentTargetBreaksNone() {
        assertThat(broken(TargetKind.REACH, Direction.AT_LEAST, FROM, TO)).isEmpty();
        assertThat(broken(TargetKind.REACH, Direction.AT_LEAST, null, TO)).isEmpty();
        assertThat(broken(TargetKind.REACH, Direction.AT_MOST, figure(2015, "300"), TO))
                .isEmpty();
        assertThat(broken(TargetKind.ORDINAL, Direction.AT_LEAST, null, LEVEL)).isEmpty();
        assertThat(broken(TargetKind.DIRECTION, Direction.AT_MOST, null, null)).isEmpty();
        assertThat(broken(TargetKind.ZERO, Direction.EXACTLY, null, figure(2020, "0.0")))
                .isEmpty();
        assertThat(broken(TargetKind.MILESTONE, Direction.EXACTLY, null, figure(2020, "1")))
                .isEmpty();
    }

    @Test
    void aTargetPromisesSomething() {
        assertThat(broken(TargetKind.CONTEXT, Direction.NONE, null, TO))
                .containsExactly(TargetRule.BACKGROUND_IS_NO_TARGET, TargetRule.IT_POINTS_SOMEWHERE);
        assertThat(broken(TargetKind.REACH, Direction.AT_LEAST, FROM, null))
                .containsExactly(TargetRule.ONLY_A_MERE_DIRECTION_HAS_NO_FIGURE);
        assertThat(broken(TargetKind.DIRECTION, Direction.AT_MOST, null, TO))
                .containsExactly(TargetRule.ONLY_A_MERE_DIRECTION_HAS_NO_FIGURE);
    }

    @Test
    void theFigureFitsItsKind() {
        assertThat(broken(TargetKind.ZERO, Direction.EXACTLY, null, TO)).containsExactly(TargetRule.ZERO_MEANS_ZERO);
        assertThat(broken(TargetKind.MILESTONE, Direction.EXACTLY, null, TO))
                .containsExactly(TargetRule.A_MILESTONE_IS_DONE_OR_NOT);
        assertThat(broken(TargetKind.REACH, Direction.AT_LEAST, null, LEVEL))
                .containsExactly(TargetRule.ONLY_LEVELS_LACK_A_NUMBER);
        var bare = new Figure(2020, BigDecimal.ONE, null, "1");
        assertThat(broken(TargetKind.REACH, Direction.AT_LEAST, null, bare))
                .containsExactly(TargetRule.QUALIFIER_GOES_WITH_VALUE);
    }

    @Test
    void theBaselineLiesBeforeTheTargetAndOnItsSide() {
        assertThat(broken(TargetKind.REACH, Direction.AT_LEAST, figure(2020, "54"), TO))
                .containsExactly(TargetRule.BASELINE_COMES_FIRST);
        assertThat(broken(TargetKind.REACH, Direction.AT_MOST, FROM, TO))
                .containsExactly(TargetRule.IT_GOES_THE_WAY_IT_SAYS);
        assertThat(broken(TargetKind.REACH, Direction.AT_LEAST, figure(2015, "251"), TO))
                .containsExactly(TargetRule.IT_GOES_THE_WAY_IT_SAYS);
    }

    @Test
    void aBaselineOfAnotherDefinitionIsNotCompared() {
        var broken = TargetRule.brokenBy(target(
                TargetKind.REACH, Direction.AT_LEAST, 1, figure(2015, "251"), TO, null, Trajectory.STRAIGHT, WORDS));
        assertThat(broken).containsExactly(TargetRule.A_WAY_HAS_TWO_ENDS);
    }

    @Test
    void aTrajectoryIsWellFounded() {
        assertThat(along(TrajectoryMethod.STEP, null)).containsExactly(TargetRule.ANOTHER_METHOD_HAS_A_REASON);
        assertThat(along(TrajectoryMethod.LINEAR, null, step(2018, "100")))
                .containsExactly(TargetRule.STEPS_LEAD_FROM_BASELINE_TO_TARGET);
        assertThat(along(TrajectoryMethod.STEP, BECAUSE, step(2018, "100"), step(2018, "120")))
                .containsExactly(TargetRule.STEPS_LEAD_FROM_BASELINE_TO_TARGET);
        assertThat(along(TrajectoryMethod.STEP, BECAUSE, step(2015, "100")))
                .containsExactly(TargetRule.STEPS_LEAD_FROM_BASELINE_TO_TARGET);
        assertThat(along(TrajectoryMethod.STEP, BECAUSE, step(2020, "100")))
                .containsExactly(TargetRule.STEPS_LEAD_FROM_BASELINE_TO_TARGET);
        assertThat(along(TrajectoryMethod.STEP, BECAUSE, step(2017, "100"), step(2019, "200")))
                .isEmpty();
        assertThat(along(TrajectoryMethod.COMPOUND, BECAUSE)).isEmpty();
        assertThat(TargetRule.brokenBy(target(
                        TargetKind.REACH,
                        Direction.AT_LEAST,
                        null,
                        figure(2015, "0"),
                        TO,
                        null,
                        new Trajectory(TrajectoryMethod.COMPOUND, BECAUSE, List.of()),
                        WORDS)))
                .containsExactly(TargetRule.COMPOUND_GROWTH_IS_OF_POSITIVE_FIGURES);
    }

    @Test
    void aReadingAgreesWithTheDirection() {
        assertThat(read(Qualifier.GE)).isEmpty();
        assertThat(read(Qualifier.GT)).isEmpty();
        assertThat(read(Qualifier.LE)).containsExactly(TargetRule.READING_READS_A_FIGURE);
        assertThat(read(Qualifier.EQ)).containsExactly(TargetRule.READING_READS_A_FIGURE);
    }

    @Test
    void aTargetStandsOnItsPlansWords() {
        var baseline = new Passage("流通示范单位54家", null, PassageAbout.BASELINE);
        assertThat(quoting()).containsExactly(TargetRule.IT_IS_QUOTED);
        assertThat(quoting(baseline)).containsExactly(TargetRule.IT_IS_QUOTED);
        assertThat(quoting(WORDS, WORDS)).containsExactly(TargetRule.NOTHING_TWICE);
        assertThat(quoting(baseline, WORDS)).isEmpty();
    }

    private static List<TargetRule> broken(
            TargetKind kind, Direction direction, @Nullable Figure baseline, @Nullable Figure figure) {
        return TargetRule.brokenBy(target(kind, direction, null, baseline, figure, null, null, WORDS));
    }

    private static List<TargetRule> along(
            TrajectoryMethod method, @Nullable BilingualText reason, Trajectory.Step... steps) {
        return TargetRule.brokenBy(target(
                TargetKind.REACH,
                Direction.AT_LEAST,
                null,
                FROM,
                TO,
                null,
                new Trajectory(method, reason, List.of(steps)),
                WORDS));
    }

    private static List<TargetRule> read(Qualifier qualifier) {
        return TargetRule.brokenBy(target(
                TargetKind.REACH, Direction.AT_LEAST, null, FROM, TO, new Reading(qualifier, BECAUSE), null, WORDS));
    }

    private static List<TargetRule> quoting(Passage... passages) {
        return TargetRule.brokenBy(target(TargetKind.REACH, Direction.AT_LEAST, null, FROM, TO, null, null, passages));
    }

    private static NewTarget target(
            TargetKind kind,
            Direction direction,
            @Nullable Integer baselineDefinition,
            @Nullable Figure baseline,
            @Nullable Figure figure,
            @Nullable Reading reading,
            @Nullable Trajectory trajectory,
            Passage... passages) {
        return new NewTarget(
                "a-plan.t-test",
                "T_TEST",
                2,
                baselineDefinition,
                "a-plan",
                "371100",
                kind,
                direction,
                null,
                baseline,
                figure,
                reading,
                trajectory,
                List.of(passages),
                null);
    }

    private static Figure figure(int year, String value) {
        return new Figure(year, new BigDecimal(value), Qualifier.EQ, value);
    }

    private static Trajectory.Step step(int year, String value) {
        return new Trajectory.Step(year, new BigDecimal(value));
    }
}

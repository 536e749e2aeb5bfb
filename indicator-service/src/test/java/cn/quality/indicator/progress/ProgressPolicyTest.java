package cn.quality.indicator.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.quality.indicator.BilingualText;
import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.catalogue.DefinitionView;
import cn.quality.indicator.catalogue.Direction;
import cn.quality.indicator.catalogue.Figure;
import cn.quality.indicator.catalogue.Measure;
import cn.quality.indicator.catalogue.Qualifier;
import cn.quality.indicator.catalogue.TargetKind;
import cn.quality.indicator.observation.ObservationStatus;
import cn.quality.indicator.observation.Period;
import cn.quality.indicator.targets.Reading;
import cn.quality.indicator.targets.Trajectory;
import cn.quality.indicator.targets.TrajectoryMethod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One golden for each kind of target, with the figures of the plans, and what must hold for all of them. */
class ProgressPolicyTest {

    private static final Bands BANDS = new Bands(BigDecimal.ONE, new BigDecimal("0.8"), "测试");
    private static final BilingualText BECAUSE = new BilingualText("理由", "a reason");
    private static final LocalDate END_OF_2018 = LocalDate.of(2018, 12, 31);
    private static final LocalDate AFTERWARDS = LocalDate.of(2021, 3, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2020, 12, 31);

    // --- reach

    @Test
    void aGainIsHeldAgainstTheLineFromTheBaseline() {
        var judged = judge(reach("54", "250"), "140", 2018, END_OF_2018);
        assertThat(judged.state()).isEqualTo(ProgressState.OFF_TRACK);
        assertThat(judged.expected()).isEqualByComparingTo("171.6");
        assertThat(judged.gained()).isCloseTo(new BigDecimal("0.43878"), within(new BigDecimal("0.00001")));
        assertThat(judged.share()).isCloseTo(new BigDecimal("0.73129"), within(new BigDecimal("0.00001")));
        assertThat(judged.reason().zh()).isEqualTo("2018年为140家，按直线轨迹应为171.6家；应有增量完成73.1%，低于80%，进度滞后");
        assertThat(judged.reason().en())
                .isEqualTo("2018: 140 where the straight line expects 171.6;"
                        + " 73.1% of the expected gain, below 80%: off track");
    }

    @Test
    void compoundGrowthExpectsLessOnTheWay() {
        var compound = commitment(
                TargetKind.REACH,
                Direction.AT_LEAST,
                figure(2015, "54", Qualifier.EQ),
                figure(2020, "250", Qualifier.EQ),
                null,
                new Trajectory(TrajectoryMethod.COMPOUND, BECAUSE, List.of()));
        var judged = judge(compound, "140", 2018, END_OF_2018);
        // 54 × (250 ÷ 54)^(3/5)
        assertThat(judged.expected()).isCloseTo(new BigDecimal("135.4321"), within(new BigDecimal("0.0001")));
        assertThat(judged.state()).isEqualTo(ProgressState.ON_TRACK);
    }

    @Test
    void aStepHoldsUntilTheNext() {
        var steps = commitment(
                TargetKind.REACH,
                Direction.AT_LEAST,
                figure(2015, "54", Qualifier.EQ),
                figure(2020, "250", Qualifier.EQ),
                null,
                new Trajectory(
                        TrajectoryMethod.STEP, BECAUSE, List.of(new Trajectory.Step(2018, new BigDecimal("150")))));
        assertThat(judge(steps, "54", 2017, LocalDate.of(2018, 12, 30)).state()).isEqualTo(ProgressState.ON_TRACK);
        assertThat(judge(steps, "53", 2017, LocalDate.of(2018, 12, 30)).state()).isEqualTo(ProgressState.OFF_TRACK);
        assertThat(judge(steps, "140", 2018, END_OF_2018).state()).isEqualTo(ProgressState.AT_RISK);
        assertThat(judge(steps, "150", 2018, END_OF_2018).state()).isEqualTo(ProgressState.ON_TRACK);
    }

    @ParameterizedTest
    @CsvSource({
        "171.6, ON_TRACK",
        "171.59, AT_RISK",
        "148.08, AT_RISK",
        "148.07, OFF_TRACK",
        "249.99, ON_TRACK",
        "250, ACHIEVED",
        "40, OFF_TRACK",
    })
    void theBandsBeginAtTheirLimits(String actual, ProgressState state) {
        assertThat(judge(reach("54", "250"), actual, 2018, END_OF_2018).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"7, ON_TRACK", "7.01, AT_RISK", "7.6, AT_RISK", "7.61, OFF_TRACK", "5, ACHIEVED", "11, OFF_TRACK"})
    void onAFallingTargetLessIsMore(String actual, ProgressState state) {
        var falling = commitment(
                TargetKind.REACH,
                Direction.AT_MOST,
                figure(2015, "10", Qualifier.EQ),
                figure(2020, "5", Qualifier.LE),
                null,
                Trajectory.STRAIGHT);
        var judged = judge(falling, actual, 2018, END_OF_2018);
        assertThat(judged.state()).isEqualTo(state);
        if (state == ProgressState.AT_RISK) {
            assertThat(judged.reason().zh()).contains("应有降幅完成");
        }
    }

    @Test
    void withoutABaselineAFigureIsReachedOrNotYet() {
        var bare = commitment(
                TargetKind.REACH,
                Direction.AT_LEAST,
                null,
                figure(2020, "3000", Qualifier.GE),
                null,
                Trajectory.STRAIGHT);
        assertThat(judge(bare, "3000", 2018, END_OF_2018).state()).isEqualTo(ProgressState.REACHED);
        var judged = judge(bare, "2999.99", 2018, END_OF_2018);
        assertThat(judged.state()).isEqualTo(ProgressState.NOT_YET_REACHED);
        assertThat(judged.reason().zh()).isEqualTo("2018年为2999.99家，目标要求不低于3000家，尚未达到");
        assertThat(judged.expected()).isNull();
    }

    @Test
    void aBaselineThatIsAnIntervalIsJudgedWhenItsEndsAgree() {
        var qualified = commitment(
                TargetKind.REACH,
                Direction.AT_LEAST,
                figure(2015, "90", Qualifier.GE),
                figure(2020, "98", Qualifier.GE),
                null,
                Trajectory.STRAIGHT);
        assertThat(judge(qualified, "99", 2018, END_OF_2018).state()).isEqualTo(ProgressState.ACHIEVED);
        // From 90 on it is well on its way; from 98 on it is below.
        assertThat(judge(qualified, "97", 2018, END_OF_2018).state()).isEqualTo(ProgressState.NOT_JUDGED);
        assertThat(judge(qualified, "91", 2018, END_OF_2018).state()).isEqualTo(ProgressState.OFF_TRACK);
        assertThat(judge(qualified, "97", 2020, AFTERWARDS).state()).isEqualTo(ProgressState.MISSED);
    }

    // --- maintain and zero

    @ParameterizedTest
    @CsvSource({"97.9, OFF_TRACK", "98.0, ACHIEVED", "97.9999, OFF_TRACK"})
    void aFloorIsKeptOrBroken(String actual, ProgressState state) {
        var floor = commitment(
                TargetKind.MAINTAIN,
                Direction.AT_LEAST,
                figure(2015, "98", Qualifier.GE),
                figure(2020, "98", Qualifier.GE),
                null,
                Trajectory.STRAIGHT);
        assertThat(judge(floor, actual, 2018, END_OF_2018).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"0, ACHIEVED", "0.0, ACHIEVED", "1, OFF_TRACK"})
    void anyEventBreaksAZero(String actual, ProgressState state) {
        var zero = commitment(
                TargetKind.ZERO, Direction.EXACTLY, null, figure(2020, "0", Qualifier.EQ), null, Trajectory.STRAIGHT);
        assertThat(judge(zero, actual, 2018, END_OF_2018).state()).isEqualTo(state);
        assertThat(judge(zero, null, 2018, END_OF_2018).state()).isEqualTo(ProgressState.NO_DATA);
    }

    // --- milestone, ordinal, direction

    @Test
    void aMilestoneIsDoneOrNot() {
        var built = commitment(
                TargetKind.MILESTONE,
                Direction.EXACTLY,
                null,
                figure(2020, "1", Qualifier.EQ),
                null,
                Trajectory.STRAIGHT);
        assertThat(judge(built, "0", 2018, END_OF_2018).state()).isEqualTo(ProgressState.NOT_YET_REACHED);
        assertThat(judge(built, "1", 2018, END_OF_2018).state()).isEqualTo(ProgressState.REACHED);
        assertThat(judge(built, "0", 2020, AFTERWARDS).state()).isEqualTo(ProgressState.MISSED);
        assertThat(judge(built, "1", 2020, AFTERWARDS).state()).isEqualTo(ProgressState.ACHIEVED);
    }

    @ParameterizedTest
    @CsvSource({"一般, OFF_TRACK", "比较满意, ACHIEVED", "非常满意, ACHIEVED", "满意极了, NOT_JUDGED"})
    void aLevelIsAPositionOnItsScale(String level, ProgressState state) {
        var words = "保持在“比较满意”的水平";
        var ordinal = new Commitment(
                TargetKind.ORDINAL,
                Direction.AT_LEAST,
                new Figure(2015, null, null, words),
                new Figure(2020, null, null, words),
                null,
                Trajectory.STRAIGHT,
                definition(List.of("不太满意", "一般", "比较满意", "非常满意"), null));
        var actual = new Actual(Period.year(2018), null, null, level, ObservationStatus.A);
        assertThat(new ProgressPolicy(ordinal, BANDS, END_OF_2018)
                        .judge(new Choice(actual, null))
                        .state())
                .isEqualTo(state);
    }

    @Test
    void aMereDirectionIsShownAndNotJudged() {
        var direction = commitment(TargetKind.DIRECTION, Direction.AT_MOST, null, null, null, Trajectory.STRAIGHT);
        assertThat(judge(direction, "3", 2018, END_OF_2018).state()).isEqualTo(ProgressState.NOT_JUDGED);
    }

    // --- dates

    @Test
    void afterTheDateOnlyAchievedMissedAndNoDataRemain() {
        assertThat(judge(reach("54", "250"), "249", 2020, LAST_DAY).state()).isEqualTo(ProgressState.AT_RISK);
        assertThat(judge(reach("54", "250"), "249", 2020, LAST_DAY.plusDays(1)).state())
                .isEqualTo(ProgressState.MISSED);
        assertThat(judge(reach("54", "250"), "250", 2020, AFTERWARDS).state()).isEqualTo(ProgressState.ACHIEVED);
        assertThat(judge(reach("54", "250"), "249", 2019, AFTERWARDS).state()).isEqualTo(ProgressState.NO_DATA);
        // What came later does not save it.
        assertThat(judge(reach("54", "250"), "300", 2021, AFTERWARDS.plusYears(2))
                        .state())
                .isEqualTo(ProgressState.NO_DATA);
    }

    @Test
    void aFigureThatShouldHaveBeenFollowedByAnotherIsNone() {
        assertThat(judge(reach("54", "250"), "140", 2017, LocalDate.of(2018, 12, 30))
                        .state())
                .isEqualTo(ProgressState.ON_TRACK);
        var overdue = judge(reach("54", "250"), "240", 2017, END_OF_2018);
        assertThat(overdue.state()).isEqualTo(ProgressState.NO_DATA);
        assertThat(overdue.reason().zh()).isEqualTo("最近一期为2017年，其后一期应报未报");
        assertThat(overdue.reason().en()).isEqualTo("The latest figure is of 2017; the one after it is due");
    }

    // --- readings and digits

    @Test
    void whether80Is80OddIsTheDeclaredReading() {
        assertThat(judge(read(Qualifier.GE), "80", 2020, AFTERWARDS).state()).isEqualTo(ProgressState.ACHIEVED);
        assertThat(judge(read(Qualifier.GT), "80", 2020, AFTERWARDS).state()).isEqualTo(ProgressState.MISSED);
        assertThat(judge(read(Qualifier.GT), "81", 2020, AFTERWARDS).state()).isEqualTo(ProgressState.ACHIEVED);
        assertThat(read(Qualifier.GE).readOtherwise().limit().orElseThrow().qualifier())
                .isEqualTo(Qualifier.GT);
    }

    @Test
    void aPageShowsWhatWasCompared() {
        var rate = commitment(
                TargetKind.MAINTAIN,
                Direction.AT_LEAST,
                null,
                figure(2020, "97", Qualifier.GE),
                null,
                Trajectory.STRAIGHT);
        assertThat(judge(rate, "96.96", 2018, END_OF_2018).reason().zh()).isEqualTo("2018年为96.96家，目标要求不低于97家，进度滞后");
        assertThat(Digits.telling(new BigDecimal("96.96"), new BigDecimal("97"), 1))
                .isEqualTo("96.96");
        assertThat(Digits.telling(new BigDecimal("96.84"), new BigDecimal("97"), 1))
                .isEqualTo("96.8");
        assertThat(Digits.telling(new BigDecimal("96.9999996"), new BigDecimal("97"), 1))
                .isEqualTo("96.9999996");
        assertThat(Digits.telling(new BigDecimal("97.00"), new BigDecimal("97"), 1))
                .isEqualTo("97");
    }

    // --- what must hold for all

    @Test
    void moreIsNeverWorseAndNothingFails() {
        var random = new Random(20260301);
        var order =
                List.of(ProgressState.OFF_TRACK, ProgressState.AT_RISK, ProgressState.ON_TRACK, ProgressState.ACHIEVED);
        for (int i = 0; i < 2_000; i++) {
            var from = BigDecimal.valueOf(random.nextInt(1, 1_000), random.nextInt(0, 3));
            var to = from.add(BigDecimal.valueOf(random.nextInt(0, 1_000), random.nextInt(0, 3)));
            var method = TrajectoryMethod.values()[random.nextInt(3)];
            var target = commitment(
                    TargetKind.REACH,
                    Direction.AT_LEAST,
                    new Figure(2015, from, Qualifier.EQ, "基数"),
                    new Figure(2020, to, Qualifier.EQ, "目标"),
                    null,
                    new Trajectory(method, BECAUSE, List.of()));
            int year = random.nextInt(2016, 2021);
            var day = LocalDate.of(year, 12, 31);
            var less = BigDecimal.valueOf(random.nextInt(0, 200_000), 2);
            var more = less.add(BigDecimal.valueOf(random.nextInt(0, 10_000), 2));
            int worse =
                    order.indexOf(judge(target, less.toPlainString(), year, day).state());
            int better =
                    order.indexOf(judge(target, more.toPlainString(), year, day).state());
            assertThat(worse)
                    .as("%s %s to %s in %s: %s", method, from, to, year, less)
                    .isNotNegative();
            assertThat(better)
                    .as("%s %s to %s in %s: %s", method, from, to, year, more)
                    .isGreaterThanOrEqualTo(worse);
        }
    }

    @Test
    void aCourseNeverTurnsBackAndEndsAtTheTarget() {
        var random = new Random(20260302);
        for (int i = 0; i < 200; i++) {
            var from = BigDecimal.valueOf(random.nextInt(1, 1_000));
            var to = BigDecimal.valueOf(random.nextInt(1, 1_000));
            for (var method : TrajectoryMethod.values()) {
                var course = new Course(new Trajectory(method, BECAUSE, List.of()), 2015, from, 2020, to);
                assertThat(course.expectedAt(LocalDate.of(2015, 12, 31))).isEqualByComparingTo(from);
                assertThat(course.expectedAt(LAST_DAY)).isEqualByComparingTo(to);
                var before = from;
                for (var day = LocalDate.of(2016, 1, 1); day.getYear() < 2021; day = day.plusDays(97)) {
                    var next = course.expectedAt(day);
                    assertThat(next.subtract(before).signum()
                                    * to.subtract(from).signum())
                            .isNotNegative();
                    before = next;
                }
            }
        }
    }

    @Test
    void powersAreExactEnough() {
        assertThat(Powers.of(new BigDecimal("2"), new BigDecimal("0.5")))
                .isCloseTo(BigDecimal.TWO.sqrt(java.math.MathContext.DECIMAL128), within(new BigDecimal("1E-30")));
        assertThat(Powers.of(new BigDecimal("0.001"), new BigDecimal("3")))
                .isCloseTo(new BigDecimal("1E-9"), within(new BigDecimal("1E-40")));
        assertThat(Powers.of(new BigDecimal("123456789"), BigDecimal.ONE))
                .isCloseTo(new BigDecimal("123456789"), within(new BigDecimal("1E-22")));
    }

    private static Commitment reach(String from, String to) {
        return commitment(
                TargetKind.REACH,
                Direction.AT_LEAST,
                figure(2015, from, Qualifier.EQ),
                figure(2020, to, Qualifier.EQ),
                null,
                Trajectory.STRAIGHT);
    }

    private static Commitment read(Qualifier qualifier) {
        return commitment(
                TargetKind.REACH,
                Direction.AT_LEAST,
                figure(2015, "28", Qualifier.EQ),
                figure(2020, "80", Qualifier.GE),
                new Reading(qualifier, BECAUSE),
                Trajectory.STRAIGHT);
    }

    private static Commitment commitment(
            TargetKind kind,
            Direction direction,
            @Nullable Figure baseline,
            @Nullable Figure figure,
            @Nullable Reading reading,
            Trajectory trajectory) {
        return new Commitment(kind, direction, baseline, figure, reading, trajectory, definition(List.of(), null));
    }

    private static DefinitionView definition(List<String> levels, @Nullable BigDecimal highest) {
        return new DefinitionView(
                new IndicatorCode("T_TEST"),
                1,
                LocalDate.of(2011, 1, 1),
                null,
                BECAUSE,
                "家",
                levels.isEmpty() ? Measure.STOCK : Measure.LEVEL,
                null,
                null,
                0,
                null,
                highest,
                levels,
                false,
                null,
                1);
    }

    private static Figure figure(int year, String value, Qualifier qualifier) {
        return new Figure(year, new BigDecimal(value), qualifier, value);
    }

    private static Judgement judge(Commitment commitment, @Nullable String value, int year, LocalDate day) {
        var figure = new Actual(
                Period.year(year),
                value == null ? null : new BigDecimal(value),
                value == null ? null : Qualifier.EQ,
                null,
                value == null ? ObservationStatus.M : ObservationStatus.A);
        var choice = Choice.of(List.of(figure), day, Optional.of(LAST_DAY));
        return new ProgressPolicy(commitment, BANDS, day).judge(choice);
    }
}

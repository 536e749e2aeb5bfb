package cn.quality.indicator.warning;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.indicator.BilingualText;
import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.catalogue.DefinitionView;
import cn.quality.indicator.catalogue.Direction;
import cn.quality.indicator.catalogue.Measure;
import cn.quality.indicator.catalogue.Qualifier;
import cn.quality.indicator.catalogue.TargetKind;
import cn.quality.indicator.observation.Frequency;
import cn.quality.indicator.observation.ObservationStatus;
import cn.quality.indicator.observation.ObservationView;
import cn.quality.indicator.observation.Period;
import cn.quality.indicator.observation.SuddenChangeLimits;
import cn.quality.indicator.plan.PlanId;
import cn.quality.indicator.progress.FigureJudgement;
import cn.quality.indicator.progress.Limit;
import cn.quality.indicator.progress.ProgressState;
import cn.quality.indicator.targets.TargetId;
import cn.quality.indicator.targets.TargetView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a figure gives reason to warn of, and when it is too few cases to say so. */
class FindingTest {

    private static final IndicatorCode CODE = new IndicatorCode("T_FINDING");

    @ParameterizedTest
    @CsvSource({
        "REACH,     OFF_TRACK,       OFF_TRAJECTORY",
        "REACH,     MISSED,          OFF_TRAJECTORY",
        "MILESTONE, MISSED,          OFF_TRAJECTORY",
        "MAINTAIN,  OFF_TRACK,       FLOOR_BREACH",
        "MAINTAIN,  MISSED,          FLOOR_BREACH",
        "ORDINAL,   OFF_TRACK,       FLOOR_BREACH",
        "ZERO,      OFF_TRACK,       ZERO_BREACH",
        "REACH,     AT_RISK,         ",
        "REACH,     NOT_YET_REACHED, ",
        "MAINTAIN,  ACHIEVED,        ",
        "REACH,     NOT_JUDGED,      ",
    })
    void whatIsOffATarget(TargetKind kind, ProgressState state, @Nullable Cause cause) {
        var found = Finding.of(target(kind), judged(state, "GE", "97"), figure("90", null, null));
        assertThat(found.map(Finding::cause).orElse(null)).isEqualTo(cause);
        found.ifPresent(finding -> {
            assertThat(finding.target()).contains(new TargetId("test.finding"));
            assertThat(finding.evidence().actual()).isEqualByComparingTo("90");
            assertThat(finding.evidence().border()).isEqualByComparingTo("97");
            assertThat(finding.evidence().low()).isNull();
        });
    }

    /** The limit inside the interval: there is not enough data, and nobody is warned. */
    @ParameterizedTest
    @CsvSource({
        "95.0, 19,  20,   GE, 97, ",
        "95.0, 950, 1000, GE, 97, 93.47 96.19",
        "96.0, 960, 1000, GE, 97, ",
        "3.0,  30,  1000, LE, 2,  2.11 4.25",
        "2.5,  25,  1000, LE, 2,  ",
    })
    void aRateOfFewCasesWarnsNobody(
            String value, String part, String whole, String qualifier, String limit, @Nullable String interval) {
        var found = Finding.of(
                target(TargetKind.MAINTAIN),
                judged(ProgressState.OFF_TRACK, qualifier, limit),
                figure(value, part, whole));
        assertThat(found.map(finding -> finding.evidence().low() + " "
                                + finding.evidence().high())
                        .orElse(null))
                .isEqualTo(interval);
        found.ifPresent(finding -> assertThat(finding.evidence().zh()).contains("95%置信区间为", "不含界限" + limit));
    }

    /** The changes of 90 91 93 94 94.5 are 1 2 1 0.5. */
    @ParameterizedTest
    @CsvSource({
        "90 91 93 94 94.5, 97.6, A, true",
        "90 91 93 94 94.5, 97.5, A, false",
        "90 91 93 94,      50,   A, false",
        "90 91 93 94 94.5, 50,   B, false",
    })
    void aSuddenChangeUnlessTheSeriesBreaks(String history, String value, ObservationStatus status, boolean sudden) {
        var before = Stream.of(history.split(" ", -1)).map(BigDecimal::new).toList();
        var found = Finding.of(
                before, figure(value, null, null, status), new SuddenChangeLimits.Limits(BigDecimal.valueOf(3), 5));
        assertThat(found.isPresent()).isEqualTo(sudden);
        found.ifPresent(finding -> {
            assertThat(finding.cause()).isEqualTo(Cause.SUDDEN_CHANGE);
            assertThat(finding.evidence().before()).isEqualByComparingTo("94.5");
            assertThat(finding.evidence().border()).isEqualByComparingTo("3");
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyCauseHasWords(Cause cause) {
        assertThat(cause.label().zh()).isNotBlank();
        assertThat(cause.label().en()).isNotBlank();
    }

    private static FigureJudgement judged(ProgressState state, String qualifier, String limit) {
        return new FigureJudgement(
                state,
                null,
                new Limit(Qualifier.valueOf(qualifier), new BigDecimal(limit)),
                new BilingualText("测试", "test"),
                new DefinitionView(
                        CODE,
                        1,
                        LocalDate.of(2015, 1, 1),
                        null,
                        new BilingualText("口径", "scope"),
                        "%",
                        Measure.RATE,
                        null,
                        null,
                        1,
                        BigDecimal.ZERO,
                        BigDecimal.valueOf(100),
                        List.of(),
                        false,
                        null,
                        1));
    }

    private static TargetView target(TargetKind kind) {
        return new TargetView(
                new TargetId("test.finding"),
                CODE,
                1,
                null,
                new PlanId("test"),
                new AreaCode("990700"),
                kind,
                Direction.AT_LEAST,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                1);
    }

    private static ObservationView figure(String value, @Nullable String part, @Nullable String whole) {
        return figure(value, part, whole, ObservationStatus.A);
    }

    private static ObservationView figure(
            String value, @Nullable String part, @Nullable String whole, ObservationStatus status) {
        return new ObservationView(
                CODE,
                1,
                new AreaCode("990701"),
                Frequency.A,
                Period.year(2019),
                new BigDecimal(value),
                Qualifier.EQ,
                part == null ? null : new BigDecimal(part),
                whole == null ? null : new BigDecimal(whole),
                null,
                status,
                "测试",
                null,
                null,
                null,
                null);
    }
}

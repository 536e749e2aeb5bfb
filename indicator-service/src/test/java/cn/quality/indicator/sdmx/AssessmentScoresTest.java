package cn.quality.indicator.sdmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.quality.indicator.observation.ObservationStatus;
import cn.quality.indicator.observation.Period;
import cn.quality.indicator.sdmx.AssessmentScores.Score;
import cn.quality.indicator.sdmx.DataQuery.Vintage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssessmentScoresTest {

    private static final Instant FIRST = Instant.parse("2025-09-01T00:00:00Z");
    private static final Instant CORRECTED = Instant.parse("2025-10-01T00:00:00Z");
    private static final Instant NEXT_YEAR = Instant.parse("2026-09-01T00:00:00Z");

    private final AssessmentScores scores = new AssessmentScores(List.of(
            score("371102", 2024, FIRST, "91"),
            score("371103", 2024, FIRST, null),
            score("371102", 2024, CORRECTED, "78"),
            score("371103", 2024, CORRECTED, null),
            score("371102", 2025, NEXT_YEAR, "85")));

    private static Score score(String area, int year, Instant at, @Nullable String value) {
        return new Score(
                "government", area, year, at, value == null ? null : new BigDecimal(value), value == null ? null : "B");
    }

    private List<String> told(Vintage vintage) {
        return values(scores.observations(List.of(0), vintage));
    }

    private static List<String> values(Map<Integer, List<Observation>> observations) {
        return observations.getOrDefault(0, List.of()).stream()
                .map(one -> one.period() + " " + one.value())
                .toList();
    }

    @Test
    void theNewestEditionCountsAsKnownAtAnyMoment() {
        assertThat(scores.series(new Selection(Selection.ANY, Map.of())))
                .extracting(Series::area, Series::indicator)
                .containsExactly(tuple("371102", "government"), tuple("371103", "government"));
        assertThat(told(Vintage.NEWEST)).containsExactly("2024 78", "2025 85");
        assertThat(told(new Vintage(Optional.of(FIRST), Optional.empty(), false)))
                .containsExactly("2024 91");
        assertThat(told(new Vintage(Optional.of(FIRST.minusSeconds(1)), Optional.empty(), false)))
                .isEmpty();
        assertThat(told(new Vintage(Optional.empty(), Optional.of(CORRECTED), false)))
                .containsExactly("2025 85");
        assertThat(scores.observations(List.of(1), Vintage.NEWEST))
                .isEqualTo(Map.of(1, List.of(new Observation(Period.year(2024), null, ObservationStatus.M, "不适用"))));
    }

    @Test
    void eachEditionIsAPublication() {
        assertThat(scores.publications(List.of(0), Vintage.NEWEST)).containsExactly(FIRST, CORRECTED, NEXT_YEAR);
        assertThat(scores.publications(List.of(0, 1), new Vintage(Optional.of(CORRECTED), Optional.of(FIRST), true)))
                .containsExactly(CORRECTED);
        assertThat(values(scores.publishedAt(List.of(0), CORRECTED))).containsExactly("2024 78");
        assertThat(values(scores.publishedAt(List.of(0), NEXT_YEAR))).containsExactly("2025 85");
    }
}

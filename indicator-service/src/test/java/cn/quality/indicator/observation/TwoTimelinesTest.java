package cn.quality.indicator.observation;

import static cn.quality.indicator.Api.anyone;
import static cn.quality.indicator.Api.as;
import static cn.quality.indicator.observation.Figures.figure;
import static cn.quality.indicator.observation.Figures.given;
import static cn.quality.indicator.observation.Figures.publish;
import static cn.quality.indicator.observation.Figures.record;
import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.indicator.IndicatorTest;
import cn.quality.testing.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is recorded, revised and published in whatever order: each moment of the past reads as a naive model says. */
@IndicatorTest
class TwoTimelinesTest {

    private static final List<String> AREAS = List.of("990701", "990702");
    private static final List<String> PERIODS = List.of("2017", "2018-Q4");
    private static final int STEPS = 40;

    /** Everything that was ever said, as somebody would note it on paper. */
    private static final class Paper {

        private record Line(String place, int value, Instant recorded, Instant published) {}

        private final List<Line> lines = new ArrayList<>();

        void said(String place, int value, Instant at) {
            if (!newest(place, line -> true).filter(line -> line.value == value).isPresent()) {
                lines.add(new Line(place, value, at, Instant.MAX));
            }
        }

        int published(Instant at) {
            int count = 0;
            for (var place : places()) {
                var line = newest(place, any -> true).orElseThrow();
                if (line.published.equals(Instant.MAX)) {
                    lines.set(lines.indexOf(line), new Line(place, line.value, line.recorded, at));
                    count++;
                }
            }
            return count;
        }

        Map<String, Integer> known(Instant at) {
            return at(line -> !line.recorded.isAfter(at));
        }

        Map<String, Integer> visible(Instant at) {
            return at(line -> !line.published.isAfter(at));
        }

        private Map<String, Integer> at(Predicate<Line> then) {
            return places().stream()
                    .flatMap(place -> newest(place, then).stream())
                    .collect(Collectors.toMap(Line::place, Line::value, (a, b) -> b, TreeMap::new));
        }

        private java.util.Optional<Line> newest(String place, Predicate<Line> then) {
            return lines.stream()
                    .filter(line -> line.place.equals(place))
                    .filter(then)
                    .max(Comparator.comparing(Line::recorded));
        }

        private List<String> places() {
            return lines.stream().map(Line::place).distinct().toList();
        }
    }

    @AfterEach
    void theClockGoesBack() {
        MovedClock.back();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyMomentReadsAsThePaperSays(long seed) {
        var code = "T_TIMES_" + seed;
        given(code);
        var random = new Random(seed);
        var paper = new Paper();
        var moments = new ArrayList<Instant>();
        for (int step = 0; step < STEPS; step++) {
            MovedClock.forward(Duration.ofMinutes(1));
            var now = MovedClock.now();
            if (random.nextInt(3) == 0) {
                int expected = paper.published(now);
                if (expected == 0) {
                    publish(code).statusCode(422);
                } else {
                    assertThat(publish(code).statusCode(200).extract().<Integer>path("observations"))
                            .isEqualTo(expected);
                }
            } else {
                var area = AREAS.get(random.nextInt(AREAS.size()));
                var period = PERIODS.get(random.nextInt(PERIODS.size()));
                int value = 90 + random.nextInt(4);
                record(figure(code, area, period, "\"value\": %d, \"reason\": \"r%d\"".formatted(value, step)))
                        .statusCode(200);
                paper.said(area + " " + period, value, now);
            }
            // Acts lie within the first half of a minute that the clock was put forward.
            moments.add(now.plusSeconds(30));
        }
        for (var moment : moments) {
            assertThat(read(anyone(), "/observations", code, moment)).isEqualTo(paper.visible(moment));
            assertThat(read(as("auditor"), "/observations/recorded", code, moment))
                    .isEqualTo(paper.known(moment));
        }
    }

    private static Map<String, Integer> read(
            io.restassured.specification.RequestSpecification who, String path, String code, Instant asOf) {
        List<Map<String, String>> items =
                who.get(path + "?limit=200&indicator=" + code + "&asOf=" + asOf).path("items");
        return items.stream()
                .collect(Collectors.toMap(
                        item -> item.get("area") + " " + item.get("period"),
                        item -> Integer.valueOf(String.valueOf(item.get("value"))),
                        (a, b) -> {
                            throw new AssertionError("two rows for one key");
                        },
                        TreeMap::new));
    }
}

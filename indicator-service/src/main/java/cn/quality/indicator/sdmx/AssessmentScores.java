package cn.quality.indicator.sdmx;

import cn.quality.indicator.observation.Frequency;
import cn.quality.indicator.observation.ObservationStatus;
import cn.quality.indicator.observation.Period;
import cn.quality.indicator.sdmx.DataQuery.Vintage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The dataflow of assessments: the score of an area in a year, in the place of the indicator the scheme it was assessed by. A
 * corrected result is another edition, which revises the score from its publication on. There are a few each year, so that all
 * are in memory.
 */
final class AssessmentScores implements StoredSeries {

    /**
     * A score in an edition of the results.
     *
     * @param score absent when not one indicator applied
     * @param grade absent with it
     */
    record Score(
            String scheme,
            String area,
            int year,
            Instant publishedAt,
            @Nullable BigDecimal score,
            @Nullable String grade) {

        Observation observation() {
            return score == null
                    ? new Observation(Period.year(year), null, ObservationStatus.M, "不适用")
                    : new Observation(Period.year(year), score, ObservationStatus.A, "等级：" + grade);
        }
    }

    private record Key(String scheme, String area) {}

    private final List<Series> series = new ArrayList<>();
    private final List<List<Score>> scores = new ArrayList<>();

    /** @param all in the order of their publication */
    AssessmentScores(List<Score> all) {
        var byKey = new LinkedHashMap<Key, List<Score>>();
        for (var score : all) {
            byKey.computeIfAbsent(new Key(score.scheme(), score.area()), key -> new ArrayList<>())
                    .add(score);
        }
        byKey.forEach((key, ofIt) -> {
            series.add(new Series(Frequency.A, key.area(), key.scheme(), SeriesKind.ACTUAL, List.of(scores.size())));
            scores.add(ofIt);
        });
    }

    @Override
    public List<Series> series(Selection selection) {
        return List.copyOf(series);
    }

    @Override
    public Map<Integer, List<Observation>> observations(Collection<Integer> asked, Vintage vintage) {
        var since = vintage.updatedAfter().orElse(Instant.MIN);
        var found = new HashMap<Integer, List<Observation>>();
        select(asked, score -> isKnown(score, vintage)).forEach((id, ofIt) -> found.put(id, newest(ofIt, since)));
        return found;
    }

    @Override
    public List<Instant> publications(Collection<Integer> asked, Vintage vintage) {
        var since = vintage.updatedAfter().orElse(Instant.MIN);
        return select(
                        asked,
                        score -> isKnown(score, vintage) && score.publishedAt().isAfter(since))
                .values()
                .stream()
                .flatMap(List::stream)
                .map(Score::publishedAt)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public Map<Integer, List<Observation>> publishedAt(Collection<Integer> asked, Instant moment) {
        var found = new HashMap<Integer, List<Observation>>();
        select(asked, score -> score.publishedAt().equals(moment))
                .forEach((id, ofIt) -> found.put(id, newest(ofIt, Instant.MIN)));
        return found;
    }

    private static boolean isKnown(Score score, Vintage vintage) {
        return vintage.asOf()
                .map(moment -> !score.publishedAt().isAfter(moment))
                .orElse(true);
    }

    private Map<Integer, List<Score>> select(Collection<Integer> asked, Predicate<Score> which) {
        var found = new HashMap<Integer, List<Score>>();
        for (int id : asked) {
            found.put(id, scores.get(id).stream().filter(which).toList());
        }
        return found;
    }

    /** Of each year the last that was published, if it was after that moment. */
    private static List<Observation> newest(List<Score> ofOneSeries, Instant since) {
        var years = new TreeMap<Integer, Score>();
        ofOneSeries.forEach(score -> years.put(score.year(), score));
        return years.values().stream()
                .filter(score -> score.publishedAt().isAfter(since))
                .map(Score::observation)
                .toList();
    }
}

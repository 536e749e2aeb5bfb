package cn.quality.indicator.live;

import cn.quality.indicator.live.Events.Sampling;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the counters should say, from the newest snapshot of each record alone. */
final class Model {

    private Model() {}

    private record One(UUID id, Sampling sampling) {

        String sample() {
            return String.valueOf(sampling.recheckOf() == null ? sampling.report() : sampling.recheckOf());
        }
    }

    /** Of industrial products, all sampled on one day; empty for what is not public. */
    static Tally tally(Map<UUID, Optional<Sampling>> newest) {
        var samples = newest.entrySet().stream()
                .flatMap(one -> one
                        .getValue()
                        .filter(sampling -> "INDUSTRIAL".equals(sampling.productKind()))
                        .map(sampling -> new One(one.getKey(), sampling))
                        .stream())
                .collect(Collectors.groupingBy(
                        One::sample,
                        Collectors.maxBy(Comparator.<One, Boolean>comparing(
                                        one -> one.sampling().recheck())
                                // As PostgreSQL orders them: by their bytes.
                                .thenComparing(one -> one.id().toString()))));
        long passed = samples.values().stream()
                .flatMap(Optional::stream)
                .filter(one -> one.sampling().passed())
                .count();
        return new Tally(passed, samples.size());
    }
}

package cn.quality.standards.supervision;

import cn.quality.platform.digest.Digests;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A draw by chance, of declarations and of the two inspectors of each (双随机). Everything follows from the seed: the population
 * in the order of SHA-256(seed, a blank, id), and the first of that order; of the inspectors the first two in the order of
 * SHA-256(seed, a blank, id, a blank, inspector).
 *
 * @param population ids of all public declarations of the region at that moment, in their order
 */
record SamplingDraw(
        UUID id,
        String title,
        String region,
        int size,
        List<String> inspectors,
        String seed,
        List<UUID> population,
        String drawnBy,
        Instant drawnAt) {

    /** By the law two officials inspect. */
    static final int INSPECTORS = 2;

    /** @param position from 1 */
    record Drawn(int position, UUID declaration, List<String> inspectors) {}

    /** Who is on the list. */
    List<Drawn> drawn() {
        var chosen = inOrder(population, id -> seed + " " + id, size);
        return IntStream.range(0, chosen.size())
                .mapToObj(place -> new Drawn(
                        place + 1,
                        chosen.get(place),
                        inOrder(inspectors, who -> seed + " " + chosen.get(place) + " " + who, INSPECTORS)))
                .toList();
    }

    /** SHA-256 of the ids, one a line, so that nobody can later say that others were among them. */
    String populationDigest() {
        return sha256(populationText());
    }

    /** One id a line. */
    String populationText() {
        return population.stream().map(id -> id + "\n").collect(Collectors.joining());
    }

    private static <T> List<T> inOrder(Collection<T> all, Function<T, String> draw, int most) {
        return all.stream()
                .map(one -> new Lot<>(sha256(draw.apply(one)), one))
                .sorted(Comparator.comparing(Lot::digest))
                .limit(most)
                .map(Lot::drawn)
                .toList();
    }

    private record Lot<T>(String digest, T drawn) {}

    private static String sha256(String text) {
        return Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}

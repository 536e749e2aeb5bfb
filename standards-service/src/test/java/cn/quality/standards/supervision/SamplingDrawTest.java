package cn.quality.standards.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplingDrawTest {

    private static final List<String> INSPECTORS = List.of("qian", "sun", "wang", "zhao");
    private static final String SEED = "00".repeat(32);

    @Test
    void theSameSeedDrawsTheSameAndAnotherDrawsOthers() {
        var population = population(500);
        var drawn = draw(SEED, population, 20).drawn();
        assertThat(draw(SEED, population, 20).drawn()).isEqualTo(drawn);
        assertThat(draw("01" + SEED.substring(2), population, 20).drawn()).isNotEqualTo(drawn);
        assertThat(drawn)
                .hasSize(20)
                .extracting(SamplingDraw.Drawn::declaration)
                .doesNotHaveDuplicates();
        assertThat(drawn)
                .extracting(SamplingDraw.Drawn::position)
                .isEqualTo(IntStream.rangeClosed(1, 20).boxed().toList());
        assertThat(drawn)
                .allSatisfy(one -> assertThat(one.inspectors())
                        .hasSize(2)
                        .doesNotHaveDuplicates()
                        .isSubsetOf(INSPECTORS));
    }

    /** The order in which the population was read plays no part in who is drawn. */
    @Test
    void theOrderOfThePopulationPlaysNoPart() {
        var population = population(100);
        var shuffled = new ArrayList<>(population);
        Collections.shuffle(shuffled, new Random(1));
        assertThat(draw(SEED, shuffled, 10).drawn())
                .isEqualTo(draw(SEED, population, 10).drawn());
    }

    /** As the API document tells somebody else to do it. */
    @Test
    void anybodyCanRepeatIt() throws Exception {
        var population = population(50);
        var expected = new ArrayList<UUID>();
        var lots = new ArrayList<String>();
        for (var id : population) {
            lots.add(sha256(SEED + " " + id) + id);
        }
        Collections.sort(lots);
        for (var lot : lots.subList(0, 5)) {
            expected.add(UUID.fromString(lot.substring(64)));
        }
        var draw = draw(SEED, population, 5);
        assertThat(draw.drawn()).extracting(SamplingDraw.Drawn::declaration).isEqualTo(expected);
        var text = new StringBuilder();
        population.forEach(id -> text.append(id).append('\n'));
        assertThat(draw.populationDigest()).isEqualTo(sha256(text.toString()));
    }

    @Test
    void nobodyIsDrawnMoreOftenThanChanceHasIt() {
        var population = population(10);
        var random = new Random(7);
        var times = new HashMap<UUID, Integer>();
        for (int round = 0; round < 2_000; round++) {
            var seed = HexFormat.of().formatHex(bytes(random));
            draw(seed, population, 3).drawn().forEach(one -> times.merge(one.declaration(), 1, Integer::sum));
        }
        // 600 each; four standard deviations are 82.
        assertThat(times.values())
                .hasSize(10)
                .allSatisfy(count -> assertThat(count).isBetween(518, 682));
    }

    @Test
    void whereThereAreFewAllAreDrawn() {
        assertThat(draw(SEED, population(3), 20).drawn()).hasSize(3);
        assertThat(draw(SEED, List.of(), 20).drawn()).isEmpty();
    }

    private static byte[] bytes(Random random) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return bytes;
    }

    private static List<UUID> population(int size) {
        return IntStream.range(0, size).mapToObj(i -> new UUID(0, i)).toList();
    }

    private static SamplingDraw draw(String seed, List<UUID> population, int size) {
        return new SamplingDraw(
                new UUID(1, 1),
                "示例",
                "371102",
                size,
                INSPECTORS,
                seed,
                population,
                "case-handler",
                Instant.parse("2026-03-01T00:00:00Z"));
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}

package cn.quality.indicator.assessment;

import cn.quality.indicator.assessment.AssessmentBundle.Heading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Measures an evaluation and its bundle; run by {@code deploy/bench/assessment.sh}, never as a test. */
final class AssessmentSpeed {

    private static final int WARM_UP = 10;
    private static final int ROUNDS = 21;
    private static final long NANOS_A_MILLISECOND = 1_000_000;

    private AssessmentSpeed() {}

    /** @param args areas, rules, limit in milliseconds, and the file the bundle is left in */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws IOException {
        int areas = Integer.parseInt(args[0]);
        int rules = Integer.parseInt(args[1]);
        long limit = Long.parseLong(args[2]);
        var cycles = new RandomCycles(1);
        var scheme = cycles.scheme(rules);
        var entries = cycles.areas(scheme, areas);
        var heading = new Heading("0198a0b2-0000-7000-8000-000000000001", 2025, 1, Optional.empty());
        var evaluations = new long[ROUNDS];
        var bundles = new long[ROUNDS];
        byte[] bundle = {};
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            var evaluation = Evaluation.of(scheme, entries);
            long evaluated = System.nanoTime();
            bundle = AssessmentBundle.of(heading, scheme, entries, evaluation).canonical();
            long bundled = System.nanoTime();
            if (round >= 0) {
                evaluations[round] = evaluated - begin;
                bundles[round] = bundled - begin;
            }
        }
        Files.write(Path.of(args[3]), bundle);
        print("Assessment of %d areas × %d rules".formatted(areas, rules), evaluations, limit);
        print("The same with its bundle (%d KB)".formatted(bundle.length / 1024), bundles, 0);
    }

    private static void print(String what, long[] nanos, long limit) {
        Arrays.sort(nanos);
        long median = nanos[nanos.length / 2] / NANOS_A_MILLISECOND;
        long worst = nanos[nanos.length - 1] / NANOS_A_MILLISECOND;
        var line = String.format(Locale.ROOT, "%-52s ours %6d ms  worst %6d ms", what, median, worst);
        System.out.println(limit == 0 ? line : line + "  limit %d ms  ratio %s".formatted(limit, ratio(median, limit)));
    }

    private static String ratio(long ours, long limit) {
        long hundredths = ours * 100 / limit;
        return "%d.%02d".formatted(hundredths / 100, hundredths % 100);
    }
}

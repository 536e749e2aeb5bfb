package cn.quality.credit.listing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import cn.quality.platform.sql.Jdbc;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * The table explored, not only walked: thousands of acts by anybody, at any time, with any dates, and after each of them the
 * {@link ListingInvariants}. A walk that breaks one is walked again with steps left out, until none is too many; what remains
 * is told act by act. {@code -Dwalks.steps=100000 -Dwalks.seed=7} explores farther (deploy/bench/walks.sh).
 */
@CreditTest
class ListingWalkTest {

    private static final Logger LOG = Logger.getLogger(ListingWalkTest.class);

    private static final int STEPS = Integer.getInteger("walks.steps", 2_000);
    private static final long SEED = Long.getLong("walks.seed", 20_261_128);
    private static final int STEPS_OF_A_WALK = 50;
    private static final int ATTEMPTS_TO_SHRINK = 300;

    /** From so many steps on nearly every act is done sometimes. */
    private static final int FEW_STEPS = 2_000;

    private static final int RARE = 6;

    @Inject
    Jdbc sql;

    private final Map<ListingAct, Integer> done = new EnumMap<>(ListingAct.class);

    @Test
    void nothingBreaksTheInvariants() {
        Credit.storeReferenceData();
        var invariants = new ListingInvariants(sql);
        var seeds = new SplittableRandom(SEED);
        for (int done = 0; done < STEPS; done += STEPS_OF_A_WALK) {
            var steps = seeds.longs(STEPS_OF_A_WALK).boxed().toList();
            failure(steps).ifPresent(failed -> {
                throw new AssertionError(
                        "Seed " + SEED + ":\n"
                                + String.join("\n", shrunk(steps, failed).log()),
                        failed.cause());
            });
            if (done % 1_000 < STEPS_OF_A_WALK && done > 0) {
                invariants.checkLog();
                LOG.infof("%d steps of %d from seed %d", done, STEPS, SEED);
            }
        }
        invariants.checkLog();
        LOG.infof("%d steps from seed %d: %s", STEPS, SEED, done);
        if (STEPS >= FEW_STEPS) {
            // A walk that never gets far proves nothing; a few acts are too rare to be met by chance each time.
            assertThat(done).hasSizeGreaterThan(ListingWalk.BY_PEOPLE.size() - RARE);
        }
    }

    private record Failure(List<String> log, AssertionError cause) {

        /** Leaving steps out must not lead to another fault. */
        boolean isLike(Failure other) {
            return where(cause).equals(where(other.cause));
        }

        private static List<String> where(Throwable thrown) {
            return Stream.of(thrown.getStackTrace())
                    .filter(frame -> frame.getClassName().contains(".Listing"))
                    .map(StackTraceElement::getMethodName)
                    .limit(2)
                    .toList();
        }
    }

    private Optional<Failure> failure(List<Long> steps) {
        var walk = new ListingWalk(sql, done);
        try {
            walk.walk(steps);
            return Optional.empty();
        } catch (AssertionError e) {
            return Optional.of(new Failure(walk.log(), e));
        }
    }

    /** Leaves out as many steps as it can, first by halves, then by smaller pieces. */
    private Failure shrunk(List<Long> steps, Failure failure) {
        var smallest = failure;
        var kept = steps;
        int attempts = 0;
        for (int piece = kept.size() / 2; piece > 0; piece /= 2) {
            for (int from = 0; from < kept.size() && attempts < ATTEMPTS_TO_SHRINK; attempts++) {
                var fewer = new ArrayList<>(kept);
                fewer.subList(from, Math.min(from + piece, kept.size())).clear();
                var still = failure(fewer);
                if (still.filter(failure::isLike).isPresent()) {
                    kept = fewer;
                    smallest = still.get();
                } else {
                    from += piece;
                }
            }
        }
        return smallest;
    }
}

package cn.quality.indicator.warning;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.indicator.official.DecisionContext;
import cn.quality.indicator.official.OfficialRole;
import cn.quality.platform.problem.Problem;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever few people with many roles, the figures and the calendar do in whatever order: nothing is closed without a plan, a
 * proof and another person, and nothing is public that has not been published.
 */
class WarningWalkTest {

    private static final int STEPS = 20_000;
    private static final List<String> PEOPLE = List.of("wang", "li", "zhang", "sun");

    /** What somebody notes beside the warning, from its acts alone. */
    private static final class Notes {

        private final Set<String> rectified = new HashSet<>();
        private boolean owned;
        private boolean planned;
        private boolean proved;
        private boolean escalated;
        private boolean published;

        void note(WarningAct act, DecisionContext now) {
            var who = now.actor().id();
            switch (act) {
                case ASSIGN -> owned = true;
                case PLAN -> {
                    assertThat(owned).isTrue();
                    rectified.add(who);
                    planned = true;
                }
                case SUBMIT -> {
                    assertThat(planned).isTrue();
                    rectified.add(who);
                    proved = true;
                }
                case RETURN -> {
                    assertThat(proved).isTrue();
                    requireCity(now);
                    proved = false;
                }
                case CLOSE -> {
                    assertThat(proved).isTrue();
                    assertThat(rectified).doesNotContain(who);
                    requireCity(now);
                }
                case EXTEND -> assertThat(rectified).doesNotContain(who);
                case ESCALATE -> {
                    assertThat(escalated).isFalse();
                    escalated = true;
                }
                case RAISE, RESTATE, WITHDRAW -> assertThat(who).isEqualTo("system");
            }
        }

        private void requireCity(DecisionContext now) {
            assertThat(!escalated || now.roles().contains(OfficialRole.CITY_REVIEWER))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noWalkLeadsAroundTheRules(long seed) {
        var random = new Random(seed);
        var done = new TreeSet<WarningAct>();
        var warning = Warnings.raised();
        var notes = new Notes();
        for (int step = 0; step < STEPS; step++) {
            var ended = warning.state() == WarningState.WITHDRAWN || warning.state() == WarningState.CLOSED;
            if (random.nextInt(ended ? 10 : 100) == 0) {
                warning = Warnings.raised();
                notes = new Notes();
            }
            var act = WarningAct.values()[random.nextInt(WarningAct.values().length)];
            var moment = random.nextInt(10) == 0 ? Warnings.TOO_LATE : Warnings.IN_TIME;
            boolean system = random.nextInt(6) == 0;
            // A withdrawal ends everything, and would leave no walk its time.
            if (system && act == WarningAct.WITHDRAW && random.nextInt(8) != 0) {
                continue;
            }
            var now = system
                    ? Warnings.system(moment)
                    : Warnings.at(
                            moment,
                            Warnings.person(PEOPLE.get(random.nextInt(PEOPLE.size())), Warnings.CITY),
                            roles(random));
            var before = warning.view();
            var offered = warning.actions(now).contains(act);
            try {
                if (act == WarningAct.RESTATE && random.nextBoolean()) {
                    warning.restate(Warnings.evidence("97.9"), Optional.of(Warnings.evidence("97.9")), now);
                    notes.published = true;
                } else {
                    Warnings.act(warning, act, now);
                }
                assertThat(offered).isTrue();
                notes.note(act, now);
                done.add(act);
            } catch (Problem refusal) {
                assertThat(warning.view()).isEqualTo(before);
                assertThat(offered).isFalse();
            }
            assertThat(warning.published().isPresent()).isEqualTo(notes.published);
        }
        // A walk that never gets far proves nothing.
        var all = new TreeSet<>(List.of(WarningAct.values()));
        all.remove(WarningAct.RAISE);
        assertThat(done).isEqualTo(all);
    }

    private static Set<OfficialRole> roles(Random random) {
        var roles = EnumSet.noneOf(OfficialRole.class);
        for (var role : OfficialRole.values()) {
            if (random.nextBoolean()) {
                roles.add(role);
            }
        }
        return roles;
    }
}

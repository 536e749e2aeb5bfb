package cn.quality.standards.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.platform.problem.Problem;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever few people with many roles, the enterprise and the calendar do in whatever order: nothing is public without an
 * order, a day that is over and three persons, and others are told of exactly what is public.
 */
class SupervisionWalkTest {

    private static final int STEPS = 20_000;
    private static final List<String> PEOPLE = List.of("wang", "li", "zhang", "sun", "zhao");

    /** What somebody notes beside the case, from its acts alone. */
    private static final class Notes {

        private final Map<Duty, Set<String>> hands = new HashMap<>();
        private boolean ordered;
        private boolean proposed;
        private boolean told;

        void note(SupervisionAct act, DecisionContext now, SupervisionCase item, Optional<SupervisionEvent> event) {
            var who = now.actor().id();
            act.duty().ifPresent(duty -> {
                if (act != SupervisionAct.WITHDRAW && act != SupervisionAct.LIFT) {
                    hands.forEach((other, people) -> {
                        if (other != duty) {
                            assertThat(people).doesNotContain(who);
                        }
                    });
                }
                hands.computeIfAbsent(duty, none -> new TreeSet<>()).add(who);
            });
            switch (act) {
                case ORDER -> ordered = true;
                case PROPOSE -> {
                    assertThat(ordered).isTrue();
                    assertThat(item.isOverdue(now.today())).isTrue();
                    proposed = true;
                }
                case ANSWER, RETURN -> proposed = false;
                case PUBLICISE -> {
                    assertThat(proposed).isTrue();
                    assertThat(item.isOverdue(now.today())).isTrue();
                    assertThat(item.breach().isTheProvinces()).isFalse();
                }
                case REFER -> assertThat(item.breach().isTheProvinces()).isTrue();
                case EXTEND -> assertThat(item.isOverdue(now.today())).isFalse();
                case FIND, DISMISS, REJECT, CONFIRM, LIFT, WITHDRAW -> {}
            }
            event.ifPresent(one -> told = one instanceof SupervisionEvent.Publicised);
            assertThat(told).isEqualTo(item.state() == SupervisionState.PUBLICISED);
            assertThat(event.isPresent())
                    .isEqualTo(act == SupervisionAct.PUBLICISE
                            || act == SupervisionAct.LIFT
                            || (act == SupervisionAct.WITHDRAW && item.view().publicisedAt() != null && !lifted(item)));
        }

        private static boolean lifted(SupervisionCase item) {
            return item.view().acts().stream().anyMatch(entry -> entry.act() == SupervisionAct.LIFT);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noWalkLeadsAroundTheRules(long seed) {
        var random = new Random(seed);
        var done = new TreeSet<SupervisionAct>();
        var item = begin(random);
        var notes = begun();
        for (int step = 0; step < STEPS; step++) {
            var ended = SupervisionTransitions.TABLE.possible(item.state()).isEmpty();
            if (random.nextInt(ended ? 5 : 60) == 0) {
                item = begin(random);
                notes = begun();
            }
            var possible = SupervisionTransitions.TABLE.possible(item.state());
            var acts = possible.isEmpty() || random.nextInt(4) == 0 ? List.of(SupervisionAct.values()) : possible;
            var act = acts.get(random.nextInt(acts.size()));
            // A withdrawal ends everything, and would leave no walk its time.
            if (act == SupervisionAct.FIND || (act == SupervisionAct.WITHDRAW && random.nextInt(8) != 0)) {
                continue;
            }
            var moment = random.nextBoolean() ? Cases.IN_TIME : Cases.TOO_LATE;
            var now = now(random, moment);
            var before = item.view();
            var offered = item.actions(now).contains(act);
            try {
                var event = Cases.act(item, act, now);
                assertThat(offered).isTrue();
                notes.note(act, now, item, event);
                done.add(act);
            } catch (Problem refusal) {
                assertThat(item.view()).isEqualTo(before);
                // A day may not do although the act would.
                assertThat(!offered || act == SupervisionAct.EXTEND).isTrue();
            }
        }
        // A walk that never gets far proves nothing.
        var all = new TreeSet<>(List.of(SupervisionAct.values()));
        all.remove(SupervisionAct.FIND);
        assertThat(done).isEqualTo(all);
    }

    private static SupervisionCase begin(Random random) {
        return Cases.found(Breach.values()[random.nextInt(Breach.values().length)]);
    }

    private static Notes begun() {
        var notes = new Notes();
        notes.hands.put(Duty.PREPARE, new TreeSet<>(Set.of("wang")));
        return notes;
    }

    private static DecisionContext now(Random random, Instant moment) {
        if (random.nextInt(8) == 0) {
            return Cases.enterprise(random.nextInt(4) == 0 ? "91371199MA3RH00208" : Cases.USCC, moment);
        }
        var duties = EnumSet.noneOf(Duty.class);
        for (var duty : Duty.values()) {
            if (random.nextBoolean()) {
                duties.add(duty);
            }
        }
        return Cases.at(moment, PEOPLE.get(random.nextInt(PEOPLE.size())), Cases.CITY, duties);
    }
}

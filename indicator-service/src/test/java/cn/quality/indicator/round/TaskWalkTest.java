package cn.quality.indicator.round;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.indicator.official.OfficialRole;
import cn.quality.platform.problem.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever few people with many roles do in whatever order: nobody judges their own figures, no level is left out. */
class TaskWalkTest {

    private static final int STEPS = 20_000;
    private static final List<String> PEOPLE = List.of("wang", "li", "zhang", "zhao", "sun");

    /** What somebody notes beside the task, from its acts alone. */
    private static final class Notes {

        /** Whose figure stands. */
        private String writer = "";

        private final Set<String> submitters = new HashSet<>();
        private final Set<String> judged = new HashSet<>();
        private boolean submitted;
        private boolean approved;
        private boolean accepted;
        private boolean locked;

        private boolean reported(String who) {
            return who.equals(writer) || submitters.contains(who);
        }

        void note(TaskAct act, String who) {
            switch (act) {
                case EDIT -> writer = who;
                case SUBMIT -> {
                    submitters.add(who);
                    submitted = true;
                }
                case APPROVE, ESCALATE -> {
                    assertThat(submitted).isTrue();
                    assertThat(act == TaskAct.APPROVE && reported(who)).isFalse();
                    judged.add(who);
                    approved = true;
                }
                case ACCEPT -> {
                    assertThat(approved).isTrue();
                    assertThat(reported(who)).isFalse();
                    assertThat(judged).doesNotContain(who);
                    accepted = true;
                }
                case LOCK -> {
                    assertThat(accepted).isTrue();
                    locked = true;
                }
                case PUBLISH -> {
                    assertThat(locked).isTrue();
                    assertThat(reported(who)).isFalse();
                    assertThat(judged).doesNotContain(who);
                }
                case RETURN, REOPEN -> {
                    submitted = approved = accepted = locked = false;
                    submitters.clear();
                    judged.clear();
                }
                case OPEN, EXTEND, APPEAL, ANSWER, CORRECT -> {}
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noWalkLeadsAroundTheRules(long seed) {
        var random = new Random(seed);
        var done = new TreeSet<TaskAct>();
        var task = Tasks.opened();
        var notes = new Notes();
        for (int step = 0; step < STEPS; step++) {
            // With few people, everybody has soon had a hand in a task.
            if (random.nextInt(task.state() == TaskState.PUBLISHED ? 400 : 80) == 0) {
                task = Tasks.opened();
                notes = new Notes();
            }
            var who = PEOPLE.get(random.nextInt(PEOPLE.size()));
            var now = Tasks.at(Tasks.IN_TIME, Tasks.person(who, Tasks.CITY), roles(random));
            var act = TaskAct.values()[random.nextInt(TaskAct.values().length)];
            var before = task.view();
            var offered = task.actions(now).contains(act);
            try {
                Tasks.act(task, act, now);
                assertThat(offered).isTrue();
                notes.note(act, who);
                done.add(act);
                if (before.state() != TaskState.DRAFT) {
                    assertThat(task.view().cells()).isEqualTo(before.cells());
                }
            } catch (Problem refusal) {
                assertThat(offered).isFalse();
                assertThat(task.view()).isEqualTo(before);
            }
        }
        // A walk that never gets far proves nothing.
        var all = new ArrayList<>(List.of(TaskAct.values()));
        all.remove(TaskAct.OPEN);
        assertThat(done).containsExactlyElementsOf(all);
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

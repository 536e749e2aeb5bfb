package cn.quality.standards.group;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.platform.problem.Problem;
import cn.quality.standards.group.AllowedGroupMoves.Who;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever the body, the authority, the public and the calendar do in whatever order: nothing is published without thirty
 * whole days of comments, an answer to every comment, a vote that carried and a statement of conformity.
 */
class GroupWalkTest {

    private static final int STEPS = 10_000;
    private static final List<GroupAct> ALL = List.of(GroupAct.values());
    private static final Set<GroupAct> ENDINGS =
            EnumSet.of(GroupAct.ABANDON, GroupAct.REJECT, GroupAct.ABOLISH, GroupAct.REPLACE, GroupAct.RETURN);

    /** What somebody notes beside the project, from its acts alone. */
    private static final class Notes {

        private @Nullable LocalDate askedOn;
        private boolean reviewed;
        private boolean carried;
        private boolean numbered;
        private int comments;
        private boolean published;

        void note(GroupAct act, LocalDate today, boolean carries) {
            switch (act) {
                case CONSULT -> askedOn = today;
                case REDRAFT -> {
                    if (askedOn != null && !today.isAfter(askedOn.plusDays(30))) {
                        askedOn = null;
                    }
                }
                case COMMENT -> {
                    assertThat(askedOn).isNotNull();
                    comments++;
                }
                case ANSWER -> comments = 0;
                case REVIEW -> {
                    assertThat(askedOn).isNotNull();
                    assertThat(askedOn != null && today.isAfter(askedOn.plusDays(30)))
                            .isTrue();
                    assertThat(comments).isZero();
                    reviewed = true;
                    carried = false;
                }
                case VOTE -> {
                    assertThat(reviewed).isTrue();
                    carried = carries;
                }
                case PASS -> assertThat(carried).isTrue();
                case RETURN -> {
                    reviewed = false;
                    carried = false;
                }
                case NUMBER -> {
                    assertThat(carried).isTrue();
                    numbered = true;
                }
                case PUBLISH -> {
                    assertThat(carried && numbered && comments == 0 && askedOn != null)
                            .isTrue();
                    published = true;
                }
                case CONFIRM, REVISE, REPLACE, ABOLISH, ORDER_CORRECTION, CORRECT, ABOLISH_BY_ORDER ->
                    assertThat(published).isTrue();
                case PROPOSE, APPROVE, REJECT, EXTEND, CONVENE, ABANDON -> {}
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noWalkLeadsAroundTheRules(long seed) {
        var random = new Random(seed);
        var done = new TreeSet<GroupAct>();
        var project = Groups.proposed();
        var notes = new Notes();
        var today = Groups.START;
        for (int step = 0; step < STEPS; step++) {
            boolean ended = GroupState.ENDS.contains(project.state());
            if (random.nextInt(ended ? 3 : 2_000) == 0) {
                project = Groups.proposed();
                notes = new Notes();
                today = Groups.START;
            }
            // Half of the steps try what is in the table, or few walks would come anywhere; the others anything.
            var possible = GroupTransitions.TABLE.possible(project.state());
            boolean likely = !possible.isEmpty() && random.nextBoolean();
            var act = likely ? possible.get(random.nextInt(possible.size())) : ALL.get(random.nextInt(ALL.size()));
            // Ends come early enough by themselves.
            if (ENDINGS.contains(act) && random.nextInt(12) != 0) {
                continue;
            }
            today = today.plusDays(random.nextInt(4) == 0 ? random.nextInt(20) : 0);
            var who = likely
                    ? AllowedGroupMoves.of(project.state(), act).orElseThrow().by()
                    : Who.values()[random.nextInt(Who.values().length)];
            var now = Groups.by(who, today, notes.comments);
            var before = project.file();
            var offered = project.actions(now).contains(act);
            boolean carries = random.nextBoolean();
            try {
                if (act == GroupAct.VOTE) {
                    project.vote(Set.of(1, 2, 3, 4, 5, 6, 7, 8), Groups.votes(carries ? 6 : 5), now);
                } else {
                    Groups.act(project, act, now);
                }
                assertThat(offered).isTrue();
                notes.note(act, today, carries);
                done.add(act);
            } catch (Problem refusal) {
                assertThat(project.file()).isEqualTo(before);
                assertThat(offered).isFalse();
            }
            assertThat(project.publication().isPresent()).isEqualTo(notes.published);
            assertThat(project.publication().map(Publication::conformity)).isNotEqualTo(Optional.of(""));
            if (!GroupState.ENDS.contains(project.state())) {
                assertThat(nextActs(project, today)).isNotEmpty();
            }
        }
        // A walk that never gets far proves nothing.
        var all = new TreeSet<>(ALL);
        all.remove(GroupAct.PROPOSE);
        assertThat(done).isEqualTo(all);
    }

    private static List<GroupAct> nextActs(GroupProject project, LocalDate today) {
        return project.actions(Groups.by(Who.BODY, today));
    }
}

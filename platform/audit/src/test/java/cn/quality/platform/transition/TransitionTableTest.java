package cn.quality.platform.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A door: it is built open, can be closed and locked, and an alarm belongs to the locked one only. */
class TransitionTableTest {

    private enum State implements Labelled {
        OPEN("开"),
        CLOSED("关"),
        LOCKED("锁"),
        BRICKED_UP("砌"),
        LOST("失");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        @Override
        public String zh() {
            return zh;
        }
    }

    private enum DoorAct implements Labelled {
        BUILD,
        OPEN,
        CLOSE,
        LOCK,
        UNLOCK,
        PAINT,
        BRICK_UP,
        FIND;

        @Override
        public String zh() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        @Override
        public boolean isOfficial() {
            return this != PAINT && this != FIND;
        }
    }

    private enum Rule implements Transition.Policy<String, DoorAct, Integer> {
        HAS_A_KEY,
        IN_DAYTIME;

        @Override
        public Optional<Problem> refusal(String door, DoorAct act, Integer hour) {
            boolean fine = this == HAS_A_KEY ? door.contains("key") : hour < 20;
            return fine
                    ? Optional.empty()
                    : Optional.of(new Problem(ProblemTypes.CONFLICT, new Text(name(), name() + " " + act)));
        }
    }

    private static final TransitionTable<State, DoorAct, Rule, String, String> TABLE = new TransitionTable<>(
            new Text("门", "The door"),
            List.of(
                    Transition.opening(DoorAct.BUILD, State.OPEN, "built"),
                    of(State.OPEN, DoorAct.CLOSE, State.CLOSED),
                    of(State.CLOSED, DoorAct.OPEN, State.OPEN),
                    of(State.CLOSED, DoorAct.LOCK, State.LOCKED)
                            .requires(Rule.HAS_A_KEY, Rule.IN_DAYTIME)
                            .ends("day")
                            .starts("night", "alarm"),
                    of(State.LOCKED, DoorAct.UNLOCK, State.CLOSED),
                    of(State.OPEN, DoorAct.PAINT, State.OPEN),
                    of(State.LOCKED, DoorAct.BRICK_UP, State.BRICKED_UP),
                    of(State.LOST, DoorAct.FIND, State.OPEN)));

    private static Transition<State, DoorAct, Rule, String, String> of(State from, DoorAct act, State to) {
        return Transition.of(from, act, to, act + "ed");
    }

    @Test
    void aRowSaysWhereAnActLeads() {
        var row = TABLE.of(State.CLOSED, DoorAct.LOCK);

        assertThat(row.to()).isEqualTo(State.LOCKED);
        assertThat(row.event()).isEqualTo("LOCKed");
        assertThat(row.policies()).containsExactly(Rule.HAS_A_KEY, Rule.IN_DAYTIME);
        assertThat(row.ends()).containsExactly("day");
        assertThat(row.starts()).containsExactly("night", "alarm");
        assertThat(row.isMove()).isTrue();
        assertThat(TABLE.of(State.OPEN, DoorAct.PAINT).isMove()).isFalse();
        assertThat(TABLE.opening().to()).isEqualTo(State.OPEN);
        assertThat(TABLE.opening().isMove()).isTrue();
        assertThat(TABLE.find(State.OPEN, DoorAct.LOCK)).isEmpty();
    }

    @Test
    void whatIsNoRowIsRefusedWithWhatIsPossibleAndTheShortestWay() {
        assertThatThrownBy(() -> TABLE.of(State.OPEN, DoorAct.BRICK_UP)).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.type()).isEqualTo(TransitionTable.ILLEGAL_TRANSITION);
            assertThat(p.type().status()).isEqualTo(409);
            assertThat(p.detail())
                    .isEqualTo(
                            new Text(
                                    "门处于“开”状态，不能brick_up；可以close、paint",
                                    "The door is in the state “open”, in which the act “brick up” is not possible; possible: close, paint"));
            assertThat(p.violations())
                    .extracting("field", "code")
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("missing", "CLOSE"),
                            org.assertj.core.groups.Tuple.tuple("missing", "LOCK"));
            assertThat(p.violations().getFirst().message()).isEqualTo(new Text("须先close", "First: close"));
        });
    }

    @Test
    void whoIsNoOfficialIsNotShownWhatOfficialsCouldDo() {
        assertThatThrownBy(() -> TABLE.of(State.OPEN, DoorAct.FIND)).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.detail().zh()).isEqualTo("门处于“开”状态，不能find；可以paint");
            assertThat(p.violations()).isEmpty();
        });
        assertThatThrownBy(() -> TABLE.of(State.LOCKED, DoorAct.PAINT)).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.detail().zh()).isEqualTo("门处于“锁”状态，不能paint；目前没有可以进行的操作");
            assertThat(p.violations()).isEmpty();
        });
    }

    @Test
    void fromAnEndNothingIsPossibleAndNoWayLeads() {
        assertThatThrownBy(() -> TABLE.of(State.BRICKED_UP, DoorAct.OPEN)).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.detail().en())
                    .isEqualTo("The door is in the state “bricked up”, in which the act “open” is not possible; "
                            + "nothing is at the moment");
            assertThat(p.violations()).isEmpty();
        });
        assertThat(TABLE.missing(State.LOCKED, DoorAct.BRICK_UP)).isEmpty();
        assertThat(TABLE.missing(State.LOCKED, DoorAct.PAINT)).containsExactly(DoorAct.UNLOCK, DoorAct.OPEN);
    }

    @Test
    void whatNoWayLeadsToIsNeitherReachedNorDrawn() {
        assertThat(TABLE.reachable()).containsExactly(State.OPEN, State.CLOSED, State.LOCKED, State.BRICKED_UP);
        assertThat(TABLE.mermaid(List.of(State.BRICKED_UP))).isEqualTo("""
                stateDiagram-v2
                    [*] --> OPEN: BUILD
                    OPEN --> CLOSED: CLOSE
                    CLOSED --> OPEN: OPEN
                    CLOSED --> LOCKED: LOCK
                    LOCKED --> CLOSED: UNLOCK
                    LOCKED --> BRICKED_UP: BRICK_UP
                    BRICKED_UP --> [*]
                """);
        assertThat(TABLE.mermaid(row -> row.act() + " / " + row.event(), List.of()))
                .contains("    OPEN --> CLOSED: CLOSE / CLOSEed\n");
    }

    @Test
    void aStateAndAnActHaveOneRow() {
        var rows = List.of(of(State.OPEN, DoorAct.CLOSE, State.CLOSED), of(State.OPEN, DoorAct.CLOSE, State.LOCKED));

        assertThatThrownBy(() -> new TransitionTable<>(new Text("门", "The door"), rows))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CLOSE");
    }

    @Test
    void theFirstRefusalCounts() {
        var policies = TABLE.of(State.CLOSED, DoorAct.LOCK).policies();

        Transition.require(policies, "a door with a key", DoorAct.LOCK, 12);
        assertThatThrownBy(() -> Transition.require(policies, "a door", DoorAct.LOCK, 23))
                .hasMessageContaining("HAS_A_KEY LOCK");
        assertThatThrownBy(() -> Transition.require(policies, "a door with a key", DoorAct.LOCK, 23))
                .hasMessageContaining("IN_DAYTIME LOCK");
    }
}

package cn.quality.indicator.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cn.quality.indicator.official.DecisionContext;
import cn.quality.indicator.official.OfficialRole;
import cn.quality.platform.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every state × act × role: what is among {@link AllowedTaskMoves} happens, everything else is refused and changes nothing.
 */
class TaskTableTest {

    @TestFactory
    Stream<DynamicTest> everyStateActAndRole() {
        return Stream.of(TaskState.values())
                .flatMap(state -> Stream.of(TaskAct.values())
                        .flatMap(act -> Stream.of(OfficialRole.values())
                                .map(role -> dynamicTest(
                                        "%s %s %s".formatted(state, act, role), () -> judge(state, act, role)))));
    }

    private static void judge(TaskState state, TaskAct act, OfficialRole role) {
        var task = reached(state, act);
        var now = act == TaskAct.ANSWER && role == OfficialRole.CITY_REVIEWER
                ? Tasks.by(Tasks.person("sun", Tasks.CITY), role)
                : Tasks.usual(role);
        var allowed = AllowedTaskMoves.of(state, act);
        if (allowed.filter(move -> move.by().contains(role)).isPresent()) {
            assertThat(task.actions(now)).contains(act);
            Tasks.act(task, act, now);
            assertThat(task.state()).isEqualTo(allowed.get().to());
        } else {
            assertThat(task.actions(now)).doesNotContain(act);
            assertThat(refusal(task, act, now)).isEqualTo(allowed.isPresent() ? "forbidden" : "illegal-transition");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theRowsAreTheAllowedMoves(TaskState state) {
        var moves = new EnumMap<TaskAct, AllowedTaskMoves.Move>(TaskAct.class);
        for (var act : TaskAct.values()) {
            TaskTransitions.TABLE
                    .find(state, act)
                    .ifPresent(row -> moves.put(
                            act, new AllowedTaskMoves.Move(row.to(), EnumSet.copyOf(TaskTransitions.rolesOf(row)))));
        }
        assertThat(moves).isEqualTo(AllowedTaskMoves.in(state));
    }

    @TestFactory
    Stream<DynamicTest> anOfficialOfAnotherCountyDoesNothing() {
        return Stream.of(TaskState.values())
                .flatMap(state -> AllowedTaskMoves.in(state).entrySet().stream()
                        .map(move -> dynamicTest("%s %s".formatted(state, move.getKey()), () -> {
                            var roles = move.getValue().by();
                            var stranger = Tasks.at(Tasks.IN_TIME, Tasks.person("qian", "990702"), roles);
                            assertThat(refusal(reached(state, move.getKey()), move.getKey(), stranger))
                                    .isEqualTo("foreign-region");
                        })));
    }

    /** One person has all roles: what it reported, another approves, accepts, publishes. */
    @ParameterizedTest
    @CsvSource({
        "EDIT SUBMIT,                    APPROVE",
        "EDIT SUBMIT ESCALATE,           ACCEPT",
        "EDIT SUBMIT APPROVE,            ACCEPT",
        "EDIT SUBMIT APPROVE ACCEPT,     LOCK",
        "EDIT SUBMIT APPROVE ACCEPT LOCK, PUBLISH",
        "EDIT,                           EXTEND",
        "EDIT SUBMIT RETURN APPEAL,      ANSWER",
    })
    void nobodyJudgesTheirOwnWorkInWhateverRole(String before, TaskAct judgement) {
        var everything = Tasks.at(Tasks.IN_TIME, Tasks.person("wang", Tasks.CITY), EnumSet.allOf(OfficialRole.class));
        var task = Tasks.opened();
        for (var act : acts(before)) {
            // The judgements on the way are another's.
            if (act.judges().isEmpty()) {
                Tasks.act(task, act, everything);
            } else {
                Tasks.act(task, act);
            }
        }
        assertThat(refusal(task, judgement, everything)).isEqualTo("same-person");
        assertThat(task.actions(everything)).doesNotContain(judgement);
    }

    /** The county's approval and the city's acceptance are two persons, and who locks does not publish. */
    @Test
    void noTwoLevelsAreOnePerson() {
        var approved = Tasks.after(TaskAct.EDIT, TaskAct.SUBMIT, TaskAct.APPROVE);
        var li = Tasks.at(Tasks.IN_TIME, Tasks.person("li", Tasks.CITY), EnumSet.allOf(OfficialRole.class));
        assertThat(refusal(approved, TaskAct.ACCEPT, li)).isEqualTo("same-person");
        var locked = Tasks.after(TaskAct.EDIT, TaskAct.SUBMIT, TaskAct.APPROVE, TaskAct.ACCEPT, TaskAct.LOCK);
        var zhang = Tasks.at(Tasks.IN_TIME, Tasks.person("zhang", Tasks.CITY), EnumSet.allOf(OfficialRole.class));
        assertThat(refusal(locked, TaskAct.PUBLISH, zhang)).isEqualTo("same-person");
    }

    /** A reviewer who approved before the return may approve again, once somebody else has reported anew. */
    @Test
    void whoJudgedBeforeAReturnJudgesAgain() {
        var task = Tasks.after(
                TaskAct.EDIT,
                TaskAct.SUBMIT,
                TaskAct.APPROVE,
                TaskAct.RETURN,
                TaskAct.EDIT,
                TaskAct.SUBMIT,
                TaskAct.APPROVE);
        assertThat(task.state()).isEqualTo(TaskState.COUNTY_APPROVED);
    }

    @Test
    void theCityReturnsWhatItAcceptedBeforeTheCountyReopensIt() {
        var accepted = Tasks.after(TaskAct.EDIT, TaskAct.SUBMIT, TaskAct.APPROVE, TaskAct.ACCEPT);
        assertThatThrownBy(() -> Tasks.act(accepted, TaskAct.REOPEN, Tasks.usual(OfficialRole.COUNTY_REVIEWER)))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.type().code()).isEqualTo("illegal-transition");
                    assertThat(problem.detail().zh()).contains("市级已采纳", "退回");
                    assertThat(problem.violations().getFirst().code()).isEqualTo("RETURN");
                });
        Tasks.act(accepted, TaskAct.RETURN);
        assertThat(accepted.state()).isEqualTo(TaskState.DRAFT);
    }

    @Test
    void aDepartmentReportsAndApprovesItsOwn() {
        var task = Tasks.opened(Optional.of("示例市工业和信息化局"));
        var other = Tasks.usual(OfficialRole.REPORTER);
        assertThat(refusal(task, TaskAct.EDIT, other)).isEqualTo("foreign-department");
        Tasks.act(
                task,
                TaskAct.EDIT,
                new DecisionContext(other.actor(), other.roles(), Optional.of("示例市工业和信息化局"), other.moment()));
        assertThat(task.cell(Tasks.CODE).editedBy()).isEqualTo("wang");
    }

    /** 23:59:59 in Shanghai is in time, midnight is not, whatever the day is in Greenwich. */
    @ParameterizedTest
    @CsvSource({
        "2020-02-10T15:59:59Z, 0, true",
        "2020-02-10T16:00:00Z, 0, false",
        "2020-02-15T15:59:59Z, 1, true",
        "2020-02-15T16:00:00Z, 1, false",
    })
    void theLastDayIsWholeInShanghaiAndAnExtensionEnds(Instant moment, int extensions, boolean inTime) {
        var task = Tasks.after(TaskAct.EDIT);
        for (int i = 0; i < extensions; i++) {
            Tasks.act(task, TaskAct.EXTEND);
            assertThat(task.due()).isEqualTo(LocalDate.of(2020, 2, 15));
        }
        var now = Tasks.at(moment, Tasks.person("wang", Tasks.COUNTY), Set.of(OfficialRole.REPORTER));
        assertThat(task.isOverdue(now.today())).isEqualTo(!inTime);
        if (inTime) {
            Tasks.act(task, TaskAct.SUBMIT, now);
        } else {
            assertThat(refusal(task, TaskAct.SUBMIT, now)).isEqualTo("deadline-passed");
            assertThat(refusal(task, TaskAct.EDIT, now)).isEqualTo("deadline-passed");
        }
    }

    /** What was returned after the deadline is mended, and is overdue until it is. */
    @Test
    void aReturnAfterTheDeadlineCanBeMended() {
        var task = Tasks.after(TaskAct.EDIT, TaskAct.SUBMIT, TaskAct.RETURN);
        var late = Tasks.at(
                Instant.parse("2020-03-01T00:00:00Z"),
                Tasks.person("wang", Tasks.COUNTY),
                Set.of(OfficialRole.REPORTER));
        assertThat(task.isOverdue(late.today())).isTrue();
        Tasks.act(task, TaskAct.EDIT, late);
        Tasks.act(task, TaskAct.SUBMIT, late);
        assertThat(task.isOverdue(late.today())).isFalse();
    }

    @Test
    void anExtensionGivesTime() {
        var task = Tasks.opened();
        assertThatThrownBy(() -> task.extend(Tasks.DEADLINE, "示例", Tasks.usual(OfficialRole.CITY_REVIEWER)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type().code()).isEqualTo("no-extension"));
        assertThat(task.view().extensions()).isEmpty();
    }

    @Test
    void whatIsContestedIsNotLocked() {
        var task = Tasks.after(
                TaskAct.EDIT,
                TaskAct.SUBMIT,
                TaskAct.RETURN,
                TaskAct.APPEAL,
                TaskAct.SUBMIT,
                TaskAct.APPROVE,
                TaskAct.ACCEPT);
        assertThat(refusal(task, TaskAct.LOCK, Tasks.usual(OfficialRole.CITY_REVIEWER)))
                .isEqualTo("appeal-open");
        Tasks.act(task, TaskAct.ANSWER);
        Tasks.act(task, TaskAct.LOCK);
        assertThat(task.view().appeals().getFirst().answeredBy()).isEqualTo("sun");
    }

    private static List<TaskAct> acts(String names) {
        return Arrays.stream(names.split(" ", -1)).map(TaskAct::valueOf).toList();
    }

    /** A task that has come to a state along rows of the table, as this act needs it there. */
    private static RoundTask reached(TaskState state, TaskAct act) {
        var contested = act == TaskAct.ANSWER && state != TaskState.PUBLISHED && state != TaskState.LOCKED;
        var first = contested
                ? "EDIT SUBMIT RETURN APPEAL"
                : act == TaskAct.APPEAL && state == TaskState.DRAFT ? "EDIT SUBMIT RETURN" : "EDIT";
        var then =
                switch (state) {
                    case DRAFT -> "";
                    case SUBMITTED -> " SUBMIT";
                    case COUNTY_APPROVED -> " SUBMIT APPROVE";
                    case ESCALATED -> " SUBMIT ESCALATE";
                    case CITY_ACCEPTED -> " SUBMIT APPROVE ACCEPT";
                    case LOCKED -> " SUBMIT APPROVE ACCEPT LOCK";
                    case PUBLISHED -> " SUBMIT APPROVE ACCEPT LOCK PUBLISH" + (act == TaskAct.ANSWER ? " APPEAL" : "");
                };
        var task = Tasks.after(acts(first + then).toArray(TaskAct[]::new));
        assertThat(task.state()).isEqualTo(state);
        return task;
    }

    private static String refusal(RoundTask task, TaskAct act, DecisionContext now) {
        var before = task.view();
        var code = new String[1];
        assertThatThrownBy(() -> Tasks.act(task, act, now))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> code[0] = problem.type().code());
        assertThat(task.view()).isEqualTo(before);
        return code[0];
    }
}

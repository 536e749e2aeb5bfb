package cn.quality.indicator.round;

import static cn.quality.indicator.round.TaskPolicy.AN_OPEN_APPEAL;
import static cn.quality.indicator.round.TaskPolicy.BY_THE_CITY;
import static cn.quality.indicator.round.TaskPolicy.BY_THE_COUNTY;
import static cn.quality.indicator.round.TaskPolicy.BY_THE_PUBLISHER;
import static cn.quality.indicator.round.TaskPolicy.BY_THE_REPORTER;
import static cn.quality.indicator.round.TaskPolicy.BY_THE_UNIT;
import static cn.quality.indicator.round.TaskPolicy.FOUR_EYES;
import static cn.quality.indicator.round.TaskPolicy.IN_TIME;
import static cn.quality.indicator.round.TaskPolicy.NO_OPEN_APPEAL;
import static cn.quality.indicator.round.TaskPolicy.OWN_DEPARTMENT;
import static cn.quality.indicator.round.TaskPolicy.OWN_REGION;
import static cn.quality.indicator.round.TaskPolicy.WAS_RETURNED;
import static cn.quality.indicator.round.TaskState.CITY_ACCEPTED;
import static cn.quality.indicator.round.TaskState.COUNTY_APPROVED;
import static cn.quality.indicator.round.TaskState.DRAFT;
import static cn.quality.indicator.round.TaskState.ESCALATED;
import static cn.quality.indicator.round.TaskState.LOCKED;
import static cn.quality.indicator.round.TaskState.PUBLISHED;
import static cn.quality.indicator.round.TaskState.SUBMITTED;

import cn.quality.indicator.official.OfficialRole;
import cn.quality.platform.problem.Text;
import cn.quality.platform.transition.Transition;
import cn.quality.platform.transition.TransitionTable;
import java.util.List;
import java.util.stream.Stream;

/**
 * The table of all moves of a task. What is not a row here cannot happen: no level is skipped, and a county does not reopen
 * what the city has accepted; the city returns it first.
 */
final class TaskTransitions {

    static final TransitionTable<TaskState, TaskAct, TaskPolicy, Void, Class<?>> TABLE = new TransitionTable<>(
            new Text("填报任务", "The task"),
            Stream.of(
                            Stream.of(Transition.<TaskState, TaskAct, TaskPolicy, Void, Class<?>>opening(
                                    TaskAct.OPEN, DRAFT, TaskEvent.Opened.class)),
                            // The unit reports.
                            quietly(DRAFT, TaskAct.EDIT, BY_THE_REPORTER, OWN_REGION, OWN_DEPARTMENT, IN_TIME),
                            move(
                                    DRAFT,
                                    TaskAct.SUBMIT,
                                    SUBMITTED,
                                    BY_THE_REPORTER,
                                    OWN_REGION,
                                    OWN_DEPARTMENT,
                                    IN_TIME),
                            // The county judges, or hands on what it cannot judge with two persons.
                            move(
                                    SUBMITTED,
                                    TaskAct.APPROVE,
                                    COUNTY_APPROVED,
                                    BY_THE_COUNTY,
                                    OWN_REGION,
                                    OWN_DEPARTMENT,
                                    FOUR_EYES),
                            move(SUBMITTED, TaskAct.RETURN, DRAFT, BY_THE_COUNTY, OWN_REGION, OWN_DEPARTMENT),
                            move(SUBMITTED, TaskAct.ESCALATE, ESCALATED, BY_THE_UNIT, OWN_REGION, OWN_DEPARTMENT),
                            move(COUNTY_APPROVED, TaskAct.REOPEN, DRAFT, BY_THE_COUNTY, OWN_REGION, OWN_DEPARTMENT),
                            // The city judges.
                            move(COUNTY_APPROVED, TaskAct.ACCEPT, CITY_ACCEPTED, BY_THE_CITY, OWN_REGION, FOUR_EYES),
                            move(ESCALATED, TaskAct.ACCEPT, CITY_ACCEPTED, BY_THE_CITY, OWN_REGION, FOUR_EYES),
                            move(COUNTY_APPROVED, TaskAct.RETURN, DRAFT, BY_THE_CITY, OWN_REGION),
                            move(ESCALATED, TaskAct.RETURN, DRAFT, BY_THE_CITY, OWN_REGION),
                            move(CITY_ACCEPTED, TaskAct.RETURN, DRAFT, BY_THE_CITY, OWN_REGION),
                            move(LOCKED, TaskAct.RETURN, DRAFT, BY_THE_CITY, OWN_REGION),
                            move(
                                    CITY_ACCEPTED,
                                    TaskAct.LOCK,
                                    LOCKED,
                                    BY_THE_CITY,
                                    OWN_REGION,
                                    FOUR_EYES,
                                    NO_OPEN_APPEAL),
                            move(LOCKED, TaskAct.PUBLISH, PUBLISHED, BY_THE_PUBLISHER, OWN_REGION, FOUR_EYES),
                            quietly(PUBLISHED, TaskAct.CORRECT, BY_THE_CITY, OWN_REGION),
                            // What is granted and contested on the way.
                            move(DRAFT, TaskAct.EXTEND, DRAFT, BY_THE_CITY, OWN_REGION, FOUR_EYES),
                            move(
                                    DRAFT,
                                    TaskAct.APPEAL,
                                    DRAFT,
                                    BY_THE_REPORTER,
                                    OWN_REGION,
                                    OWN_DEPARTMENT,
                                    WAS_RETURNED,
                                    NO_OPEN_APPEAL),
                            move(
                                    PUBLISHED,
                                    TaskAct.APPEAL,
                                    PUBLISHED,
                                    BY_THE_REPORTER,
                                    OWN_REGION,
                                    OWN_DEPARTMENT,
                                    NO_OPEN_APPEAL),
                            Stream.of(DRAFT, SUBMITTED, COUNTY_APPROVED, ESCALATED, CITY_ACCEPTED, PUBLISHED)
                                    .flatMap(state -> move(
                                            state,
                                            TaskAct.ANSWER,
                                            state,
                                            BY_THE_CITY,
                                            OWN_REGION,
                                            AN_OPEN_APPEAL,
                                            FOUR_EYES)))
                    .flatMap(rows -> rows)
                    .toList());

    private TaskTransitions() {}

    private static Stream<Transition<TaskState, TaskAct, TaskPolicy, Void, Class<?>>> move(
            TaskState from, TaskAct act, TaskState to, TaskPolicy... policies) {
        return Stream.of(
                Transition.<TaskState, TaskAct, TaskPolicy, Void, Class<?>>of(from, act, to, TaskEvent.Moved.class)
                        .requires(policies));
    }

    /** An act that changes nothing other services receive. */
    private static Stream<Transition<TaskState, TaskAct, TaskPolicy, Void, Class<?>>> quietly(
            TaskState state, TaskAct act, TaskPolicy... policies) {
        return Stream.of(
                Transition.<TaskState, TaskAct, TaskPolicy, Void, Class<?>>of(state, act, state, TaskEvent.Inside.class)
                        .requires(policies));
    }

    /** Roles that may do an act in a state. */
    static List<OfficialRole> rolesOf(Transition<TaskState, TaskAct, TaskPolicy, Void, Class<?>> row) {
        return row.policies().stream()
                .flatMap(policy -> policy.roles().stream())
                .sorted()
                .toList();
    }
}

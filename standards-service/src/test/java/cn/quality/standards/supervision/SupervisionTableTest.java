package cn.quality.standards.supervision;

import static cn.quality.standards.supervision.Cases.IN_TIME;
import static cn.quality.standards.supervision.Cases.TOO_LATE;
import static cn.quality.standards.supervision.Cases.after;
import static cn.quality.standards.supervision.Cases.reached;
import static cn.quality.standards.supervision.Cases.usual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cn.quality.platform.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every state × act × role: what is among {@link AllowedSupervisionMoves} happens, everything else is refused and changes nothing. */
class SupervisionTableTest {

    @TestFactory
    Stream<DynamicTest> everyStateActAndRole() {
        return Stream.of(SupervisionState.values())
                .flatMap(state -> Stream.of(SupervisionAct.values())
                        .filter(act -> act != SupervisionAct.FIND)
                        .flatMap(act -> Stream.concat(
                                Stream.of(Duty.values())
                                        .map(duty -> dynamicTest(
                                                "%s %s by %s".formatted(state, act, duty),
                                                () -> judge(
                                                        state, act, usual(duty, Cases.when(act)), Optional.of(duty)))),
                                Stream.of(
                                        dynamicTest(
                                                "%s %s by the enterprise".formatted(state, act),
                                                () -> judge(
                                                        state,
                                                        act,
                                                        Cases.enterprise(Cases.USCC, Cases.when(act)),
                                                        Optional.empty())),
                                        dynamicTest(
                                                "%s %s by another enterprise".formatted(state, act),
                                                () -> refused(
                                                        state,
                                                        act,
                                                        Cases.enterprise("91371199MA3RH00208", Cases.when(act))))))));
    }

    private static SupervisionCase caseFor(SupervisionState state, SupervisionAct act) {
        return act == SupervisionAct.REFER && state == SupervisionState.ORDERED
                ? after(Breach.NUMBERING, SupervisionAct.ORDER)
                : reached(state);
    }

    private static void judge(SupervisionState state, SupervisionAct act, DecisionContext now, Optional<Duty> by) {
        var allowed =
                AllowedSupervisionMoves.of(state, act).filter(move -> move.by().equals(by));
        if (allowed.isEmpty()) {
            refused(state, act, now);
            return;
        }
        var item = caseFor(state, act);
        assertThat(item.state()).isEqualTo(state);
        assertThat(item.actions(now)).contains(act);
        Cases.act(item, act, now);
        assertThat(item.state()).isEqualTo(allowed.get().to());
        assertThat(item.view().acts().getLast().act()).isEqualTo(act);
    }

    private static void refused(SupervisionState state, SupervisionAct act, DecisionContext now) {
        var item = caseFor(state, act);
        assertThat(item.actions(now)).doesNotContain(act);
        assertThat(refusal(item, act, now))
                .isEqualTo(AllowedSupervisionMoves.of(state, act).isPresent() ? "forbidden" : "illegal-transition");
    }

    @ParameterizedTest
    @EnumSource
    void theRowsAreTheAllowedMoves(SupervisionState state) {
        var moves = new EnumMap<SupervisionAct, AllowedSupervisionMoves.Move>(SupervisionAct.class);
        for (var act : SupervisionAct.values()) {
            SupervisionTransitions.TABLE
                    .find(state, act)
                    .ifPresent(row -> moves.put(act, new AllowedSupervisionMoves.Move(row.to(), act.duty())));
        }
        assertThat(moves).isEqualTo(AllowedSupervisionMoves.in(state));
    }

    @TestFactory
    Stream<DynamicTest> anOfficialOfAnotherCountyDoesNothing() {
        return Stream.of(SupervisionState.values())
                .flatMap(state -> AllowedSupervisionMoves.in(state).entrySet().stream()
                        .filter(move -> move.getValue().by().isPresent())
                        .map(move -> dynamicTest("%s %s".formatted(state, move.getKey()), () -> {
                            var stranger = Cases.at(
                                    Cases.when(move.getKey()),
                                    "qian",
                                    "990702",
                                    Set.of(move.getValue().by().orElseThrow()));
                            assertThat(refusal(caseFor(state, move.getKey()), move.getKey(), stranger))
                                    .isEqualTo("foreign-region");
                        })));
    }

    /** Whoever has all roles still has one duty on a case. */
    @ParameterizedTest
    @CsvSource({
        "wang, FOUND,    ORDER,     same-person",
        "wang, FOUND,    DISMISS,   same-person",
        "wang, ORDERED,  EXTEND,    same-person",
        "wang, ANSWERED, CONFIRM,   same-person",
        "li,   ANSWERED, REJECT,    same-person",
        "li,   ORDERED,  PROPOSE,   same-person",
        "li,   PROPOSED, PUBLICISE, same-person",
        "wang, PROPOSED, PUBLICISE, same-person",
        "wang, PROPOSED, RETURN,    same-person",
        "sun,  PROPOSED, PUBLICISE, ",
        "li,   PROPOSED, WITHDRAW,  ",
        "wang, PUBLICISED, LIFT,    ",
    })
    void nobodyHasTwoHandsInACase(String who, SupervisionState state, SupervisionAct act, String refused) {
        var now = Cases.at(Cases.when(act), who, Cases.CITY, EnumSet.allOf(Duty.class));
        var item = caseFor(state, act);
        if (refused == null) {
            assertThat(item.actions(now)).contains(act);
            Cases.act(item, act, now);
        } else {
            assertThat(refusal(item, act, now)).isEqualTo(refused);
            assertThat(item.actions(now)).doesNotContain(act);
        }
    }

    /** The order was served on 10 March, and gives 30 days: 9 April is the last, whole, in Shanghai. */
    @ParameterizedTest
    @CsvSource({"2026-04-09T15:59:59Z, false", "2026-04-09T16:00:00Z, true"})
    void theLastDayIsWholeInShanghai(Instant moment, boolean over) {
        var item = reached(SupervisionState.ORDERED);
        assertThat(item.view().due()).isEqualTo(LocalDate.of(2026, 4, 9));
        var now = usual(Duty.PREPARE, moment);
        if (over) {
            Cases.act(item, SupervisionAct.PROPOSE, now);
            assertThat(item.state()).isEqualTo(SupervisionState.PROPOSED);
        } else {
            assertThat(refusal(item, SupervisionAct.PROPOSE, now)).isEqualTo("not-past-due");
        }
        assertThat(item.view(now).overdue()).isEqualTo(over);
    }

    /** What is below mandatory standards, or wrongly numbered, is the province's; everything else is publicised by the city. */
    @ParameterizedTest
    @EnumSource
    void whoDecidesFollowsFromTheBreach(Breach breach) {
        var item = after(breach, SupervisionAct.ORDER);
        var late = usual(Duty.PREPARE, TOO_LATE);
        boolean province = breach == Breach.BELOW_MANDATORY || breach == Breach.NUMBERING;
        assertThat(item.actions(late))
                .contains(province ? SupervisionAct.REFER : SupervisionAct.PROPOSE)
                .doesNotContain(province ? SupervisionAct.PROPOSE : SupervisionAct.REFER);
        assertThat(refusal(item, province ? SupervisionAct.PROPOSE : SupervisionAct.REFER, late))
                .isEqualTo(province ? "province-decides" : "city-decides");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, ,           unsuitable-day",
        "2026-03-11, ,           unsuitable-day",
        "2026-03-02, ,           ",
        "2026-03-10, 2026-03-10, unsuitable-day",
        "2026-03-10, 2026-03-11, ",
        "2026-03-10, 2026-05-09, ",
        "2026-03-10, 2026-05-10, unsuitable-day",
    })
    void anOrderIsServedAfterTheFindingAndGivesTime(LocalDate served, LocalDate until, String refused) {
        var item = Cases.found();
        var order = new Order("示例改〔2026〕1号", "示例", served, Optional.ofNullable(until));
        var now = usual(Duty.APPROVE, IN_TIME);
        if (refused == null) {
            item.order(order, Cases.TERMS, now);
            assertThat(item.view().due()).isEqualTo(until == null ? served.plusDays(30) : until);
        } else {
            assertThat(refusal(item, () -> item.order(order, Cases.TERMS, now))).isEqualTo(refused);
        }
    }

    /** All extensions together give 30 days at most, and none begins when the time is over. */
    @Test
    void extensionsAreCountedTogether() {
        var item = reached(SupervisionState.ORDERED);
        var now = usual(Duty.APPROVE, IN_TIME);
        assertThat(refusal(item, () -> item.extend(LocalDate.of(2026, 4, 9), "示例", Cases.TERMS, now)))
                .isEqualTo("unsuitable-day");
        item.extend(LocalDate.of(2026, 4, 29), "示例", Cases.TERMS, now);
        assertThat(refusal(item, () -> item.extend(LocalDate.of(2026, 5, 10), "示例", Cases.TERMS, now)))
                .isEqualTo("unsuitable-day");
        item.extend(LocalDate.of(2026, 5, 9), "示例", Cases.TERMS, now);
        assertThat(item.view().extensions()).hasSize(2);
        assertThat(refusal(
                        item,
                        () -> item.extend(LocalDate.of(2026, 5, 10), "示例", Cases.TERMS, usual(Duty.APPROVE, TOO_LATE))))
                .isEqualTo("past-due");
    }

    @Test
    void nothingIsFoundInTheFuture() {
        assertThatThrownBy(() -> SupervisionCase.find(
                        Cases.finding(Breach.UNTRUE), usual(Duty.PREPARE, Instant.parse("2026-03-01T01:00:00Z"))))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type().code()).isEqualTo("unsuitable-day"));
    }

    /** Others are told of what is public, and that it is no more; of everything else nothing. */
    @Test
    void nothingIsToldButPublicity() {
        var item = Cases.found();
        for (var act : new SupervisionAct[] {
            SupervisionAct.ORDER,
            SupervisionAct.EXTEND,
            SupervisionAct.ANSWER,
            SupervisionAct.REJECT,
            SupervisionAct.PROPOSE
        }) {
            assertThat(Cases.act(item, act, usual(act, Cases.when(act)))).isEmpty();
        }
        assertThat(Cases.act(item, SupervisionAct.PUBLICISE, usual(SupervisionAct.PUBLICISE, TOO_LATE)))
                .containsInstanceOf(SupervisionEvent.Publicised.class);
        assertThat(Cases.act(item, SupervisionAct.ANSWER, usual(SupervisionAct.ANSWER, TOO_LATE)))
                .isEmpty();
        assertThat(Cases.act(item, SupervisionAct.LIFT, usual(SupervisionAct.LIFT, TOO_LATE)))
                .containsInstanceOf(SupervisionEvent.Ended.class);
        assertThat(Cases.act(item, SupervisionAct.WITHDRAW, usual(SupervisionAct.WITHDRAW, TOO_LATE)))
                .isEmpty();
        assertThat(Cases.act(
                        reached(SupervisionState.PUBLICISED),
                        SupervisionAct.WITHDRAW,
                        usual(SupervisionAct.WITHDRAW, TOO_LATE)))
                .containsInstanceOf(SupervisionEvent.Ended.class);
    }

    @Test
    void theEnterpriseDoesNotSeeWhichOfficialsActed() {
        var item = reached(SupervisionState.ANSWERED);
        assertThat(item.view(Cases.enterprise(Cases.USCC, IN_TIME)).acts())
                .extracting(HistoryEntry::official)
                .containsExactly("", "", "boss");
        assertThat(item.view(usual(Duty.PREPARE, IN_TIME)).acts())
                .extracting(HistoryEntry::official)
                .containsExactly("wang", "li", "boss");
    }

    private static String refusal(SupervisionCase item, SupervisionAct act, DecisionContext now) {
        return refusal(item, () -> Cases.act(item, act, now));
    }

    private static String refusal(SupervisionCase item, Runnable act) {
        var before = item.view();
        var code = new String[1];
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> code[0] = problem.type().code());
        assertThat(item.view()).isEqualTo(before);
        return code[0];
    }
}

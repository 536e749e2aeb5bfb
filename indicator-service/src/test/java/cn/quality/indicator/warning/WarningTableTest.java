package cn.quality.indicator.warning;

import static cn.quality.indicator.warning.Warnings.CITY;
import static cn.quality.indicator.warning.Warnings.COUNTY;
import static cn.quality.indicator.warning.Warnings.IN_TIME;
import static cn.quality.indicator.warning.Warnings.TOO_LATE;
import static cn.quality.indicator.warning.Warnings.after;
import static cn.quality.indicator.warning.Warnings.at;
import static cn.quality.indicator.warning.Warnings.evidence;
import static cn.quality.indicator.warning.Warnings.person;
import static cn.quality.indicator.warning.Warnings.system;
import static cn.quality.indicator.warning.Warnings.usual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cn.quality.indicator.BilingualText;
import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.official.DecisionContext;
import cn.quality.indicator.official.OfficialRole;
import cn.quality.platform.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Objects;
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
 * Every state × act × role: what is among {@link AllowedWarningMoves} happens, everything else is refused and changes nothing.
 */
class WarningTableTest {

    @TestFactory
    Stream<DynamicTest> everyStateActAndRole() {
        return Stream.of(WarningState.values())
                .flatMap(state -> Stream.of(WarningAct.values())
                        .flatMap(act -> Stream.concat(
                                Stream.of(OfficialRole.values())
                                        .map(role -> dynamicTest(
                                                "%s %s %s".formatted(state, act, role),
                                                () -> judge(state, act, usual(role), Optional.of(role)))),
                                Stream.of(dynamicTest(
                                        "%s %s by the system".formatted(state, act),
                                        () -> judge(
                                                state,
                                                act,
                                                system(act == WarningAct.ESCALATE ? TOO_LATE : IN_TIME),
                                                Optional.empty()))))));
    }

    private static void judge(WarningState state, WarningAct act, DecisionContext now, Optional<OfficialRole> role) {
        var warning = reached(state);
        var allowed = AllowedWarningMoves.of(state, act);
        if (allowed.filter(
                        move -> role.map(move.by()::contains).orElse(move.by().isEmpty()))
                .isPresent()) {
            assertThat(warning.actions(now)).contains(act);
            Warnings.act(warning, act, now);
            assertThat(warning.state()).isEqualTo(allowed.get().to());
            assertThat(warning.view().acts().getLast().act()).isEqualTo(act);
        } else {
            assertThat(warning.actions(now)).doesNotContain(act);
            assertThat(refusal(warning, act, now)).isEqualTo(allowed.isPresent() ? "forbidden" : "illegal-transition");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theRowsAreTheAllowedMoves(WarningState state) {
        var moves = new EnumMap<WarningAct, AllowedWarningMoves.Move>(WarningAct.class);
        for (var act : WarningAct.values()) {
            WarningTransitions.TABLE.find(state, act).ifPresent(row -> {
                var by = EnumSet.noneOf(OfficialRole.class);
                by.addAll(WarningTransitions.rolesOf(row));
                moves.put(act, new AllowedWarningMoves.Move(row.to(), by));
            });
        }
        assertThat(moves).isEqualTo(AllowedWarningMoves.in(state));
    }

    @TestFactory
    Stream<DynamicTest> anOfficialOfAnotherCountyDoesNothing() {
        return Stream.of(WarningState.values())
                .flatMap(state -> AllowedWarningMoves.in(state).entrySet().stream()
                        .filter(move -> !move.getValue().by().isEmpty())
                        .map(move -> dynamicTest("%s %s".formatted(state, move.getKey()), () -> {
                            var stranger = at(
                                    IN_TIME,
                                    person("qian", "990702"),
                                    move.getValue().by());
                            assertThat(refusal(reached(state), move.getKey(), stranger))
                                    .isEqualTo("foreign-region");
                        })));
    }

    /** Who planned or proved the rectification neither closes it nor gives more time for it, in whatever role. */
    @ParameterizedTest
    @CsvSource({
        "RECTIFYING, EXTEND",
        "SUBMITTED,  CLOSE",
    })
    void nobodyJudgesTheirOwnRectification(WarningState state, WarningAct act) {
        var wang = at(IN_TIME, person("wang", CITY), EnumSet.allOf(OfficialRole.class));
        var warning = reached(state);
        assertThat(refusal(warning, act, wang)).isEqualTo("same-person");
        assertThat(warning.actions(wang)).doesNotContain(act);
        var sun = at(IN_TIME, person("sun", CITY), EnumSet.allOf(OfficialRole.class));
        Warnings.act(warning, act, sun);
        assertThat(warning.view().acts().getLast().official()).isEqualTo("sun");
    }

    /** 23:59:59 in Shanghai is in time, midnight is not, whatever the day is in Greenwich. */
    @ParameterizedTest
    @CsvSource({"2020-03-11T15:59:59Z, false", "2020-03-11T16:00:00Z, true"})
    void theLastDayIsWholeInShanghai(Instant moment, boolean over) {
        var warning = Warnings.raised();
        assertThat(warning.view().due()).isEqualTo(LocalDate.of(2020, 3, 11));
        assertThat(warning.isOverdue(system(moment).today())).isEqualTo(over);
        if (over) {
            warning.escalate(system(moment));
            assertThat(warning.view().escalatedOn()).isEqualTo(LocalDate.of(2020, 3, 12));
        } else {
            assertThat(refusal(warning, WarningAct.ESCALATE, system(moment))).isEqualTo("not-past-due");
        }
    }

    /** What was not done in time is the city's; the county judges it no more, and it is escalated once. */
    @Test
    void whatIsEscalatedIsTheCitys() {
        var warning = after(WarningAct.ASSIGN, WarningAct.PLAN, WarningAct.ESCALATE);
        assertThat(refusal(warning, WarningAct.ESCALATE, system(TOO_LATE))).isEqualTo("not-past-due");
        Warnings.act(warning, WarningAct.SUBMIT);
        assertThat(refusal(warning, WarningAct.CLOSE, usual(OfficialRole.COUNTY_REVIEWER)))
                .isEqualTo("escalated");
        assertThat(refusal(warning, WarningAct.RETURN, usual(OfficialRole.COUNTY_REVIEWER)))
                .isEqualTo("escalated");
        Warnings.act(warning, WarningAct.CLOSE, usual(OfficialRole.CITY_REVIEWER));
        assertThat(warning.state()).isEqualTo(WarningState.CLOSED);
    }

    @Test
    void aDepartmentRectifiesItsOwn() {
        var warning = Warnings.raised();
        warning.assign(
                new AreaCode(COUNTY),
                Optional.of("示例县农业农村局"),
                Optional.empty(),
                "示例",
                Warnings.TERMS,
                usual(OfficialRole.COUNTY_REVIEWER));
        var other = usual(OfficialRole.REPORTER);
        assertThat(refusal(warning, WarningAct.PLAN, other)).isEqualTo("foreign-department");
        Warnings.act(
                warning,
                WarningAct.PLAN,
                new DecisionContext(other.actor(), other.roles(), Optional.of("示例县农业农村局"), other.moment()));
        assertThat(warning.state()).isEqualTo(WarningState.RECTIFYING);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-02-29, unsuitable-day",
        "2020-03-01, ",
        "2020-05-30, ",
        "2020-05-31, unsuitable-day",
    })
    void aRectificationEndsWithinItsTerm(LocalDate deadline, String refused) {
        var warning = after(WarningAct.ASSIGN);
        var owner = usual(OfficialRole.REPORTER);
        if (refused == null) {
            warning.plan("示例", deadline, Warnings.TERMS, owner);
            assertThat(warning.view().due()).isEqualTo(deadline);
        } else {
            assertThat(refusal(warning, () -> warning.plan("示例", deadline, Warnings.TERMS, owner)))
                    .isEqualTo(refused);
        }
    }

    @Test
    void moreTimeIsMoreAndIsNotOver() {
        var warning = after(WarningAct.ASSIGN, WarningAct.PLAN);
        var city = usual(OfficialRole.CITY_REVIEWER);
        assertThat(refusal(warning, () -> warning.extend(LocalDate.of(2020, 3, 31), "示例", city)))
                .isEqualTo("unsuitable-day");
        warning.extend(LocalDate.of(2020, 4, 1), "示例", city);
        assertThat(warning.view().due()).isEqualTo(LocalDate.of(2020, 4, 1));
        var late = at(TOO_LATE, person("zhang", CITY), Set.of(OfficialRole.CITY_REVIEWER));
        assertThat(refusal(warning, () -> warning.extend(LocalDate.of(2020, 4, 2), "示例", late)))
                .isEqualTo("unsuitable-day");
    }

    @Test
    void theOwnerLiesWithinTheArea() {
        var warning = Warnings.raised();
        assertThat(refusal(
                        warning,
                        () -> warning.assign(
                                new AreaCode("990702"),
                                Optional.empty(),
                                Optional.empty(),
                                "示例",
                                Warnings.TERMS,
                                usual(OfficialRole.CITY_REVIEWER))))
                .isEqualTo("unsuitable-owner");
    }

    /** As long as only staff know, nothing is told: neither to the public nor in events. */
    @Test
    void nothingIsToldOfWhatIsNotPublished() {
        var warning = Warnings.raised();
        assertThat(warning.published()).isEmpty();
        assertThat(warning.raised().outbound()).isEmpty();
        assertThat(warning.assign(
                                new AreaCode(COUNTY),
                                Optional.empty(),
                                Optional.empty(),
                                "示例",
                                Warnings.TERMS,
                                usual(OfficialRole.CITY_REVIEWER))
                        .outbound())
                .isEmpty();
        var now = system(IN_TIME);
        assertThat(warning.restate(evidence("97.9"), Optional.empty(), now)).isEmpty();
        var appears = warning.restate(evidence("97.9"), Optional.of(evidence("97.9")), now)
                .orElseThrow();
        assertThat(appears.kind()).isEqualTo(WarningEvent.Kind.RAISED);
        assertThat(appears.outbound()).isPresent();
        assertThat(warning.published().orElseThrow().state()).isEqualTo(WarningState.ASSIGNED);
        // A draft of a correction is nobody's business yet.
        var draft = warning.restate(evidence("97.5"), Optional.of(evidence("97.9")), now)
                .orElseThrow();
        assertThat(draft.outbound()).isEmpty();
        assertThat(warning.published().orElseThrow().evidence().actual()).isEqualTo("97.9");
    }

    @Test
    void whatThePublishedFiguresDoNotSayAnyMoreIsWithdrawnForThePublic() {
        var warning = Warnings.raised();
        var now = system(IN_TIME);
        warning.restate(evidence("97.9"), Optional.of(evidence("97.9")), now);
        var retracted = warning.restate(evidence("97.8"), Optional.empty(), now).orElseThrow();
        assertThat(retracted.kind()).isEqualTo(WarningEvent.Kind.WITHDRAWN);
        assertThat(retracted.warning().orElseThrow().state()).isEqualTo(WarningState.WITHDRAWN);
        assertThat(warning.state()).isEqualTo(WarningState.OPEN);
        var view = warning.published().orElseThrow();
        assertThat(view.state()).isEqualTo(WarningState.WITHDRAWN);
        assertThat(view.withdrawnBecause()).isNotNull();
        assertThat(view.evidence().actual()).isEqualTo("97.9");
        assertThat(warning.restate(evidence("97.8"), Optional.of(evidence("97.8")), now)
                        .orElseThrow()
                        .kind())
                .isEqualTo(WarningEvent.Kind.RAISED);
        assertThat(warning.published().orElseThrow().state()).isEqualTo(WarningState.OPEN);
        warning.withdraw(new BilingualText("数据更正为98.5", "It is 98.5"), now);
        assertThat(Objects.requireNonNull(warning.published().orElseThrow().withdrawnBecause())
                        .zh())
                .isEqualTo("数据更正为98.5");
    }

    private static Warning reached(WarningState state) {
        var warning =
                switch (state) {
                    case OPEN -> after();
                    case ASSIGNED -> after(WarningAct.ASSIGN);
                    case RECTIFYING -> after(WarningAct.ASSIGN, WarningAct.PLAN);
                    case SUBMITTED -> after(WarningAct.ASSIGN, WarningAct.PLAN, WarningAct.SUBMIT);
                    case CLOSED -> after(WarningAct.ASSIGN, WarningAct.PLAN, WarningAct.SUBMIT, WarningAct.CLOSE);
                    case WITHDRAWN -> after(WarningAct.WITHDRAW);
                };
        assertThat(warning.state()).isEqualTo(state);
        return warning;
    }

    private static String refusal(Warning warning, WarningAct act, DecisionContext now) {
        return refusal(warning, () -> Warnings.act(warning, act, now));
    }

    private static String refusal(Warning warning, Runnable act) {
        var before = warning.view();
        var code = new String[1];
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> code[0] = problem.type().code());
        assertThat(warning.view()).isEqualTo(before);
        return code[0];
    }
}

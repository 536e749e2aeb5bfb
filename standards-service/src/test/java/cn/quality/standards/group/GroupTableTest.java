package cn.quality.standards.group;

import static cn.quality.standards.group.Groups.AFTER_COMMENTS;
import static cn.quality.standards.group.Groups.START;
import static cn.quality.standards.group.Groups.TERMS;
import static cn.quality.standards.group.Groups.after;
import static cn.quality.standards.group.Groups.by;
import static cn.quality.standards.group.Groups.reached;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cn.quality.platform.identity.Actor;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.Violation;
import cn.quality.standards.group.AllowedGroupMoves.Who;
import cn.quality.standards.number.StandardNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every state × act × actor: what is among {@link AllowedGroupMoves} happens, everything else is refused and changes nothing.
 */
class GroupTableTest {

    private static final String OTHER = "51371199MJE000002X";

    @TestFactory
    Stream<DynamicTest> everyStateActAndActor() {
        return Stream.of(GroupState.values())
                .flatMap(state -> Stream.of(GroupAct.values())
                        .flatMap(act -> Stream.of(Who.values())
                                .map(who -> dynamicTest(
                                        "%s %s %s".formatted(state, act, who), () -> judge(state, act, who)))));
    }

    private static void judge(GroupState state, GroupAct act, Who who) {
        var project = voted(reached(state), act);
        var now = by(who, day(state, act));
        var allowed = AllowedGroupMoves.of(state, act);
        if (allowed.filter(move -> move.isFor(who)).isPresent()) {
            assertThat(project.actions(now)).contains(act);
            var acts = project.file().history().size();
            Groups.act(project, act, now);
            assertThat(project.state()).isEqualTo(allowed.get().to());
            if (act != GroupAct.COMMENT) {
                assertThat(project.file().history()).hasSize(acts + 1);
                assertThat(project.file().history().getLast().act()).isEqualTo(act);
            }
        } else {
            assertThat(project.actions(now)).doesNotContain(act);
            assertThat(refusal(project, act, now)).isEqualTo(allowed.isPresent() ? "forbidden" : "illegal-transition");
        }
    }

    /** Of a meeting that is to pass the standard, the vote. */
    private static GroupProject voted(GroupProject project, GroupAct act) {
        return act == GroupAct.PASS && project.state() == GroupState.REVIEWING
                ? Groups.then(project, GroupAct.VOTE)
                : project;
    }

    /** A day on which no clock stands in the way. */
    private static LocalDate day(GroupState state, GroupAct act) {
        if (state == GroupState.CONSULTING && act != GroupAct.REVIEW) {
            return START.plusDays(3);
        }
        return state == GroupState.CORRECTING ? AFTER_COMMENTS.plusDays(31) : AFTER_COMMENTS;
    }

    @ParameterizedTest
    @EnumSource
    void theRowsAreTheAllowedMoves(GroupState state) {
        for (var act : GroupAct.values()) {
            var row = GroupTransitions.TABLE.find(state, act);
            var move = AllowedGroupMoves.of(state, act);
            assertThat(row.map(one -> one.to())).isEqualTo(move.map(AllowedGroupMoves.Move::to));
            row.ifPresent(one -> assertThat(GroupTransitions.rolesOf(one).stream()
                            .map(Enum::name)
                            .toList())
                    .isEqualTo(Stream.of(move.orElseThrow().by())
                            .filter(who -> who != Who.ANYBODY && who != Who.SYSTEM)
                            .map(Enum::name)
                            .toList()));
        }
    }

    /** Nobody acts for another body, and a body that was told to stop does nothing but what it was ordered to. */
    @TestFactory
    Stream<DynamicTest> neitherForAnotherBodyNorForOneThatIsSuspended() {
        var suspended =
                new BodyStanding(Groups.BODY.id(), Groups.OWN, Groups.BODY.name(), Groups.BODY.codes(), true, Set.of());
        return Stream.of(GroupState.values())
                .flatMap(state -> AllowedGroupMoves.in(state).entrySet().stream()
                        .filter(move -> move.getValue().by() == Who.BODY)
                        .map(move -> dynamicTest("%s %s".formatted(state, move.getKey()), () -> {
                            var act = move.getKey();
                            var project = voted(reached(state), act);
                            var moment = by(Who.BODY, day(state, act)).moment();
                            assertThat(refusal(project, act, Groups.body(Groups.BODY, OTHER, moment, 0)))
                                    .isEqualTo("foreign-body");
                            var stopped = Groups.body(suspended, Groups.OWN, moment, 0);
                            if (act == GroupAct.CORRECT) {
                                Groups.act(project, act, stopped);
                            } else {
                                assertThat(refusal(project, act, stopped)).isEqualTo("body-suspended");
                            }
                        })));
    }

    @Test
    void aBodyWithoutRulesBeginsNothing() {
        var bare = new BodyStanding(
                Groups.BODY.id(),
                Groups.OWN,
                Groups.BODY.name(),
                Groups.BODY.codes(),
                false,
                EnumSet.of(GroupBody.PaperKind.IPR_POLICY));
        var now = Groups.body(bare, Groups.OWN, by(Who.BODY, START).moment(), 0);
        assertThatThrownBy(() -> GroupProject.propose(Groups.proposal(), now))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.type().code()).isEqualTo("papers-missing");
                    assertThat(problem.detail().zh()).contains("知识产权");
                });
        assertThat(refusal(after(GroupAct.APPROVE), GroupAct.CONSULT, now)).isEqualTo("papers-missing");
    }

    /** Made public on 2 March, the first day is the 3rd and the thirtieth 1 April; 23:59:59 in Shanghai still belongs to it. */
    @ParameterizedTest
    @CsvSource({"2026-04-01T15:59:59Z, true", "2026-04-01T16:00:00Z, false"})
    void thirtyWholeDaysInShanghai(Instant moment, boolean open) {
        var project = after(GroupAct.APPROVE, GroupAct.CONSULT);
        var round = project.consultation().orElseThrow();
        assertThat(round.firstDay()).isEqualTo("2026-03-03");
        assertThat(round.lastDay()).isEqualTo("2026-04-01");
        var now = Groups.body(Groups.BODY, Groups.OWN, moment, 0);
        if (open) {
            assertThat(project.requireOpen(now)).isEqualTo(round);
            assertThat(refusal(project, GroupAct.REVIEW, now)).isEqualTo("consultation-not-over");
        } else {
            assertThat(refusal(project, GroupAct.COMMENT, now)).isEqualTo("consultation-closed");
            assertThat(refusal(project, GroupAct.EXTEND, now)).isEqualTo("consultation-closed");
            Groups.act(project, GroupAct.REVIEW, now);
            assertThat(project.state()).isEqualTo(GroupState.REVIEWING);
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-03-31, comment-period-shortened", "2026-04-01, ", "2026-05-01, "})
    void aPeriodIsNotShorterThanThirtyDays(LocalDate until, String refused) {
        var project = after(GroupAct.APPROVE);
        var now = by(Who.BODY, START);
        assertThat(code(project, () -> project.consult(Groups.DRAFT, Groups.DRAFTERS, Optional.of(until), now)))
                .isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-20, comment-period-shortened", "2026-04-01, comment-period-shortened", "2026-04-02, "})
    void aRunningPeriodOnlyGetsLonger(LocalDate until, String refused) {
        var project = after(GroupAct.APPROVE, GroupAct.CONSULT);
        assertThat(code(project, () -> project.extend(until, "示例", by(Who.BODY, START.plusDays(5)))))
                .isEqualTo(refused);
    }

    /** A round that was broken off is none, however much time passes. */
    @Test
    void aRoundThatWasBrokenOffCountsForNothing() {
        var project = after(GroupAct.APPROVE, GroupAct.CONSULT);
        project.redraft("示例", by(Who.BODY, START.plusDays(29)));
        var late = AFTER_COMMENTS.plusYears(1);
        assertThat(refusal(project, GroupAct.REVIEW, by(Who.BODY, late))).isEqualTo("consultation-not-over");
        project.consult(Groups.DRAFT, Groups.DRAFTERS, Optional.empty(), by(Who.BODY, late));
        assertThat(refusal(project, GroupAct.REVIEW, by(Who.BODY, late.plusDays(30))))
                .isEqualTo("consultation-not-over");
        Groups.act(project, GroupAct.REVIEW, by(Who.BODY, late.plusDays(31)));
    }

    @Test
    void noReviewBeginsBeforeEveryCommentIsAnswered() {
        var project = after(GroupAct.APPROVE, GroupAct.CONSULT);
        assertThat(refusal(project, GroupAct.REVIEW, by(Who.BODY, AFTER_COMMENTS, 1)))
                .isEqualTo("comments-unanswered");
    }

    @Test
    void draftersAndTheirColleaguesDoNotVote() {
        var project = after(GroupAct.APPROVE, GroupAct.CONSULT);
        var now = by(Who.BODY, AFTER_COMMENTS);
        project.review(
                now.today(),
                List.of(new Participant("甲", "示例一公司"), new Participant("乙", "示例 一公司"), new Participant("丙", "示例二公司")),
                now);
        assertThat(violations(() -> project.vote(Set.of(1, 2, 3), ballots(1, 2, 3), now)))
                .containsExactlyInAnyOrder(
                        "ballots more-votes-than-present",
                        "ballots[0].delegate drafter-vote",
                        "ballots[1].delegate drafter-vote");
        project.vote(Set.of(1, 2, 3), ballots(3), now);
        assertThat(project.meeting().orElseThrow().count()).isEqualTo(new VoteCount(1, 1, 1, 0, 0, true));
    }

    /** Of a vote that did not carry there is no way on but another meeting, the drafters, or the end. */
    @Test
    void whatDidNotCarryDoesNotPass() {
        var project = after(GroupAct.APPROVE, GroupAct.CONSULT, GroupAct.REVIEW);
        var now = by(Who.BODY, AFTER_COMMENTS);
        assertThat(refusal(project, GroupAct.PASS, now)).isEqualTo("vote-not-carried");
        project.vote(Set.of(1, 2, 3, 4, 5, 6, 7, 8), Groups.votes(5), now);
        assertThat(refusal(project, GroupAct.PASS, now)).isEqualTo("vote-not-carried");
        assertThat(refusal(project, GroupAct.VOTE, now)).isEqualTo("no-meeting");
        assertThat(project.actions(now)).containsExactly(GroupAct.CONVENE, GroupAct.RETURN, GroupAct.ABANDON);
        Groups.then(project, GroupAct.CONVENE, GroupAct.VOTE);
        assertThat(refusal(project, GroupAct.CONVENE, now)).isEqualTo("vote-carried");
        Groups.then(project, GroupAct.PASS);
        assertThat(project.view().votes()).hasSize(2);
    }

    @Test
    void aMeetingThatIsToComeHasNotVoted() {
        var project = after(GroupAct.APPROVE, GroupAct.CONSULT);
        var now = by(Who.BODY, AFTER_COMMENTS);
        assertThat(code(project, () -> project.review(now.today().minusDays(1), Groups.delegates(), now)))
                .isEqualTo("unsuitable-day");
        project.review(now.today().plusDays(7), Groups.delegates(), now);
        assertThat(refusal(project, GroupAct.VOTE, now)).isEqualTo("no-meeting");
        Groups.act(project, GroupAct.VOTE, by(Who.BODY, now.today().plusDays(7)));
    }

    @ParameterizedTest
    @CsvSource({
        "T/RZSLX 001-2026, ",
        "T/RZSLX 001-2025, year",
        "T/OTHER 001-2026, code",
        "GB/T 1-2026,      code",
    })
    void theNumberIsOfTheBodyAndOfTheYear(String number, String violation) {
        var project = reached(GroupState.PASSED);
        var now = by(Who.BODY, AFTER_COMMENTS);
        if (violation == null) {
            project.number(StandardNumber.of(number), now);
            assertThat(project.state()).isEqualTo(GroupState.NUMBERED);
        } else {
            assertThat(violations(() -> project.number(StandardNumber.of(number), now)))
                    .containsExactly("number " + violation);
        }
    }

    @Test
    void theClockOfTheReviewRunsFiveYearsFromThePublicationAndFromEachConfirmation() {
        var project = reached(GroupState.PUBLISHED);
        assertThat(project.summary().reviewDueOn()).isEqualTo("2031-04-02");
        project.confirm("示例", by(Who.BODY, LocalDate.of(2031, 3, 1)));
        assertThat(project.summary().reviewDueOn()).isEqualTo("2036-03-01");
        assertThat(project.view().reviews()).hasSize(1);
    }

    @Test
    void whoOrderedACorrectionDoesNotAbolish() {
        var project = reached(GroupState.CORRECTING);
        var late = AFTER_COMMENTS.plusDays(31);
        assertThat(refusal(project, GroupAct.ABOLISH_BY_ORDER, by(Who.PUBLISHER, AFTER_COMMENTS.plusDays(30))))
                .isEqualTo("not-past-due");
        var both = by(Who.CASE_APPROVER, late);
        var sameInBothRoles = new GroupContext(
                Actor.official("li", null),
                EnumSet.of(GroupRole.CASE_APPROVER, GroupRole.PUBLISHER),
                Optional.empty(),
                Groups.BODY,
                0,
                TERMS,
                both.moment());
        assertThat(refusal(project, GroupAct.ABOLISH_BY_ORDER, sameInBothRoles)).isEqualTo("same-person");
    }

    /** Of a proposal nobody is told. */
    @Test
    void aProposalIsTheBodysOwnBusiness() {
        var project = Groups.proposed();
        assertThat(project.move(GroupAct.REJECT, "示例", by(Who.BODY, START)).outbound())
                .isEmpty();
        assertThat(Groups.proposed().approve("示例", by(Who.BODY, START)).outbound())
                .isPresent();
    }

    /** What has not ended goes on: somebody can do something about it, today or once a clock has run. */
    @ParameterizedTest
    @EnumSource
    void everyOpenProjectHasANextAct(GroupState state) {
        var project = reached(state);
        var someday = AFTER_COMMENTS.plusYears(6);
        var next = Stream.of(Who.BODY, Who.PUBLISHER)
                .flatMap(who -> project.actions(by(who, someday)).stream())
                .collect(Collectors.toSet());
        assertThat(next.isEmpty()).isEqualTo(GroupState.ENDS.contains(state));
    }

    private static List<VoteCount.Ballot> ballots(int... delegates) {
        return Arrays.stream(delegates)
                .mapToObj(one -> new VoteCount.Ballot(one, VoteCount.Choice.APPROVE))
                .toList();
    }

    private static String refusal(GroupProject project, GroupAct act, GroupContext now) {
        return Objects.requireNonNullElse(code(project, () -> Groups.act(project, act, now)), "done");
    }

    /** The code of the refusal, which changes nothing; null when it was done. */
    private static @Nullable String code(GroupProject project, Runnable act) {
        var before = project.file();
        try {
            act.run();
            return null;
        } catch (Problem refusal) {
            assertThat(project.file()).isEqualTo(before);
            return refusal.type().code();
        }
    }

    private static List<String> violations(Runnable act) {
        var found = new ArrayList<String>();
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> problem.violations().stream()
                                .map(GroupTableTest::shortly)
                                .forEach(found::add));
        return found;
    }

    private static String shortly(Violation violation) {
        return violation.field() + " " + violation.code();
    }
}

package cn.quality.standards.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cn.quality.platform.digest.ReceiptSecret;
import cn.quality.platform.problem.Problem;
import cn.quality.standards.number.StandardNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every state × act × role: what is allowed below happens, everything else is refused and changes nothing. */
class FeedbackTableTest {

    private static final Instant NOW = Instant.parse("2026-03-02T04:00:00Z");
    private static final Path DOCS = Path.of("..", "docs", "feedback-states.md");
    private static final ReceiptSecret SECRET = ReceiptSecret.fresh();

    /** State, act, state after it, who: written by hand and not derived from {@link FeedbackTransitions}. */
    private static final List<Move> ALLOWED = Stream.of("""
                    RECEIVED ACCEPT ACCEPTED HANDLER
                    RECEIVED DISMISS DISMISSED HANDLER
                    RECEIVED WITHDRAW WITHDRAWN REPORTER
                    ACCEPTED DISMISS DISMISSED HANDLER
                    ACCEPTED ANSWER ANSWERED HANDLER
                    ACCEPTED WITHDRAW WITHDRAWN REPORTER
                    ANSWERED RETURN ACCEPTED PUBLISHER
                    ANSWERED PUBLISH PUBLISHED PUBLISHER
                    ANSWERED WITHDRAW WITHDRAWN REPORTER
                    """.split("\n", -1))
            .filter(line -> !line.isBlank())
            .map(line -> line.strip().split(" ", -1))
            .map(part -> new Move(
                    FeedbackState.valueOf(part[0]),
                    FeedbackAct.valueOf(part[1]),
                    FeedbackState.valueOf(part[2]),
                    FeedbackRole.valueOf(part[3])))
            .toList();

    private record Move(FeedbackState from, FeedbackAct act, FeedbackState to, FeedbackRole by) {}

    @TestFactory
    Stream<DynamicTest> everyStateActAndRole() {
        return Stream.of(FeedbackState.values())
                .flatMap(state -> Stream.of(FeedbackAct.values())
                        .filter(act -> act != FeedbackAct.FILE)
                        .flatMap(act -> Stream.of(FeedbackRole.values())
                                .map(by -> dynamicTest(
                                        "%s %s by %s".formatted(state, act, by), () -> judge(state, act, by)))));
    }

    private static void judge(FeedbackState state, FeedbackAct act, FeedbackRole by) {
        var report = reached(state);
        var now = by("another", by);
        var rows = ALLOWED.stream()
                .filter(move -> move.from() == state && move.act() == act)
                .toList();
        var allowed = rows.stream().filter(move -> move.by() == by).findFirst();
        if (allowed.isPresent()) {
            assertThat(report.actions(now)).contains(act);
            act(report, act, now);
            assertThat(stateOf(report)).isEqualTo(allowed.get().to());
        } else {
            assertThat(report.actions(now)).doesNotContain(act);
            assertThat(refusal(report, () -> act(report, act, now)))
                    .isEqualTo(rows.isEmpty() ? "illegal-transition" : "forbidden");
        }
    }

    @Test
    void theRowsAreTheAllowedMoves() {
        for (var state : FeedbackState.values()) {
            assertThat(FeedbackTransitions.TABLE.possible(state))
                    .containsExactlyInAnyOrderElementsOf(ALLOWED.stream()
                            .filter(move -> move.from() == state)
                            .map(Move::act)
                            .toList());
        }
        assertThat(FeedbackTransitions.TABLE.reachable()).containsExactlyInAnyOrder(FeedbackState.values());
    }

    /** After a change: {@code -Dgolden.update=true}. */
    @Test
    void theDocsShowTheTable() throws IOException {
        var drawn = """
                # Life of a report of a problem with a standard

                Drawn from `FeedbackTransitions` in the standards-service; a test fails when picture and table differ. Who answered
                neither returns nor publishes the answer.

                ```mermaid
                %s```
                """.formatted(FeedbackTransitions.TABLE.mermaid(
                List.of(FeedbackState.PUBLISHED, FeedbackState.DISMISSED, FeedbackState.WITHDRAWN)));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(DOCS, drawn);
        }
        assertThat(DOCS).content().isEqualTo(drawn);
    }

    @Test
    void whoAnsweredNeitherReturnsNorPublishesTheAnswer() {
        var both = new DecisionContext("wang", Set.of(FeedbackRole.HANDLER, FeedbackRole.PUBLISHER), NOW);
        var report = reached(FeedbackState.ACCEPTED);
        act(report, FeedbackAct.ANSWER, both);
        assertThat(refusal(report, () -> act(report, FeedbackAct.PUBLISH, both)))
                .isEqualTo("same-person");
        assertThat(refusal(report, () -> act(report, FeedbackAct.RETURN, both))).isEqualTo("same-person");
        assertThat(report.actions(both)).isEmpty();
        // Only the draft that stands counts: another one was written by somebody else.
        act(report, FeedbackAct.RETURN, by("li", FeedbackRole.PUBLISHER));
        act(report, FeedbackAct.ANSWER, by("li", FeedbackRole.HANDLER));
        act(report, FeedbackAct.PUBLISH, both);
    }

    @Test
    void aDraftIsTheOfficesOwnUntilItIsPublished() {
        var report = reached(FeedbackState.ANSWERED);
        assertThat(report.followed().state()).isEqualTo(FeedbackState.ACCEPTED);
        assertThat(report.followed().answer()).isNull();
        var event = report.publish(by("publisher", FeedbackRole.PUBLISHER));
        assertThat(report.followed().answer()).isEqualTo("示例答复");
        assertThat(event.snapshot().question()).isEqualTo("示例问题");
    }

    @Test
    void onlyTheSecretOfTheReceiptOpensIt() {
        var report = reached(FeedbackState.RECEIVED);
        assertThat(report.isOpenedBy(SECRET)).isTrue();
        assertThat(report.isOpenedBy(ReceiptSecret.fresh())).isFalse();
    }

    private static DecisionContext by(String login, FeedbackRole role) {
        return new DecisionContext(role == FeedbackRole.REPORTER ? DecisionContext.NOBODY : login, Set.of(role), NOW);
    }

    private static Feedback reached(FeedbackState state) {
        var report = new Feedback(
                new NewFeedback.Checked(
                        StandardNumber.of("GB/T 19001-2016"), FeedbackCategory.ERROR, "示例", Optional.empty()),
                SECRET,
                NOW);
        var handler = by("handler", FeedbackRole.HANDLER);
        switch (state) {
            case RECEIVED -> {}
            case ACCEPTED -> act(report, FeedbackAct.ACCEPT, handler);
            case ANSWERED -> {
                act(report, FeedbackAct.ACCEPT, handler);
                act(report, FeedbackAct.ANSWER, handler);
            }
            case PUBLISHED -> {
                act(report, FeedbackAct.ACCEPT, handler);
                act(report, FeedbackAct.ANSWER, handler);
                act(report, FeedbackAct.PUBLISH, by("publisher", FeedbackRole.PUBLISHER));
            }
            case DISMISSED -> act(report, FeedbackAct.DISMISS, handler);
            case WITHDRAWN -> act(report, FeedbackAct.WITHDRAW, by("", FeedbackRole.REPORTER));
        }
        return report;
    }

    private static void act(Feedback report, FeedbackAct act, DecisionContext now) {
        switch (act) {
            case FILE -> throw new IllegalArgumentException("a report begins with it");
            case ACCEPT -> report.accept("示例", "示例部门", now);
            case ANSWER -> report.answer(new NewAnswer.Checked("示例问题", "示例答复"), now);
            case PUBLISH -> report.publish(now);
            case DISMISS, RETURN, WITHDRAW -> report.move(act, "示例", now);
        }
    }

    private static FeedbackState stateOf(Feedback report) {
        return report.file(List.of(), null).state();
    }

    private static String refusal(Feedback report, Runnable act) {
        var before = report.file(List.of(), null);
        var code = new String[1];
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> code[0] = problem.type().code());
        assertThat(report.file(List.of(), null)).isEqualTo(before);
        return code[0];
    }
}

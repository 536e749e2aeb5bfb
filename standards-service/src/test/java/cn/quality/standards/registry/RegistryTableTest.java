package cn.quality.standards.registry;

import static cn.quality.standards.registry.Entries.ADVERSE;
import static cn.quality.standards.registry.Entries.CITY;
import static cn.quality.standards.registry.Entries.COUNTY;
import static cn.quality.standards.registry.Entries.NOW;
import static cn.quality.standards.registry.Entries.TODAY;
import static cn.quality.standards.registry.Entries.act;
import static cn.quality.standards.registry.Entries.approver;
import static cn.quality.standards.registry.Entries.at;
import static cn.quality.standards.registry.Entries.handler;
import static cn.quality.standards.registry.Entries.kind;
import static cn.quality.standards.registry.Entries.reached;
import static cn.quality.standards.registry.Entries.system;
import static cn.quality.standards.registry.RegistryRole.APPROVER;
import static cn.quality.standards.registry.RegistryRole.HANDLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cn.quality.platform.problem.Problem;
import cn.quality.standards.registry.RegistryEvent.PublicState;
import cn.quality.standards.registry.RegistryKind.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every state × act × role: what is allowed below happens, everything else is refused and changes nothing. */
class RegistryTableTest {

    /** State, act, state after it, who: written by hand and not derived from {@link RegistryTransitions}. */
    private static final List<Move> ALLOWED = Stream.of("""
                    PROPOSED REVISE PROPOSED HANDLER
                    PROPOSED WITHDRAW DECLINED HANDLER
                    PROPOSED DECLINE DECLINED APPROVER
                    PROPOSED ENTER ENTERED APPROVER
                    ENTERED CORRECT ENTERED APPROVER
                    ENTERED FALL_DUE UNDER_REVIEW SYSTEM
                    ENTERED REVIEW UNDER_REVIEW HANDLER
                    UNDER_REVIEW REVIEW UNDER_REVIEW HANDLER
                    UNDER_REVIEW CORRECT UNDER_REVIEW APPROVER
                    UNDER_REVIEW RETAIN ENTERED APPROVER
                    UNDER_REVIEW EXIT EXITED APPROVER
                    EXITED REPROPOSE REPROPOSED HANDLER
                    REPROPOSED REVISE REPROPOSED HANDLER
                    REPROPOSED WITHDRAW EXITED HANDLER
                    REPROPOSED DECLINE EXITED APPROVER
                    REPROPOSED REENTER ENTERED APPROVER
                    """.split("\n", -1))
            .filter(line -> !line.isBlank())
            .map(line -> line.strip().split(" ", -1))
            .map(part -> new Move(
                    RegistryState.valueOf(part[0]),
                    RegistryAct.valueOf(part[1]),
                    RegistryState.valueOf(part[2]),
                    part[3]))
            .toList();

    /** When the validity of an entry that was entered a year ago is over. */
    private static final Instant LATER = NOW.plus(Duration.ofDays(3 * 366));

    private record Move(RegistryState from, RegistryAct act, RegistryState to, String by) {}

    @TestFactory
    Stream<DynamicTest> everyStateActAndRole() {
        return Stream.of(RegistryState.values())
                .flatMap(state -> Stream.of(RegistryAct.values())
                        .filter(act -> act != RegistryAct.PROPOSE)
                        .flatMap(act -> Stream.of("HANDLER", "APPROVER", "SYSTEM")
                                .map(by -> dynamicTest(
                                        "%s %s by %s".formatted(state, act, by), () -> judge(state, act, by)))));
    }

    private static void judge(RegistryState state, RegistryAct act, String by) {
        var entry = reached(state, Subject.OTHER);
        var now =
                switch (by) {
                    case "HANDLER" -> at(NOW, "another handler", CITY, HANDLER);
                    case "APPROVER" -> at(NOW, "another approver", CITY, APPROVER);
                    default -> system(LATER);
                };
        var rows = ALLOWED.stream()
                .filter(move -> move.from() == state && move.act() == act)
                .toList();
        var allowed = rows.stream().filter(move -> move.by().equals(by)).findFirst();
        if (allowed.isPresent()) {
            assertThat(entry.actions(now)).contains(act);
            act(entry, act, now);
            assertThat(entry.state()).isEqualTo(allowed.get().to());
            assertThat(entry.lastAct().act()).isEqualTo(act);
        } else {
            assertThat(entry.actions(now)).doesNotContain(act);
            assertThat(refusal(entry, () -> act(entry, act, now)))
                    .isEqualTo(rows.isEmpty() ? "illegal-transition" : "forbidden");
        }
    }

    @ParameterizedTest
    @EnumSource(RegistryState.class)
    void theRowsAreTheAllowedMoves(RegistryState state) {
        assertThat(RegistryTransitions.TABLE.possible(state))
                .containsExactlyInAnyOrderElementsOf(ALLOWED.stream()
                        .filter(move -> move.from() == state)
                        .map(Move::act)
                        .toList());
    }

    @Test
    void officialsOfAnotherCountyDoNothing() {
        for (var move : ALLOWED) {
            if (!move.by().equals("SYSTEM")) {
                var stranger = at(NOW, "stranger", "371122", HANDLER, APPROVER);
                var entry = reached(move.from(), Subject.OTHER);
                assertThat(refusal(entry, () -> act(entry, move.act(), stranger)))
                        .isEqualTo("foreign-region");
            }
        }
        var own = at(NOW, "own", COUNTY, APPROVER);
        act(reached(RegistryState.PROPOSED, Subject.OTHER), RegistryAct.ENTER, own);
    }

    /** Entry and exit take two persons, in whatever roles. */
    @ParameterizedTest
    @CsvSource({
        "PROPOSED, DECLINE",
        "PROPOSED, ENTER",
        "ENTERED, CORRECT",
        "UNDER_REVIEW, RETAIN",
        "UNDER_REVIEW, EXIT",
        "REPROPOSED, REENTER",
        "REPROPOSED, DECLINE",
    })
    void nobodyDecidesUponWhatTheyProposed(RegistryState state, RegistryAct act) {
        var both = at(NOW, "handler", CITY, HANDLER, APPROVER);
        var entry = reached(state, Subject.OTHER);
        assertThat(refusal(entry, () -> act(entry, act, both))).isEqualTo("same-person");
        assertThat(entry.actions(both)).doesNotContain(act);
    }

    @Test
    void nothingLeavesWithoutAGround() {
        var entry = reached(RegistryState.ENTERED, Subject.OTHER);
        act(entry, RegistryAct.FALL_DUE, system(LATER));
        assertThat(refusal(entry, () -> act(entry, RegistryAct.EXIT, approver())))
                .isEqualTo("no-exit-ground");
    }

    /** On an adverse ground whom it is about is told, and has fifteen whole days to answer. */
    @Test
    void nothingLeavesBeforeTheTimeToAnswerIsOver() {
        var entry = reached(RegistryState.ENTERED, Subject.ENTERPRISE);
        assertThat(refusal(entry, () -> entry.review(Optional.of(ADVERSE), Optional.empty(), "示例", handler())))
                .isEqualTo("notice-required");
        entry.review(Optional.of(ADVERSE), Optional.of(TODAY), "示例", handler());
        var last = at(Instant.parse("2026-03-17T15:59:59Z"), "approver", CITY, APPROVER);
        assertThat(refusal(entry, () -> entry.exit(LocalDate.of(2026, 3, 17), new Decided("示例", null), last)))
                .isEqualTo("time-to-answer");
        var after = at(Instant.parse("2026-03-17T16:00:00Z"), "approver", CITY, APPROVER);
        assertThat(refusal(entry, () -> entry.exit(LocalDate.of(2026, 3, 17), new Decided("示例", null), after)))
                .isEqualTo("unsuitable-day");
        entry.exit(LocalDate.of(2026, 3, 18), new Decided("示例", null), after);
        assertThat(entry.state()).isEqualTo(RegistryState.EXITED);
    }

    @Test
    void validityIsCountedFromTheDayOfEntryAndAnewWhenItStays() {
        var entry = reached(RegistryState.ENTERED, Subject.ENTERPRISE);
        assertThat(entry.validUntil()).isEqualTo(LocalDate.of(2028, 3, 1));
        assertThat(entry.isExpired(LocalDate.of(2028, 3, 1))).isFalse();
        assertThat(entry.isExpired(LocalDate.of(2028, 3, 2))).isTrue();
        assertThat(refusal(entry, () -> entry.fallDue(system(NOW)))).isEqualTo("not-expired");
        act(entry, RegistryAct.REVIEW, handler());
        entry.retain(TODAY, kind(Subject.ENTERPRISE), new Decided("示例", null), approver());
        assertThat(entry.validUntil()).isEqualTo(LocalDate.of(2029, 3, 1));
        assertThat(entry.reviewGround()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1948-12-31, unsuitable-day", "2026-03-03, unsuitable-day", "1949-01-01,", "2026-03-02,"})
    void theDayOfEntryIsOver(LocalDate day, String refused) {
        var entry = reached(RegistryState.PROPOSED, Subject.OTHER);
        Runnable enter =
                () -> entry.enter(RegistryAct.ENTER, day, kind(Subject.OTHER), new Decided("示例", null), approver());
        if (refused == null) {
            enter.run();
            assertThat(entry.spells()).containsExactly(new Spell(day, null));
        } else {
            assertThat(refusal(entry, enter)).isEqualTo(refused);
        }
    }

    @Test
    void whatComesBackHasTwoSpells() {
        var entry = reached(RegistryState.REPROPOSED, Subject.OTHER);
        assertThat(refusal(
                        entry,
                        () -> entry.enter(
                                RegistryAct.REENTER,
                                TODAY.minusDays(1),
                                kind(Subject.OTHER),
                                new Decided("示例", null),
                                approver())))
                .isEqualTo("unsuitable-day");
        act(entry, RegistryAct.REENTER, approver());
        assertThat(entry.spells()).containsExactly(new Spell(TODAY.minusYears(1), TODAY), new Spell(TODAY, null));
    }

    /** To have left is adverse for an enterprise, and a person may withdraw. */
    @ParameterizedTest
    @CsvSource({"ENTERPRISE, true", "PERSON, true", "OTHER, false"})
    void whoHasLeftIsNotNamed(Subject subject, boolean withheld) {
        var entry = reached(RegistryState.UNDER_REVIEW, subject);
        assertThat(entry.view().name()).isNotNull();
        assertThat(entry.view().state()).isEqualTo(PublicState.ENTERED);
        var left = act(entry, RegistryAct.EXIT, approver());
        assertThat(left.snapshot()).isEqualTo(RegistryEvent.Snapshot.ended(entry.id(), "EXAMPLE"));
        assertThat(entry.view().name() == null).isEqualTo(withheld);
        assertThat(entry.view().exitGround() == null).isEqualTo(withheld);
        assertThat(entry.view().spells().isEmpty()).isEqualTo(withheld);
        assertThat(entry.view().exitedOn()).isEqualTo(TODAY);
    }

    @Test
    void aProposalAndAReviewAreForNobodyOutside() {
        var entry = reached(RegistryState.PROPOSED, Subject.ENTERPRISE);
        assertThat(act(entry, RegistryAct.REVISE, handler()).outbound()).isEmpty();
        assertThat(act(entry, RegistryAct.ENTER, approver()).outbound()).isPresent();
        assertThat(act(entry, RegistryAct.REVIEW, handler()).outbound()).isEmpty();
        assertThat(act(entry, RegistryAct.EXIT, approver()).outbound()).isPresent();
        assertThat(act(entry, RegistryAct.REPROPOSE, handler()).outbound()).isEmpty();
    }

    private static String refusal(RegistryEntry entry, Runnable act) {
        var before = entry.file(List.of());
        var code = new String[1];
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> code[0] = problem.type().code());
        assertThat(entry.file(List.of())).isEqualTo(before);
        return code[0];
    }
}

package cn.quality.credit.listing;

import static cn.quality.credit.listing.EntryFixture.APPROVER;
import static cn.quality.credit.listing.EntryFixture.DECIDED;
import static cn.quality.credit.listing.EntryFixture.HANDLER;
import static cn.quality.credit.listing.EntryFixture.NOTICE;
import static cn.quality.credit.listing.EntryFixture.TODAY;
import static cn.quality.credit.listing.EntryFixture.decidedOn;
import static cn.quality.credit.listing.EntryFixture.fraud;
import static cn.quality.credit.listing.EntryFixture.lifting;
import static cn.quality.credit.listing.EntryFixture.notice;
import static cn.quality.credit.listing.EntryFixture.refused;
import static cn.quality.credit.listing.EntryFixture.ruling;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link DateOrder}, row by row: the first and the last day that will do, and the days next to them that will not. */
class DateOrderTest {

    /** An act that brings a date, done to an entry of its own each time. */
    private interface Step {
        void take(EntryFixture world, LocalDate day);
    }

    private static Arguments row(
            String what, String field, @Nullable LocalDate earliest, @Nullable LocalDate latest, Step step) {
        return Arguments.of(what, field, earliest, latest, step);
    }

    /** The notice of the fixture is of 9 February, its decision of 2 March, today is 10 March 2026. */
    static Stream<Arguments> rows() {
        var defenceTermOver = LocalDate.of(2026, 2, 17);
        return Stream.of(
                row("conduct, without a decision", "conductEndedOn", null, TODAY, (world, day) -> {
                    world.decision = null;
                    world.conductEndedOn = day;
                    world.draft();
                }),
                row("conduct, before the decision of the draft", "conductEndedOn", null, DECIDED, (world, day) -> {
                    world.conductEndedOn = day;
                    world.draft();
                }),
                row("ban", "banUntil", LocalDate.of(2025, 12, 1), null, (world, day) -> {
                    world.banUntil = day;
                    world.draft();
                }),
                row(
                        "notice",
                        "servedOn",
                        LocalDate.of(2025, 12, 1),
                        TODAY,
                        (world, day) -> world.submitted().serveNotice(notice(day), world.by(APPROVER))),
                row("defence", "statedOn", NOTICE, LocalDate.of(2026, 2, 12), (world, day) -> {
                    world.on(LocalDate.of(2026, 2, 12));
                    world.noticed().receiveDefence(new CaseActs.Defence(day, "示例", null), world.by(HANDLER));
                }),
                row(
                        "consent without a defence",
                        "consentedOn",
                        defenceTermOver,
                        TODAY,
                        (world, day) ->
                                world.lapsed().consent(new CaseActs.Consent("示例省局", "示例", day), world.by(APPROVER))),
                row("consent after a defence", "consentedOn", LocalDate.of(2026, 2, 10), TODAY, (world, day) -> {
                    var entry = world.noticed();
                    entry.receiveDefence(
                            new CaseActs.Defence(LocalDate.of(2026, 2, 10), "示例", null), world.by(HANDLER));
                    entry.consent(new CaseActs.Consent("示例省局", "示例", day), world.by(APPROVER));
                }),
                row("decision without a defence", "decision.decidedOn", defenceTermOver, null, (world, day) -> {
                    world.decision = decidedOn(day);
                    world.lapsed().decide(ruling(), world.by(APPROVER));
                }),
                row(
                        "decision after the consent",
                        "decision.decidedOn",
                        LocalDate.of(2026, 2, 20),
                        null,
                        (world, day) -> {
                            world.decision = decidedOn(day);
                            var entry = world.lapsed();
                            entry.consent(
                                    new CaseActs.Consent("示例省局", "示例", LocalDate.of(2026, 2, 20)), world.by(APPROVER));
                            entry.decide(ruling(), world.by(APPROVER));
                        }),
                row(
                        "delivery",
                        "servedOn",
                        DECIDED,
                        TODAY,
                        (world, day) -> world.decided()
                                .serveDecision(new CaseActs.DecisionDelivery(day, "示例", true), world.by(HANDLER))),
                row(
                        "annulment before publication",
                        "annulledOn",
                        DECIDED,
                        TODAY,
                        (world, day) -> world.served()
                                .revokeBasis(new CaseActs.Annulment("市政府", "示例", day), world.by(APPROVER))),
                row(
                        "annulment",
                        "annulledOn",
                        DECIDED,
                        TODAY,
                        (world, day) -> world.published()
                                .revokeBasis(new CaseActs.Annulment("市政府", "示例", day), world.by(APPROVER))),
                row(
                        "lifting",
                        "liftedOn",
                        TODAY,
                        TODAY,
                        (world, day) -> world.withdrawn().liftMeasures(lifting(day), world.by(HANDLER))),
                row("lifting after an annulment", "liftedOn", LocalDate.of(2026, 3, 6), TODAY, (world, day) -> {
                    var entry = world.published();
                    entry.revokeBasis(
                            new CaseActs.Annulment("市政府", "示例", LocalDate.of(2026, 3, 6)), world.by(APPROVER));
                    entry.withdraw("示例", world.by(EntryFixture.PUBLISHER));
                    entry.liftMeasures(lifting(day), world.by(HANDLER));
                }),
                row("lifting after a reorganisation", "liftedOn", TODAY, LocalDate.of(2026, 9, 1), (world, day) -> {
                    var entry = world.temporarilyRepaired();
                    world.on(LocalDate.of(2026, 9, 1));
                    entry.confirmReorganisation(EntryFixture.completion(TODAY), world.by(APPROVER));
                    entry.liftMeasures(lifting(day), world.by(HANDLER));
                }),
                row(
                        "finding of fraud",
                        "foundOn",
                        LocalDate.of(2026, 6, 10),
                        LocalDate.of(2026, 7, 1),
                        (world, day) -> {
                            var entry = world.repaired();
                            entry.restore(
                                    fraud(day),
                                    world.on(LocalDate.of(2026, 7, 1)).by(APPROVER));
                        }),
                row(
                        "court's ruling",
                        "ruledOn",
                        null,
                        TODAY,
                        (world, day) -> world.published()
                                .fileCourtRuling(EntryFixture.courtRuling(day), world.by(EntryFixture.OWNER))),
                row(
                        "completion of the plan",
                        "completedOn",
                        TODAY,
                        TODAY,
                        (world, day) -> world.temporarilyRepaired()
                                .confirmReorganisation(EntryFixture.completion(day), world.by(APPROVER))),
                row(
                        "end of the plan",
                        "terminatedOn",
                        TODAY,
                        TODAY,
                        (world, day) -> world.temporarilyRepaired()
                                .resumeDisplay(EntryFixture.termination(day), world.by(EntryFixture.PUBLISHER))),
                row("public notice", "announcedOn", null, TODAY, (world, day) -> {
                    world.red();
                    world.submitted().announce(new CaseActs.PublicNotice(day, "示例"), world.by(APPROVER));
                }),
                // The notice of 24 February runs until 4 March.
                row("decision on an honour", "decision.decidedOn", null, LocalDate.of(2026, 3, 4), (world, day) -> {
                    world.red();
                    world.decision = decidedOn(day);
                    world.submitted()
                            .announce(new CaseActs.PublicNotice(LocalDate.of(2026, 2, 24), "示例"), world.by(APPROVER));
                }),
                row("annulment of an honour", "annulledOn", DECIDED, TODAY, (world, day) -> {
                    world.red();
                    world.published().revokeBasis(new CaseActs.Annulment("市政府", "示例", day), world.by(APPROVER));
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void theFirstAndTheLastDayThatWillDo(
            String what, String field, @Nullable LocalDate earliest, @Nullable LocalDate latest, Step step) {
        if (earliest != null) {
            step.take(new EntryFixture(), earliest);
            wrong(field, "too-early", earliest, () -> step.take(new EntryFixture(), earliest.minusDays(1)));
        }
        if (latest != null) {
            step.take(new EntryFixture(), latest);
            wrong(field, "too-late", latest, () -> step.take(new EntryFixture(), latest.plusDays(1)));
        }
    }

    private static void wrong(String field, String code, LocalDate bound, Runnable act) {
        var problem = refused(act::run, 422, "unsuitable-date");
        assertThat(problem.violations())
                .filteredOn(violation -> violation.field().equals(field))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.code()).isEqualTo(code);
                    assertThat(violation.message().zh()).contains(bound.toString());
                    assertThat(violation.message().en()).contains(bound.toString());
                });
    }

    /** What the draft says of the decision may change with the decision. */
    @Test
    void aDraftedDecisionBindsNoNotice() {
        world().submitted().serveNotice(notice(DECIDED.plusDays(1)), world().by(APPROVER));
    }

    /** Every date that an act brings stands in a chain of its list, and no chain names a date twice. */
    @Test
    void everyDateHasItsPlace() {
        var placed = DateOrder.CHAINS.values().stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .toList();
        assertThat(placed).containsAll(List.of(CaseDate.values()));
        assertThat(DateOrder.CHAINS.values().stream().flatMap(List::stream))
                .allSatisfy(chain -> assertThat(chain).doesNotHaveDuplicates());
        assertThat(DateOrder.BROUGHT.values().stream().flatMap(List::stream))
                .allSatisfy(date -> assertThat(date.field()).isNotEmpty());
    }

    private static EntryFixture world() {
        return new EntryFixture();
    }
}

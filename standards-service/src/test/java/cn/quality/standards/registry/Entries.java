package cn.quality.standards.registry;

import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.identity.Actor;
import cn.quality.standards.catalogue.Certainty;
import cn.quality.standards.registry.RegistryKind.Choice;
import cn.quality.standards.registry.RegistryKind.ExitGround;
import cn.quality.standards.registry.RegistryKind.Field;
import cn.quality.standards.registry.RegistryKind.FieldType;
import cn.quality.standards.registry.RegistryKind.Subject;
import cn.quality.standards.registry.RegistryKind.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Entries as tests want them, and who acts on them. */
final class Entries {

    static final String CITY = "371100";
    static final String COUNTY = "371102";
    static final Instant NOW = Instant.parse("2026-03-02T04:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    /** Nobody prepares or decides with this name elsewhere. */
    private static final String USCC = "91371199MA3RH00187";

    static final ExitGround QUIET = new ExitGround("CLOSED", "停止生产", "closed", false, null);
    static final ExitGround ADVERSE = new ExitGround("FAILED", "复查不合格", "failed", true, 15);

    private Entries() {}

    static RegistryKind kind(Subject subject) {
        return new RegistryKind(
                "EXAMPLE",
                "示例名录",
                "Example",
                subject,
                LocalDate.of(2016, 1, 1),
                List.of(
                        new Field(
                                "grade",
                                "等级",
                                "Grade",
                                FieldType.CHOICE,
                                true,
                                List.of(new Choice("AA", "AA", "AA"), new Choice("AAA", "AAA", "AAA")),
                                null),
                        new Field("members", "成员数", "Members", FieldType.INTEGER, false, List.of(), 2),
                        new Field("since", "起始", "Since", FieldType.DATE, false, List.of(), null)),
                new Wording("示例条件", "an example"),
                3,
                List.of(QUIET, ADVERSE),
                "示例",
                Certainty.U);
    }

    static EntryContent content(Subject subject) {
        return new EntryContent(
                "日照示例有限公司",
                subject == Subject.ENTERPRISE ? Optional.of(new UnifiedSocialCreditCode(USCC)) : Optional.empty(),
                new RegionCode(COUNTY),
                new TreeMap<>(Map.of("grade", "AAA")),
                subject == Subject.PERSON ? Optional.of(TODAY) : Optional.empty());
    }

    static DecisionContext handler() {
        return at(NOW, "handler", CITY, RegistryRole.HANDLER);
    }

    static DecisionContext approver() {
        return at(NOW, "approver", CITY, RegistryRole.APPROVER);
    }

    static DecisionContext system(Instant moment) {
        return new DecisionContext(Actor.SYSTEM, Set.of(), moment);
    }

    static DecisionContext at(Instant moment, String login, String region, RegistryRole... roles) {
        return new DecisionContext(Actor.official(login, new RegionCode(region)), Set.of(roles), moment);
    }

    static RegistryEntry proposed(Subject subject) {
        return RegistryEntry.propose(kind(subject), content(subject), "示例", handler());
    }

    /** An entry that has come to a state, by the shortest way. */
    static RegistryEntry reached(RegistryState state, Subject subject) {
        var entry = proposed(subject);
        switch (state) {
            case PROPOSED -> {}
            case DECLINED -> act(entry, RegistryAct.DECLINE, approver());
            case ENTERED -> act(entry, RegistryAct.ENTER, approver());
            case UNDER_REVIEW -> {
                act(entry, RegistryAct.ENTER, approver());
                act(entry, RegistryAct.REVIEW, handler());
            }
            case EXITED -> {
                act(entry, RegistryAct.ENTER, approver());
                act(entry, RegistryAct.REVIEW, handler());
                act(entry, RegistryAct.EXIT, approver());
            }
            case REPROPOSED -> {
                act(entry, RegistryAct.ENTER, approver());
                act(entry, RegistryAct.REVIEW, handler());
                act(entry, RegistryAct.EXIT, approver());
                act(entry, RegistryAct.REPROPOSE, handler());
            }
        }
        return entry;
    }

    static RegistryEvent act(RegistryEntry entry, RegistryAct act, DecisionContext now) {
        var subject = entry.subject();
        var decided = new Decided("示例", "示例〔2026〕1号");
        var kind = kind(subject);
        return switch (act) {
            case PROPOSE -> throw new IllegalArgumentException("an entry begins with it");
            case REVISE -> entry.revise(content(subject), "示例", now);
            case WITHDRAW, DECLINE -> entry.move(act, "示例", null, now);
            case ENTER, REENTER ->
                entry.enter(act, TODAY.minusYears(act == RegistryAct.ENTER ? 1 : 0), kind, decided, now);
            case CORRECT -> entry.correct(content(subject), decided, now);
            case FALL_DUE -> entry.fallDue(now);
            case REVIEW -> entry.review(Optional.of(QUIET), Optional.empty(), "示例", now);
            case RETAIN -> entry.retain(TODAY, kind, decided, now);
            case EXIT -> entry.exit(TODAY, decided, now);
            case REPROPOSE -> entry.repropose(content(subject), "示例", now);
        };
    }
}

package cn.quality.credit.listing;

import cn.quality.credit.archive.Severity;
import cn.quality.credit.rules.Deadline;
import cn.quality.credit.rules.RulesInForce;
import cn.quality.platform.problem.Problem;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The deadlines of an entry. */
enum ListingDeadline {
    /** The enterprise may state its case and defend itself. */
    DEFENCE("陈述申辩", false),
    /** Anybody may object to an honour. */
    PUBLIC_NOTICE("红榜公示", false),
    /** The office publishes what it has decided. */
    PUBLICATION("决定后公示", true),
    /** From its last day on, repair can be applied for. */
    REPAIR_POSSIBLE("最短公示期", false),
    /** The last day on which the entry stands on the list. */
    DISPLAY("公示期", false),
    /** The office answers an objection. */
    OBJECTION("异议处理", true),
    /** The office says whether it takes a repair application up. */
    REPAIR_ACCEPTANCE("修复受理", true),
    /** The office decides on the repair. */
    REPAIR_DECISION("修复决定", true),
    /** The office takes down what has lost its basis. */
    WITHDRAWAL("依据撤销后撤下", true),
    /** The office lifts what followed from an entry that has ended. */
    LIFTING("解除措施", true);

    private final String zh;
    private final boolean work;

    ListingDeadline(String zh, boolean work) {
        this.zh = zh;
        this.work = work;
    }

    String zh() {
        return zh;
    }

    /**
     * This deadline for an entry; none when it does not run for such an entry.
     *
     * @param start legal day of the event, not counted
     */
    Optional<Deadline> of(Listing entry, LocalDate start, RulesInForce rules) {
        return switch (this) {
            case DEFENCE -> Optional.of(rules.deadline("STATEMENT_AND_DEFENCE", start));
            case PUBLIC_NOTICE -> Optional.of(rules.deadline("RED_PUBLIC_NOTICE", start));
            case PUBLICATION ->
                Optional.of(rules.deadline(
                        entry.severity().equals(Optional.of(Severity.SERIOUS))
                                ? "PUBLISH_SERIOUS_LIST"
                                : "PUBLISH_AFTER_DECISION",
                        start));
            case REPAIR_POSSIBLE ->
                entry.severity().map(severity -> rules.deadline(severity + "_REPAIR_AFTER", start, entry.lawDay()));
            case DISPLAY -> lastDay(entry, start, rules);
            case OBJECTION ->
                Optional.of(rules.deadline(
                        entry.isObjectionReferred() ? "OBJECTION_OTHER_UNIT" : "OBJECTION_OWN_DATA", start));
            case REPAIR_ACCEPTANCE -> Optional.of(rules.deadline("REPAIR_ACCEPTANCE", start));
            case REPAIR_DECISION -> Optional.of(rules.deadline("REPAIR_DECISION", start));
            case WITHDRAWAL -> Optional.of(rules.deadline("WITHDRAW_AFTER_ANNULMENT", start));
            case LIFTING -> entry.kind() == ListKind.BLACK ? lifting(start, rules) : Optional.empty();
        };
    }

    /** Nothing prevents an entry from leaving the list, not even a calendar that is missing. */
    private static Optional<Deadline> lifting(LocalDate start, RulesInForce rules) {
        try {
            return Optional.of(rules.deadline("STOP_AFTER_REPAIR", start));
        } catch (Problem missing) {
            return Optional.empty();
        }
    }

    /**
     * A black entry stops by itself at the end of its class's period, later while a statutory ban runs; but no adverse record
     * outlives the outer bound from the end of the conduct (山东省社会信用条例 art. 38), and the decision may set an earlier
     * day. A red entry stands until the day it names.
     */
    private static Optional<Deadline> lastDay(Listing entry, LocalDate start, RulesInForce rules) {
        var named = entry.namedLastDay().map(day -> new Deadline(day, "NAMED_BY_THE_DECISION", "", ""));
        if (entry.severity().isEmpty()) {
            return named;
        }
        var severity = entry.severity().get();
        var lawDay = entry.lawDay();
        var period = rules.deadline(severity + "_STOPS_AFTER", start, lawDay);
        var ban = entry.banUntil()
                .filter(day -> severity == Severity.SERIOUS
                        && day.isAfter(period.due())
                        && rules.flag("SERIOUS_EXTENDED_BY_BAN", lawDay))
                .map(day -> new Deadline(day, "SERIOUS_EXTENDED_BY_BAN", period.rulePack(), ""));
        var bound = entry.conductEndedOn().map(day -> rules.deadline("ADVERSE_OUTER_BOUND", day, lawDay));
        return Stream.of(Optional.of(ban.orElse(period)), bound, named)
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Deadline::due));
    }

    /** Whether the office owes something until then, so that it can be overdue. */
    boolean isWork() {
        return work;
    }
}

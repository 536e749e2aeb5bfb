package cn.quality.credit.listing;

import cn.quality.credit.archive.Severity;
import cn.quality.credit.rules.Deadline;
import cn.quality.credit.rules.LawBook;
import cn.quality.platform.problem.Problem;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The terms that run for an entry. */
enum ListingClock {
    /** The enterprise may state its case and defend itself. */
    DEFENCE("陈述申辩", false),
    /** Whoever objects to an honour may say so. */
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

    ListingClock(String zh, boolean work) {
        this.zh = zh;
        this.work = work;
    }

    String zh() {
        return zh;
    }

    /**
     * The end of this term for an entry; none when it does not run for such an entry.
     *
     * @param start legal day of the event, not counted
     */
    Optional<Deadline> end(Listing entry, LocalDate start, LawBook law) {
        return switch (this) {
            case DEFENCE -> Optional.of(law.end("STATEMENT_AND_DEFENCE", start));
            case PUBLIC_NOTICE -> Optional.of(law.end("RED_PUBLIC_NOTICE", start));
            case PUBLICATION ->
                Optional.of(law.end(
                        entry.severity().equals(Optional.of(Severity.SERIOUS))
                                ? "PUBLISH_SERIOUS_LIST"
                                : "PUBLISH_AFTER_DECISION",
                        start));
            case REPAIR_POSSIBLE ->
                entry.severity().map(severity -> law.end(severity + "_REPAIR_AFTER", start, entry.lawDay()));
            case DISPLAY -> lastDay(entry, start, law);
            case OBJECTION ->
                Optional.of(
                        law.end(entry.isObjectionReferred() ? "OBJECTION_OTHER_UNIT" : "OBJECTION_OWN_DATA", start));
            case REPAIR_ACCEPTANCE -> Optional.of(law.end("REPAIR_ACCEPTANCE", start));
            case REPAIR_DECISION -> Optional.of(law.end("REPAIR_DECISION", start));
            case WITHDRAWAL -> Optional.of(law.end("WITHDRAW_AFTER_ANNULMENT", start));
            case LIFTING -> entry.kind() == ListingKind.BLACK ? lifting(start, law) : Optional.empty();
        };
    }

    /** Nothing keeps an entry from leaving the list, not even a calendar that is missing. */
    private static Optional<Deadline> lifting(LocalDate start, LawBook law) {
        try {
            return Optional.of(law.end("STOP_AFTER_REPAIR", start));
        } catch (Problem missing) {
            return Optional.empty();
        }
    }

    /**
     * A black entry stops by itself at the end of its class's term, later while a statutory ban runs; but no adverse record
     * outlives the outer bound from the end of the conduct (山东省社会信用条例 art. 38), and the decision may set an earlier
     * day. A red entry stands until the day it names.
     */
    private static Optional<Deadline> lastDay(Listing entry, LocalDate start, LawBook law) {
        var named = entry.namedLastDay().map(day -> new Deadline(day, "NAMED_BY_THE_DECISION", "", ""));
        if (entry.severity().isEmpty()) {
            return named;
        }
        var severity = entry.severity().get();
        var lawDay = entry.lawDay();
        var term = law.end(severity + "_STOPS_AFTER", start, lawDay);
        var ban = entry.banUntil()
                .filter(day -> severity == Severity.SERIOUS
                        && day.isAfter(term.due())
                        && law.flag("SERIOUS_EXTENDED_BY_BAN", lawDay))
                .map(day -> new Deadline(day, "SERIOUS_EXTENDED_BY_BAN", term.rulePack(), ""));
        var bound = entry.conductEndedOn().map(day -> law.end("ADVERSE_OUTER_BOUND", day, lawDay));
        return Stream.of(Optional.of(ban.orElse(term)), bound, named)
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Deadline::due));
    }

    /** Whether the office owes something until then, so that it can be overdue. */
    boolean isWork() {
        return work;
    }
}

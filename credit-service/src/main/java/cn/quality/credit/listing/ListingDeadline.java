package cn.quality.credit.listing;

import cn.quality.credit.rules.Certainty;
import cn.quality.credit.rules.Deadline;
import cn.quality.credit.rules.RulesInForce;
import cn.quality.credit.rules.Severity;
import cn.quality.platform.problem.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
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
    /** The last day on which the entry stands on the list: that of 国家企业信用信息公示系统. */
    DISPLAY("国家企业信用信息公示系统公示期", false),
    /** The last day on which 信用中国 shows the entry. */
    CREDIT_CHINA_DISPLAY("信用中国公示期", false),
    /** The last day on which the public sees that a repair was obtained by fraud. */
    FRAUD_DECISION_DISPLAY("弄虚作假认定公示期", false),
    /** The office answers an objection. */
    OBJECTION("异议处理", true),
    /** The office says whether it takes a repair application up. */
    REPAIR_ACCEPTANCE("修复受理", true),
    /** The office decides on the repair. */
    REPAIR_DECISION("修复决定", true),
    /** The same, put off once with the approval of the head of the office. */
    REPAIR_DECISION_EXTENDED("延长后的修复决定", true),
    /** The office decides on the temporary repair of an enterprise in reorganisation. */
    TEMPORARY_REPAIR("临时修复决定", true),
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

    /** The system whose display it bounds. */
    Optional<DisplaySystem> system() {
        return switch (this) {
            case DISPLAY -> Optional.of(DisplaySystem.ENTERPRISE_PUBLICITY);
            case CREDIT_CHINA_DISPLAY -> Optional.of(DisplaySystem.CREDIT_CHINA);
            default -> Optional.empty();
        };
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
            case REPAIR_POSSIBLE -> repairPossible(entry, start, rules);
            case DISPLAY ->
                lastDay(DisplaySystem.ENTERPRISE_PUBLICITY, entry, entry.classes(rules, start), start, rules);
            case CREDIT_CHINA_DISPLAY -> creditChina(entry, start, rules);
            case FRAUD_DECISION_DISPLAY ->
                Optional.of("FRAUD_DECISION_PUBLISHED")
                        .filter(rule -> rules.has(rule, start))
                        .map(rule -> rules.deadline(rule, start));
            case OBJECTION ->
                Optional.of(rules.provisionalDeadline(
                        entry.isObjectionReferred() ? "OBJECTION_OTHER_UNIT" : "OBJECTION_OWN_DATA", start));
            case REPAIR_ACCEPTANCE -> Optional.of(rules.provisionalDeadline("REPAIR_ACCEPTANCE", start));
            case REPAIR_DECISION -> Optional.of(rules.provisionalDeadline("REPAIR_DECISION", start));
            case REPAIR_DECISION_EXTENDED -> Optional.of(rules.provisionalDeadline("REPAIR_DECISION_EXTENSION", start));
            case TEMPORARY_REPAIR -> Optional.of(rules.provisionalDeadline("REPAIR_TEMPORARY_REORGANISATION", start));
            case WITHDRAWAL -> ofTheWayOut("WITHDRAW_AFTER_ANNULMENT", start, rules);
            case LIFTING ->
                entry.kind() == ListKind.BLACK && !entry.areMeasuresLifted()
                        ? ofTheWayOut("STOP_AFTER_REPAIR", start, rules)
                        : Optional.empty();
        };
    }

    /** Nothing prevents an entry from leaving the list, not even a rule that is missing. */
    private static Optional<Deadline> ofTheWayOut(String rule, LocalDate start, RulesInForce rules) {
        try {
            return Optional.of(rules.provisionalDeadline(rule, start));
        } catch (Problem missing) {
            return Optional.empty();
        }
    }

    /**
     * Not before the minimum of the class. A penalty that restricts or bans waits for the end of the ban, and a year at least
     * (总局令第107号 art. 8(4)); one that takes a licence, a grade or the business away is never repaired (art. 8(5)). After a repair
     * that was obtained by fraud none can be applied for in three years, however short the term (art. 23(2)).
     */
    private static Optional<Deadline> repairPossible(Listing entry, LocalDate start, RulesInForce rules) {
        var classes = entry.classes(rules, start);
        if (classes.isEmpty() || entry.isBeyondRepair(rules, entry.lawDay())) {
            return Optional.empty();
        }
        var lawDay = entry.lawDay();
        var terms = new ArrayList<Deadline>();
        classes.forEach(one -> terms.add(rules.deadline(one + "_REPAIR_AFTER", start, lawDay)));
        if (entry.isRestricted() && rules.applies("RESTRICTION_REPAIR_ONLY_AFTER_BAN", lawDay)) {
            var year = rules.deadline("SERIOUS_REPAIR_AFTER", start, lawDay);
            terms.add(year);
            entry.banUntil()
                    .map(last -> new Deadline(
                            last.plusDays(1),
                            "RESTRICTION_REPAIR_ONLY_AFTER_BAN",
                            year.rulePack(),
                            "",
                            year.certainty()))
                    .ifPresent(terms::add);
        }
        entry.fraudFoundOn()
                .filter(found -> rules.has("FRAUD_NO_REAPPLY", found))
                .map(found -> rules.deadline("FRAUD_NO_REAPPLY", found))
                .ifPresent(terms::add);
        return terms.stream().max(Comparator.comparing(Deadline::due));
    }

    /**
     * 信用中国 has rules of its own, and does not show every class (国家发展和改革委员会令第36号). Before its rules there was no
     * term.
     */
    private static Optional<Deadline> creditChina(Listing entry, LocalDate start, RulesInForce rules) {
        var system = DisplaySystem.CREDIT_CHINA;
        var shown = entry.classes(rules, start);
        shown.removeIf(one -> {
            var published = system.rule(one + "_PUBLISHED");
            return !rules.has(system.rule(one + "_STOPS_AFTER"), entry.lawDay())
                    || (rules.has(published, entry.lawDay()) && !rules.flag(published, entry.lawDay()));
        });
        return shown.isEmpty() ? Optional.empty() : lastDay(system, entry, shown, start, rules);
    }

    /**
     * A black entry stops by itself at the end of its class's period. No adverse record outlives the outer bound from the end
     * of the conduct; a longer statutory ban is not shortened by it (山东省社会信用条例 art. 38, 法律、行政法规另有规定的除外;
     * 总局令第44号 art. 21). The decision may set an earlier day. A red entry stands until the day it names.
     */
    private static Optional<Deadline> lastDay(
            DisplaySystem system, Listing entry, Set<Severity> classes, LocalDate start, RulesInForce rules) {
        var named = entry.namedLastDay().map(day -> new Deadline(day, "NAMED_BY_THE_DECISION", "", "", Certainty.T));
        if (classes.isEmpty()) {
            return named;
        }
        var lawDay = entry.lawDay(start);
        var period = classes.stream()
                .map(one -> rules.deadline(system.rule(one + "_STOPS_AFTER"), start, lawDay))
                .max(Comparator.comparing(Deadline::due))
                .orElseThrow();
        var ban = entry.banUntil()
                .filter(day -> classes.contains(Severity.SERIOUS) && rules.flag("SERIOUS_EXTENDED_BY_BAN", lawDay))
                .map(day -> new Deadline(day, "SERIOUS_EXTENDED_BY_BAN", period.rulePack(), "", period.certainty()));
        var bound = entry.conductEndedOn().map(day -> rules.deadline("ADVERSE_OUTER_BOUND", day, lawDay));
        var bounded = earliest(Optional.of(period), bound);
        return earliest(latest(bounded, ban), named);
    }

    private static Optional<Deadline> earliest(Optional<Deadline> one, Optional<Deadline> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(Comparator.comparing(Deadline::due));
    }

    private static Optional<Deadline> latest(Optional<Deadline> one, Optional<Deadline> other) {
        return Stream.of(one, other).flatMap(Optional::stream).max(Comparator.comparing(Deadline::due));
    }

    /** Whether the office owes something until then, so that it can be overdue. */
    boolean isWork() {
        return work;
    }
}

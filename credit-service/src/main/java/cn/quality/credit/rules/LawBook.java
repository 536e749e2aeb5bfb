package cn.quality.credit.rules;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import cn.quality.platform.version.Versioned;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The rule packs and working-day calendars as they stand at one moment: reads terms and flags off the pack in force on a
 * day, and counts them. Nothing is guessed: what is not in the book is a refusal.
 */
public final class LawBook {

    static final ProblemType NO_RULE =
            new ProblemType(409, "no-rule-in-force", new Text("没有适用的规则", "No rule in force"));
    static final ProblemType NO_CALENDAR =
            new ProblemType(409, "no-calendar", new Text("缺少工作日历", "No working-day calendar"));

    private final List<Versioned<RulePack>> packs;
    private final TreeMap<Integer, Versioned<WorkingCalendar>> calendars;

    public LawBook(List<Versioned<RulePack>> packs, List<Versioned<WorkingCalendar>> calendars) {
        this.packs = List.copyOf(packs);
        this.calendars = calendars.stream()
                .collect(Collectors.toMap(
                        calendar -> calendar.item().year(), calendar -> calendar, (one, same) -> one, TreeMap::new));
    }

    /** The end of a term under the law of the day it begins; that day is not counted. */
    public Deadline end(String rule, LocalDate start) {
        return end(rule, start, start);
    }

    /**
     * The end of a term; the day it begins is not counted.
     *
     * @param rule code of a term in the rule packs
     * @param lawOf the day whose law decides how long the term is
     * @throws Problem 409 {@code no-rule-in-force} or {@code no-calendar}: a guess would be a wrong deadline
     */
    public Deadline end(String rule, LocalDate start, LocalDate lawOf) {
        var term = term(rule, lawOf);
        int value = term.rule().value();
        return switch (term.rule().unit()) {
            case WORKING_DAYS -> workingDays(term, start);
            case DAYS -> calendarDays(term, start.plusDays(value));
            case MONTHS -> calendarDays(term, start.plusMonths(value));
            case YEARS -> calendarDays(term, start.plusYears(value));
            case FLAG, COUNT -> throw new IllegalArgumentException(rule + " is no term");
        };
    }

    /**
     * Whether a flag is set in the pack in force on that day.
     *
     * @throws Problem 409 {@code no-rule-in-force}
     */
    public boolean flag(String rule, LocalDate day) {
        return term(rule, day).rule().value() != 0;
    }

    /** A value together with the pack it stands in. */
    private record Term(Versioned<RulePack> pack, RulePack.Rule rule) {

        String packName() {
            return pack.item().id() + "@" + pack.version();
        }
    }

    private Term term(String rule, LocalDate day) {
        return packs.stream()
                .filter(pack -> pack.item().isInForceOn(day))
                .sorted(Comparator.comparing(
                                (Versioned<RulePack> pack) -> pack.item().effectiveFrom())
                        .reversed())
                .flatMap(pack -> pack.item().rules().stream()
                        .filter(one -> one.code().equals(rule))
                        .map(one -> new Term(pack, one)))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        NO_RULE, Text.of("%2$s 没有有效的规则 %1$s", "No rule pack in force on %2$s has %1$s", rule, day)));
    }

    private static Deadline calendarDays(Term term, LocalDate due) {
        return new Deadline(due, term.rule().code(), term.packName(), "");
    }

    private Deadline workingDays(Term term, LocalDate start) {
        var days =
                new WorkingDays(calendars.values().stream().map(Versioned::item).toList());
        LocalDate due;
        try {
            due = days.plus(start, term.rule().value());
        } catch (IllegalStateException e) {
            throw new Problem(
                    NO_CALENDAR,
                    Text.of("缺少计算期限所需的工作日历：%s", "A calendar is missing: %s", String.valueOf(e.getMessage())));
        }
        var counted = calendars.subMap(start.getYear(), true, due.getYear(), true).values().stream()
                .map(calendar -> calendar.item().year() + "@" + calendar.version())
                .collect(Collectors.joining(","));
        return new Deadline(due, term.rule().code(), term.packName(), counted);
    }
}

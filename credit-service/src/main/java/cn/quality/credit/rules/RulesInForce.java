package cn.quality.credit.rules;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import cn.quality.platform.version.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The rule packs and working-day calendars as they are on file at one moment: reads periods and flags from the pack in force
 * on a day, and counts deadlines. Nothing is guessed: what no pack or calendar says is a refusal.
 */
public final class RulesInForce {

    static final ProblemType NO_RULE =
            new ProblemType(409, "no-rule-in-force", new Text("没有适用的规则", "No rule in force"));
    static final ProblemType NO_CALENDAR =
            new ProblemType(409, "no-calendar", new Text("缺少工作日历", "No working-day calendar"));

    private final List<Versioned<RulePack>> packs;
    private final TreeMap<Integer, Versioned<WorkingCalendar>> calendars;

    public RulesInForce(List<Versioned<RulePack>> packs, List<Versioned<WorkingCalendar>> calendars) {
        this.packs = List.copyOf(packs);
        this.calendars = calendars.stream()
                .collect(Collectors.toMap(
                        calendar -> calendar.item().year(), calendar -> calendar, (one, same) -> one, TreeMap::new));
    }

    /** The deadline of a period under the rules of the day on which it begins; that day is not counted. */
    public Deadline deadline(String rule, LocalDate start) {
        return deadline(rule, start, start);
    }

    /**
     * The deadline of a period; the day on which it begins is not counted.
     *
     * @param rule code of a period in the rule packs
     * @param rulesOf the day whose rules say how long the period is
     * @throws Problem 409 {@code no-rule-in-force} or {@code no-calendar}: a guess would be a wrong deadline
     */
    public Deadline deadline(String rule, LocalDate start, LocalDate rulesOf) {
        var found = find(rule, rulesOf);
        int value = found.rule().value();
        return switch (found.rule().unit()) {
            case WORKING_DAYS -> workingDays(found, start);
            case DAYS -> calendarDays(found, start.plusDays(value));
            case MONTHS -> calendarDays(found, start.plusMonths(value));
            case YEARS -> calendarDays(found, start.plusYears(value));
            case HOURS -> throw new IllegalArgumentException(rule + " is counted in hours, from a moment");
            case FLAG, COUNT -> throw new IllegalArgumentException(rule + " is no period");
        };
    }

    /**
     * The last moment of a period that is counted in hours, as the first reports of recalls and accidents are. Nights and
     * holidays count.
     *
     * @throws Problem 409 {@code no-rule-in-force}
     */
    public Instant latest(String rule, Instant start) {
        var found = find(rule, LegalDates.on(start)).rule();
        if (found.unit() != RulePack.Unit.HOURS) {
            throw new IllegalArgumentException(rule + " is not counted in hours");
        }
        return start.plus(found.value(), ChronoUnit.HOURS);
    }

    /**
     * A quantity that is no period: how many persons, files or samples.
     *
     * @throws Problem 409 {@code no-rule-in-force}
     */
    public int count(String rule, LocalDate day) {
        var found = find(rule, day).rule();
        if (found.unit() != RulePack.Unit.COUNT) {
            throw new IllegalArgumentException(rule + " is no quantity");
        }
        return found.value();
    }

    /** Whether a pack in force on that day has this rule: an order adds rules that no case of the time before knew. */
    public boolean has(String rule, LocalDate day) {
        return found(rule, day).isPresent();
    }

    /** Whether a flag that a later order brought is set: before that order it is not. */
    public boolean applies(String rule, LocalDate day) {
        return has(rule, day) && flag(rule, day);
    }

    /**
     * Whether a flag is set in the pack in force on that day.
     *
     * @throws Problem 409 {@code no-rule-in-force}
     */
    public boolean flag(String rule, LocalDate day) {
        return find(rule, day).rule().value() != 0;
    }

    /** A rule together with the pack it stands in. */
    private record FoundRule(Versioned<RulePack> pack, RulePack.Rule rule) {

        String packName() {
            return pack.item().id() + "@" + pack.version();
        }
    }

    private FoundRule find(String rule, LocalDate day) {
        return found(rule, day)
                .orElseThrow(() -> new Problem(
                        NO_RULE, Text.of("%2$s 没有有效的规则 %1$s", "No rule pack in force on %2$s has %1$s", rule, day)));
    }

    private Optional<FoundRule> found(String rule, LocalDate day) {
        return packs.stream()
                .filter(pack -> pack.item().isInForceOn(day))
                .sorted(Comparator.comparing(
                                (Versioned<RulePack> pack) -> pack.item().effectiveFrom())
                        .reversed())
                .flatMap(pack -> pack.item().rules().stream()
                        .filter(one -> one.code().equals(rule))
                        .map(one -> new FoundRule(pack, one)))
                .findFirst();
    }

    private static Deadline calendarDays(FoundRule found, LocalDate due) {
        return new Deadline(due, found.rule().code(), found.packName(), "");
    }

    private Deadline workingDays(FoundRule found, LocalDate start) {
        var days =
                new WorkingDays(calendars.values().stream().map(Versioned::item).toList());
        LocalDate due;
        try {
            due = days.plus(start, found.rule().value());
        } catch (IllegalStateException e) {
            throw new Problem(
                    NO_CALENDAR,
                    Text.of("缺少计算期限所需的工作日历：%s", "A calendar is missing: %s", String.valueOf(e.getMessage())));
        }
        var counted = calendars.subMap(start.getYear(), true, due.getYear(), true).values().stream()
                .map(calendar -> calendar.item().year() + "@" + calendar.version())
                .collect(Collectors.joining(","));
        return new Deadline(due, found.rule().code(), found.packName(), counted);
    }
}

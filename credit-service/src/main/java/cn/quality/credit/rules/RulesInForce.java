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
import java.util.stream.IntStream;

/**
 * The rule packs and working-day calendars as they are on file at one moment: reads periods and flags from the pack in force
 * on a day, and counts deadlines. Nothing is guessed: what no pack or calendar says is a refusal.
 *
 * <p>Read {@linkplain #forCases for cases} of a kind, a case that began under one pack ends under the pack that the rules of
 * transition name.
 */
public final class RulesInForce {

    static final ProblemType NO_RULE =
            new ProblemType(409, "no-rule-in-force", new Text("没有适用的规则", "No rule in force"));
    static final ProblemType NO_CALENDAR =
            new ProblemType(409, "no-calendar", new Text("缺少工作日历", "No working-day calendar"));

    /** Whether a period of calendar days, months or years whose last day is off ends on the next working day. */
    private static final String ROLLS_OVER_HOLIDAY = "TERM_ROLLS_OVER_HOLIDAY";

    private static final Comparator<Versioned<RulePack>> OLDEST_FIRST =
            Comparator.comparing(pack -> pack.item().effectiveFrom());

    private final List<Versioned<RulePack>> packs;
    private final TreeMap<Integer, Versioned<WorkingCalendar>> calendars;
    private final WorkingDays days;
    private final WorkingDays provisionalDays;
    private final Optional<Reading> reading;

    /** For whom the rules are read: cases of a kind, on a day. */
    private record Reading(RulePack.Cases cases, LocalDate today) {}

    public RulesInForce(List<Versioned<RulePack>> packs, List<Versioned<WorkingCalendar>> calendars) {
        this(
                packs.stream().sorted(OLDEST_FIRST).toList(),
                calendars.stream()
                        .collect(Collectors.toMap(
                                calendar -> calendar.item().year(),
                                calendar -> calendar,
                                (one, same) -> one,
                                TreeMap::new)),
                Optional.empty());
    }

    private RulesInForce(
            List<Versioned<RulePack>> packs,
            TreeMap<Integer, Versioned<WorkingCalendar>> calendars,
            Optional<Reading> reading) {
        this.packs = packs;
        this.calendars = calendars;
        var years = calendars.values().stream().map(Versioned::item).toList();
        this.days = new WorkingDays(years);
        this.provisionalDays = new WorkingDays(years, true);
        this.reading = reading;
    }

    /**
     * The same rules, read today for cases of this kind: wherever a day is given whose rules apply, the packs that came into
     * force since then are asked what becomes of a case that began before them.
     */
    public RulesInForce forCases(RulePack.Cases cases, LocalDate today) {
        return new RulesInForce(packs, calendars, Optional.of(new Reading(cases, today)));
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
        return counted(require(rule, rulesOf), start, List.of(), days);
    }

    /**
     * The same where nothing may be blocked by a calendar that is missing, as on the ways off a list: in a year without one
     * weekends alone are off, nothing is sure, and the deadline is counted again once the calendar is there.
     */
    public Deadline provisionalDeadline(String rule, LocalDate start) {
        return counted(require(rule, start), start, List.of(), provisionalDays);
    }

    /**
     * The same for a period within which an office or a party has to act. What was suspended is not counted, and where the
     * pack says so, a last day that is off gives way to the next working day (总局令第121号 art. 45). Periods of display are
     * none of these: an entry leaves the list on its day.
     */
    public Deadline proceduralDeadline(String rule, LocalDate start, LocalDate rulesOf, List<Suspension> suspensions) {
        return procedural(require(rule, rulesOf), start, suspensions, days);
    }

    /** The same; none where no pack has such a period. */
    public Optional<Deadline> proceduralDeadlineIfAny(String rule, LocalDate start, LocalDate rulesOf) {
        return find(rule, rulesOf).map(found -> procedural(found, start, List.of(), days));
    }

    /**
     * A deadline counted again by the calendars as they are now, from the pack it was counted by; none when that changes
     * nothing.
     *
     * @param start as when it was counted first
     * @param rulesOf likewise
     */
    public Optional<Deadline> recounted(Deadline former, LocalDate start, LocalDate rulesOf) {
        return samePack(former, rulesOf)
                .map(found -> counted(found, start, List.of(), provisionalDays))
                .flatMap(now -> changed(former, now));
    }

    /** The same for a {@linkplain #proceduralDeadline procedural deadline}. */
    public Optional<Deadline> recountedProcedural(
            Deadline former, LocalDate start, LocalDate rulesOf, List<Suspension> suspensions) {
        return samePack(former, rulesOf)
                .map(found -> procedural(found, start, suspensions, provisionalDays))
                .flatMap(now -> changed(former, now));
    }

    private Optional<FoundRule> samePack(Deadline former, LocalDate rulesOf) {
        return find(former.ruleCode(), rulesOf)
                .filter(found -> found.countedBy(former))
                .or(() -> packs.stream()
                        .flatMap(pack ->
                                pack.item().rule(former.ruleCode()).stream().map(rule -> FoundRule.of(pack, rule)))
                        .filter(found -> found.countedBy(former))
                        .findFirst());
    }

    private static Optional<Deadline> changed(Deadline former, Deadline now) {
        return now.due().equals(former.due()) && now.calendars().equals(former.calendars())
                ? Optional.empty()
                : Optional.of(former.recounted(now));
    }

    /**
     * The last moment of a period that is counted in hours, as the first reports of recalls and accidents are. Nights and
     * holidays count.
     *
     * @throws Problem 409 {@code no-rule-in-force}
     */
    public Instant latest(String rule, Instant start) {
        var found = require(rule, LegalDates.on(start)).rule();
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
        var found = require(rule, day).rule();
        if (found.unit() != RulePack.Unit.COUNT) {
            throw new IllegalArgumentException(rule + " is no quantity");
        }
        return found.value();
    }

    /**
     * Whether a flag is set in the pack in force on that day.
     *
     * @throws Problem 409 {@code no-rule-in-force}
     */
    public boolean flag(String rule, LocalDate day) {
        return require(rule, day).rule().value() != 0;
    }

    /** Whether a pack in force on that day has this rule: an order adds rules that no case of the time before knew. */
    public boolean has(String rule, LocalDate day) {
        return find(rule, day).isPresent();
    }

    /** Whether a flag that a later order brought is set: before that order it is not. */
    public boolean applies(String rule, LocalDate day) {
        return has(rule, day) && flag(rule, day);
    }

    /**
     * How certain the rule itself is in the pack that applies: a period that no text confirms is a promise and no duty.
     *
     * @throws Problem 409 {@code no-rule-in-force}
     */
    public Certainty certainty(String rule, LocalDate day) {
        return require(rule, day).rule().certainty();
    }

    /**
     * A rule together with the pack it stands in.
     *
     * @param certainty of the rule and of the transition that led to its pack
     */
    private record FoundRule(Versioned<RulePack> pack, RulePack.Rule rule, Certainty certainty) {

        static FoundRule of(Versioned<RulePack> pack, RulePack.Rule rule) {
            return new FoundRule(pack, rule, rule.certainty());
        }

        String packName() {
            return pack.item().id() + "@" + pack.version();
        }

        /** Whichever version of the pack it was. */
        boolean countedBy(Deadline deadline) {
            return deadline.rulePack().startsWith(pack.item().id() + "@");
        }

        boolean saysTheSameAs(FoundRule other) {
            return rule.value().equals(other.rule.value()) && rule.unit() == other.rule.unit();
        }

        FoundRule lessSure(Certainty transition) {
            return new FoundRule(pack, rule, certainty.weaker(transition));
        }
    }

    private FoundRule require(String rule, LocalDate day) {
        return find(rule, day)
                .orElseThrow(() -> new Problem(
                        NO_RULE, Text.of("%2$s 没有有效的规则 %1$s", "No rule pack in force on %2$s has %1$s", rule, day)));
    }

    private Optional<FoundRule> find(String rule, LocalDate day) {
        var found = packs.reversed().stream()
                .filter(pack -> pack.item().isInForceOn(day))
                .flatMap(pack -> pack.item().rule(rule).stream().map(one -> FoundRule.of(pack, one)))
                .findFirst();
        return reading.isEmpty() ? found : follow(found, rule, day, reading.get());
    }

    /**
     * From the pack under which a case began through those that followed: each says whether the case goes on under the rule
     * it had. How certain that is matters only where the two say different things.
     */
    private Optional<FoundRule> follow(Optional<FoundRule> began, String rule, LocalDate day, Reading now) {
        var found = began;
        for (var pack : packs) {
            var from = pack.item().effectiveFrom();
            if (from.isAfter(day) && !from.isAfter(now.today())) {
                found = governing(found, pack.item().rule(rule).map(one -> FoundRule.of(pack, one)), pack, now.cases());
            }
        }
        return found;
    }

    private static Optional<FoundRule> governing(
            Optional<FoundRule> former, Optional<FoundRule> next, Versioned<RulePack> pack, RulePack.Cases cases) {
        var transition = pack.item().transition(cases);
        var governing = transition.law() == RulePack.Law.THIS ? next : former;
        boolean same =
                former.isPresent() && next.filter(former.get()::saysTheSameAs).isPresent();
        return same ? governing : governing.map(found -> found.lessSure(transition.certainty()));
    }

    private Deadline counted(FoundRule found, LocalDate start, List<Suspension> suspensions, WorkingDays by) {
        var period = found.rule();
        return switch (period.unit()) {
            case WORKING_DAYS -> workingDays(found, start, suspensions, by);
            case DAYS -> calendarDays(found, start.plusDays(period.value()), suspensions);
            case MONTHS -> calendarDays(found, start.plusMonths(period.value()), suspensions);
            case YEARS -> calendarDays(found, start.plusYears(period.value()), suspensions);
            case HOURS -> throw new IllegalArgumentException(period.code() + " is counted in hours, from a moment");
            case FLAG, COUNT -> throw new IllegalArgumentException(period.code() + " is no period");
        };
    }

    private static Deadline calendarDays(FoundRule found, LocalDate due, List<Suspension> suspensions) {
        int suspended = suspensions.stream().mapToInt(Suspension::days).sum();
        return new Deadline(due.plusDays(suspended), found.rule().code(), found.packName(), "", found.certainty());
    }

    private Deadline workingDays(FoundRule found, LocalDate start, List<Suspension> suspensions, WorkingDays by) {
        try {
            int suspended = suspensions.stream()
                    .mapToInt(one -> by.between(one.from(), one.to()))
                    .sum();
            var due = by.plus(start, found.rule().value() + suspended);
            return byCalendars(
                    new Deadline(due, found.rule().code(), found.packName(), "", found.certainty()), start, due);
        } catch (WorkingDays.MissingCalendar missing) {
            throw new Problem(
                    NO_CALENDAR,
                    Text.of(
                            "尚无 %d 年的工作日历，无法计算期限",
                            "There is no working-day calendar for %d, so the deadline cannot be counted",
                            missing.year()));
        }
    }

    private Deadline procedural(FoundRule found, LocalDate start, List<Suspension> suspensions, WorkingDays by) {
        var deadline = counted(found, start, suspensions, by);
        boolean rolls = found.rule().unit() != RulePack.Unit.WORKING_DAYS
                && found.pack()
                        .item()
                        .rule(ROLLS_OVER_HOLIDAY)
                        .filter(rule -> rule.value() != 0)
                        .isPresent();
        return rolls ? rolledOver(deadline) : deadline;
    }

    private Deadline rolledOver(Deadline counted) {
        var due = provisionalDays.thatOrNext(counted.due());
        return byCalendars(
                new Deadline(due, counted.ruleCode(), counted.rulePack(), "", counted.certainty()), counted.due(), due);
    }

    /** The same deadline, naming the calendars of these years and no surer than they are; version 0 is none. */
    private Deadline byCalendars(Deadline counted, LocalDate first, LocalDate last) {
        var years =
                IntStream.rangeClosed(first.getYear(), last.getYear()).boxed().toList();
        return new Deadline(
                counted.due(),
                counted.ruleCode(),
                counted.rulePack(),
                years.stream()
                        .map(year -> year + "@"
                                + calendar(year).map(Versioned::version).orElse(0L))
                        .collect(Collectors.joining(",")),
                years.stream()
                        .map(year -> calendar(year)
                                .map(calendar -> calendar.item().certainty())
                                .orElse(Certainty.U))
                        .reduce(counted.certainty(), Certainty::weaker));
    }

    private Optional<Versioned<WorkingCalendar>> calendar(int year) {
        return Optional.ofNullable(calendars.get(year));
    }
}

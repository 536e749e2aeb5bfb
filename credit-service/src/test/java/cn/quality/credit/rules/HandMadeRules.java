package cn.quality.credit.rules;

import cn.quality.platform.version.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One rule pack, in force always, in which a test sets each value itself, and calendars in which weekends alone are off:
 * whether a rule is obeyed must not depend on what the law says today.
 */
public final class HandMadeRules {

    public static final String PACK = "by-hand";

    private final Map<String, RulePack.Rule> rules = new LinkedHashMap<>();
    private final List<WorkingCalendar.Holiday> holidays = new ArrayList<>();

    private HandMadeRules() {}

    public static HandMadeRules none() {
        return new HandMadeRules();
    }

    /** All that the life of a list entry needs: nothing is asked for, everything is published, each period has its own length. */
    public static HandMadeRules lenient() {
        return none().workingDays("STATEMENT_AND_DEFENCE", 5)
                .workingDays("RED_PUBLIC_NOTICE", 6)
                .workingDays("PUBLISH_AFTER_DECISION", 20)
                .workingDays("PUBLISH_SERIOUS_LIST", 10)
                .workingDays("OBJECTION_OWN_DATA", 3)
                .workingDays("OBJECTION_OTHER_UNIT", 7)
                .workingDays("REPAIR_ACCEPTANCE", 2)
                .workingDays("REPAIR_DECISION", 8)
                .workingDays("REPAIR_TEMPORARY_REORGANISATION", 6)
                .workingDays("WITHDRAW_AFTER_ANNULMENT", 4)
                .workingDays("STOP_AFTER_REPAIR", 9)
                .value("ADVERSE_OUTER_BOUND", 5, RulePack.Unit.YEARS)
                .severity("MINOR", 1, 3)
                .severity("GENERAL", 3, 12)
                .severity("SERIOUS", 12, 36)
                .flag("SERIOUS_EXTENDED_BY_BAN", false)
                .flag("UPPER_CONSENT_REQUIRED", false)
                .flag("NO_INTENT_NOT_LISTED", false)
                .flag("DECISION_WITH_REPAIR_NOTICE", false)
                .flag("SERIOUS_NAMES_RESPONSIBLE", false)
                .flag("SOLE_TRADER_PUBLISHED", true)
                .flag("WARNING_ONLY_PUBLISHED", true)
                .flag("SAME_KIND_PENALTY_BARS_REPAIR", false)
                .flag("HEAVY_PENALTY_BARS_LIST_REMOVAL", false)
                .flag("REORGANISATION_COMPLETED_REPAIRS", true);
    }

    private HandMadeRules severity(String name, int repairAfterMonths, int stopsAfterMonths) {
        return flag(name + "_PUBLISHED", true)
                .value(name + "_REPAIR_AFTER", repairAfterMonths, RulePack.Unit.MONTHS)
                .value(name + "_STOPS_AFTER", stopsAfterMonths, RulePack.Unit.MONTHS);
    }

    public HandMadeRules flag(String code, boolean set) {
        return value(code, set ? 1 : 0, RulePack.Unit.FLAG);
    }

    public HandMadeRules workingDays(String code, int days) {
        return value(code, days, RulePack.Unit.WORKING_DAYS);
    }

    public HandMadeRules value(String code, int value, RulePack.Unit unit) {
        return value(code, value, unit, Certainty.T);
    }

    public HandMadeRules value(String code, int value, RulePack.Unit unit, Certainty certainty) {
        rules.put(code, new RulePack.Rule(code, value, unit, "示例", certainty, null));
        return this;
    }

    public RulesInForce inForce() {
        return new RulesInForce(
                List.of(versioned(pack(PACK, LocalDate.of(2000, 1, 1), null))),
                holidays.isEmpty() ? calendars(2020, 2040) : List.of(corrected()));
    }

    /** A day off; the calendars are then the corrected one of its year. */
    public HandMadeRules holiday(LocalDate day) {
        holidays.add(new WorkingCalendar.Holiday(day, "示例"));
        return this;
    }

    private Versioned<WorkingCalendar> corrected() {
        int year = holidays.getFirst().date().getYear();
        return new Versioned<>(
                new WorkingCalendar(year, 1, "示例", Certainty.T, List.copyOf(holidays), List.of()), 3, Instant.EPOCH);
    }

    RulePack pack(String id, LocalDate from, @Nullable LocalDate to) {
        return new RulePack(id, "示例", from, to, "示例", Certainty.U, List.copyOf(rules.values()), null);
    }

    /** The same, in which the law says what becomes of cases begun before. */
    RulePack pack(String id, LocalDate from, RulePack.Law law, Certainty certainty) {
        var pack = pack(id, from, null);
        return new RulePack(
                pack.id(),
                pack.title(),
                from,
                null,
                pack.source(),
                pack.certainty(),
                pack.rules(),
                List.of(new RulePack.Transition(RulePack.Cases.COMPLAINT, law, "示例", certainty)));
    }

    static List<Versioned<WorkingCalendar>> calendars(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(year -> versioned(new WorkingCalendar(year, 1, "示例", Certainty.T, List.of(), List.of())))
                .toList();
    }

    static <T extends ReferenceItem> Versioned<T> versioned(T item) {
        return new Versioned<>(item, 2, Instant.EPOCH);
    }
}

package cn.quality.credit.rules;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** Computes deadlines, and reads flags, by the rules on file now. */
@ApplicationScoped
public class DeadlineCalculator {

    private final ReferenceService reference;

    DeadlineCalculator(ReferenceService reference) {
        this.reference = reference;
    }

    /** All rules, for a caller that reads more than one. */
    public RulesInForce rulesInForce() {
        return new RulesInForce(reference.versions(RulePack.class), reference.versions(WorkingCalendar.class));
    }

    /** The rules as they are read today for cases of a kind, see {@link RulesInForce#forCases}. */
    public RulesInForce rulesFor(RulePack.Cases cases, LocalDate today) {
        return rulesInForce().forCases(cases, today);
    }

    /** See {@link RulesInForce#deadline(String, LocalDate)}. */
    public Deadline deadline(String rule, LocalDate start) {
        return rulesInForce().deadline(rule, start);
    }

    /** See {@link RulesInForce#flag}. */
    public boolean flag(String rule, LocalDate day) {
        return rulesInForce().flag(rule, day);
    }
}

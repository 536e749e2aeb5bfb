package cn.quality.credit.rules;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** Terms and flags by the law as it is on file now. */
@ApplicationScoped
public class Terms {

    private final ReferenceService reference;

    Terms(ReferenceService reference) {
        this.reference = reference;
    }

    /** All of it, for who reads more than one rule. */
    public LawBook book() {
        return new LawBook(reference.versions(RulePack.class), reference.versions(WorkingCalendar.class));
    }

    /** See {@link LawBook#end(String, LocalDate)}. */
    public Deadline end(String rule, LocalDate start) {
        return book().end(rule, start);
    }

    /** See {@link LawBook#flag}. */
    public boolean flag(String rule, LocalDate day) {
        return book().flag(rule, day);
    }
}

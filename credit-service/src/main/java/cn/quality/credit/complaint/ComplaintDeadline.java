package cn.quality.credit.complaint;

import cn.quality.credit.rules.Certainty;

/** The deadlines of a complaint; one runs at a time. How long each is, the rule packs say for each {@link ComplaintKind}. */
enum ComplaintDeadline {
    /** The office says whether it takes a dispute up. */
    ACCEPTANCE,
    /** The office has mediated; the time of an appraisal is not counted (总局令第121号 arts 22, 23). */
    MEDIATION,
    /** Both sides are notified that the mediation has ended without an agreement (art. 23(2)). */
    TELL_TERMINATION,
    /** The office has verified a report. */
    CHECK,
    /** The same, extended once by an approver. */
    CHECK_EXTENSION,
    /**
     * A reporter who gave a name is notified of what became of the report. A duty under 总局令第20号 art. 31; since 总局令第121号 a
     * promise of the city at most (art. 36), which the certainty of its rule tells apart.
     */
    TELL;

    /** Whether it runs for that complaint: nobody can be notified who gave no name. */
    boolean runsFor(Complaint complaint) {
        return this != TELL || complaint.isNamed();
    }

    /** Whether nobody is bound by it: what no text confirms is promised, not owed. */
    boolean isPromise(Certainty rule) {
        return this == TELL && rule == Certainty.U;
    }
}

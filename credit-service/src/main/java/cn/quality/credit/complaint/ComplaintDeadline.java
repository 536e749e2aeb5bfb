package cn.quality.credit.complaint;

/** The deadlines of a complaint; one runs at a time. How long each is, the rule packs say for each {@link ComplaintKind}. */
enum ComplaintDeadline {
    /** The office says whether it takes a dispute up. */
    ACCEPTANCE,
    /** The office has mediated. */
    MEDIATION,
    /** The office has verified a report. */
    CHECK,
    /** The same, extended once by an approver. */
    CHECK_EXTENSION,
    /** The reporter is notified of what became of the report. */
    TELL
}

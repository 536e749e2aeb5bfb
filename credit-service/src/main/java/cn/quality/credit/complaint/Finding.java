package cn.quality.credit.complaint;

/** What the office found out. */
enum Finding {
    /** 属实 */
    SUBSTANTIATED,
    /** 不属实 */
    UNSUBSTANTIATED,
    /** 达成调解 */
    SETTLED,
    /** 终止调解 */
    UNSETTLED;

    /** Mediation is for disputes, and agrees on nothing once it has ended; a breach is only found when a case was opened. */
    boolean fits(ComplaintKind kind, ComplaintState state) {
        return switch (this) {
            case SUBSTANTIATED -> state != ComplaintState.CASE_NOT_OPENED;
            case UNSUBSTANTIATED -> true;
            case SETTLED -> kind.way() == ComplaintKind.Way.DISPUTE && state != ComplaintState.MEDIATION_ENDED;
            case UNSETTLED -> kind.way() == ComplaintKind.Way.DISPUTE;
        };
    }
}

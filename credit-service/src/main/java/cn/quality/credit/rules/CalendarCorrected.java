package cn.quality.credit.rules;

/**
 * The calendar of a year is there for the first time, or has another content than before. Fired inside the transaction that stores it: whoever has deadlines
 * running counts them again in the same moment, so that no deadline stands by a calendar that is known to be wrong.
 */
public record CalendarCorrected(int year) {

    /** Whether a deadline may have moved. */
    public boolean concerns(Deadline deadline) {
        return deadline.counted(year);
    }

    /** For a database: what the list of calendars of such a deadline contains. */
    public String pattern() {
        return "%" + year + "@%";
    }
}

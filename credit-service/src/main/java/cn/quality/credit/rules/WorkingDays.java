package cn.quality.credit.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Counts working days over the calendars it was given. The day of the event itself is not counted: a period of five working
 * days after a service on Monday ends on the next Monday if nothing is off in between.
 */
public final class WorkingDays {

    private final Map<Integer, WorkingCalendar> calendars = new HashMap<>();
    private final Set<LocalDate> off = new HashSet<>();
    private final Set<LocalDate> worked = new HashSet<>();
    private final boolean weekendsWithoutCalendar;

    public WorkingDays(Collection<WorkingCalendar> years) {
        this(years, false);
    }

    /** @param weekendsWithoutCalendar whether in a year without a calendar weekends alone are off */
    WorkingDays(Collection<WorkingCalendar> years, boolean weekendsWithoutCalendar) {
        this.weekendsWithoutCalendar = weekendsWithoutCalendar;
        for (var year : years) {
            calendars.put(year.year(), year);
            year.holidays().forEach(holiday -> off.add(holiday.date()));
            worked.addAll(year.workingWeekends());
        }
    }

    /** No calendar is known for a year that has to be counted. */
    static final class MissingCalendar extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        private final int year;

        private MissingCalendar(int year) {
            super("No working-day calendar for " + year);
            this.year = year;
        }

        int year() {
            return year;
        }
    }

    /** @throws IllegalStateException when the calendar of that year is not known: a guess would be a wrong deadline */
    public boolean isWorkingDay(LocalDate day) {
        if (!weekendsWithoutCalendar && !calendars.containsKey(day.getYear())) {
            throw new MissingCalendar(day.getYear());
        }
        return worked.contains(day) || (!off.contains(day) && !isWeekend(day));
    }

    /**
     * The last day of a period.
     *
     * @param start the day of the event, not counted
     * @param days working days, 0 or more; 0 is the day itself
     */
    public LocalDate plus(LocalDate start, int days) {
        var day = start;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** The working days of a time, the first day not counted. */
    int between(LocalDate first, LocalDate last) {
        return Math.toIntExact(first.plusDays(1)
                .datesUntil(last.plusDays(1))
                .filter(this::isWorkingDay)
                .count());
    }

    /** The day itself if it is worked, else the next one that is. */
    LocalDate thatOrNext(LocalDate day) {
        var next = day;
        while (!isWorkingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}

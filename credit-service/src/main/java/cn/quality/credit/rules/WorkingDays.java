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

    public WorkingDays(Collection<WorkingCalendar> years) {
        for (var year : years) {
            calendars.put(year.year(), year);
            year.holidays().forEach(holiday -> off.add(holiday.date()));
            worked.addAll(year.workingWeekends());
        }
    }

    /** @throws IllegalStateException when the calendar of that year is not known: a guess would be a wrong deadline */
    public boolean isWorkingDay(LocalDate day) {
        if (!calendars.containsKey(day.getYear())) {
            throw new IllegalStateException("No working-day calendar for " + day.getYear());
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

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}

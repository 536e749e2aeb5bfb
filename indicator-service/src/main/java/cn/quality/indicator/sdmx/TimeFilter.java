package cn.quality.indicator.sdmx;

import cn.quality.indicator.observation.Frequency;
import cn.quality.indicator.observation.Period;
import cn.quality.indicator.sdmx.CodeFilter.Operator;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition on the period of an observation. A limit is a span of days: what starts with 2018 starts on its first day, and
 * what ends with it ends on its last, so that 2018 takes in 2018-Q4.
 */
record TimeFilter(List<List<Bound>> anyOf) {

    static final TimeFilter ALWAYS = new TimeFilter(List.of(List.of()));

    /** Times as SDMX writes them, from a year to a day; a time of the day says nothing more. */
    private static final Pattern TIME = Pattern.compile(
            "(?<year>[0-9]{4})(-(A1|(?<half>S[12])|(?<quarter>Q[1-4])|(M?(?<month>[0-9]{2}))(-(?<day>[0-9]{2})(T.*)?)?))?");

    /** @param after the day after it */
    record Span(LocalDate first, LocalDate after) {}

    record Bound(Operator operator, Span span) {

        boolean admits(Period period) {
            return switch (operator) {
                case EQ -> isSpan(period);
                case NE -> !isSpan(period);
                case LT -> !period.after().isAfter(span.first());
                case LE -> !period.after().isAfter(span.after());
                case GT -> !period.first().isBefore(span.after());
                case GE -> !period.first().isBefore(span.first());
                default -> throw new IllegalStateException("no order of time");
            };
        }

        private boolean isSpan(Period period) {
            return period.first().equals(span.first()) && period.after().equals(span.after());
        }
    }

    /** What {@code startPeriod} and {@code endPeriod} mean. */
    static TimeFilter between(String name, Operator operator, String written) {
        return new TimeFilter(List.of(List.of(new Bound(operator, span(name, written)))));
    }

    /** The condition of {@code c[TIME_PERIOD]}. */
    static TimeFilter parse(String written) {
        var name = "c[TIME_PERIOD]";
        var anyOf = new ArrayList<List<Bound>>();
        for (var all : CodeFilter.parse("TIME_PERIOD", written).anyOf()) {
            var bounds = new ArrayList<Bound>();
            for (var test : all) {
                switch (test.operator()) {
                    case CO, NC, SW, EW -> throw Refusals.semantic("%s 不支持按文字比较", "%s is not compared as text", name);
                    default -> bounds.add(new Bound(test.operator(), span(name, test.value())));
                }
            }
            anyOf.add(bounds);
        }
        return new TimeFilter(anyOf);
    }

    boolean admits(Period period) {
        return anyOf.stream().anyMatch(all -> all.stream().allMatch(bound -> bound.admits(period)));
    }

    /** Both hold. */
    TimeFilter and(TimeFilter other) {
        var both = new ArrayList<List<Bound>>();
        for (var mine : anyOf) {
            for (var theirs : other.anyOf) {
                var all = new ArrayList<>(mine);
                all.addAll(theirs);
                both.add(all);
            }
        }
        return new TimeFilter(both);
    }

    static Span span(String name, String written) {
        var time = TIME.matcher(written);
        if (time.matches()) {
            try {
                return span(time);
            } catch (DateTimeException e) {
                // told below
            }
        }
        throw Refusals.syntax(
                "%s=%s 不是时期，应如 2018、2018-S1、2018-Q4、2018-07、2018-07-01",
                "%s=%s is no period, such as 2018, 2018-S1, 2018-Q4, 2018-07, 2018-07-01", name, written);
    }

    private static Span span(Matcher time) {
        int year = Integer.parseInt(time.group("year"));
        if (time.group("day") != null) {
            var day = LocalDate.of(year, Integer.parseInt(time.group("month")), Integer.parseInt(time.group("day")));
            return new Span(day, day.plusDays(1));
        }
        if (time.group("month") != null) {
            return span(Frequency.M, year, Integer.parseInt(time.group("month")));
        }
        if (time.group("quarter") != null) {
            return span(Frequency.Q, year, time.group("quarter").charAt(1) - '0');
        }
        if (time.group("half") != null) {
            return span(Frequency.S, year, time.group("half").charAt(1) - '0');
        }
        return span(Frequency.A, year, 1);
    }

    private static Span span(Frequency frequency, int year, int number) {
        var first = LocalDate.of(year, 1 + (number - 1) * frequency.months(), 1);
        return new Span(first, first.plusMonths(frequency.months()));
    }
}

package cn.quality.indicator.observation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A reporting period: a year, half-year, quarter or month of the calendar in Asia/Shanghai. Written as SDMX writes them:
 * {@code 2018}, {@code 2018-S1}, {@code 2018-Q4}, {@code 2018-07}.
 *
 * @param first its first day
 */
@Schema(type = SchemaType.STRING, examples = "2018-Q4", pattern = Period.PATTERN)
public record Period(Frequency frequency, LocalDate first) implements Comparable<Period> {

    public static final String PATTERN = "^(19[5-9][0-9]|20[0-9]{2}|2100|1949)(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$";

    /** What is accepted, for a refusal. */
    public static final String ACCEPTED =
            "应为年、半年、季或月，如 2018、2018-S1、2018-Q4、2018-07 (a year, half-year, quarter or month)";

    private static final Pattern SHAPE = Pattern.compile(PATTERN);
    private static final Comparator<Period> BY_TIME =
            Comparator.comparing(Period::first).thenComparing(Period::frequency);

    public Period {
        if (first.getDayOfMonth() != 1 || (first.getMonthValue() - 1) % frequency.months() != 0) {
            throw new IllegalArgumentException(first + " begins no period of " + frequency);
        }
    }

    public static Period year(int year) {
        return new Period(Frequency.A, LocalDate.of(year, 1, 1));
    }

    /** Empty when the text is no period. */
    public static Optional<Period> parse(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(text.substring(0, 4));
        if (text.length() == 4) {
            return Optional.of(year(year));
        }
        return Optional.of(
                switch (text.charAt(5)) {
                    case 'S' -> part(Frequency.S, year, text.charAt(6) - '0');
                    case 'Q' -> part(Frequency.Q, year, text.charAt(6) - '0');
                    default -> part(Frequency.M, year, Integer.parseInt(text.substring(5)));
                });
    }

    private static Period part(Frequency frequency, int year, int number) {
        return new Period(frequency, LocalDate.of(year, 1 + (number - 1) * frequency.months(), 1));
    }

    /** The first day after it. */
    public LocalDate after() {
        return first.plusMonths(frequency.months());
    }

    public LocalDate last() {
        return after().minusDays(1);
    }

    /** The period of the same kind that follows. */
    public Period next() {
        return new Period(frequency, after());
    }

    @Override
    public int compareTo(Period other) {
        return BY_TIME.compare(this, other);
    }

    @JsonValue
    @Override
    public String toString() {
        int month = first.getMonthValue();
        return first.getYear()
                + switch (frequency) {
                    case A -> "";
                    case S -> "-S" + (month + 5) / 6;
                    case Q -> "-Q" + (month + 2) / 3;
                    case M -> month < 10 ? "-0" + month : "-" + month;
                };
    }
}

package cn.quality.platform.tabular;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cell as a file has it, and what may be read from it. In CSV every cell is a text, of which a spreadsheet writes dates,
 * figures and yes or no in its own manner; in XLSX a cell has a type.
 *
 * @param text what is written; of a typed cell its value in plain digits, ISO dates, {@code true} or {@code false}
 * @param number of a cell of type number
 * @param date of a cell with a format of dates; of any other number, the day whose serial number it would be
 */
public record Cell(
        String text,
        Form form,
        @Nullable BigDecimal number,
        @Nullable LocalDate date) {

    /** What a cell is in its file. */
    public enum Form {
        TEXT,
        NUMBER,
        /** A number that is shown as a percentage. */
        PERCENT,
        /** A number that is shown as a date. */
        DATE,
        FLAG
    }

    /** A spreadsheet stores numbers in 15 significant digits; of a longer one the rest is zeros. */
    private static final int DIGITS_KEPT = 15;

    private static final Pattern DATE_TEXT =
            Pattern.compile("(\\d{4})(?:([-/.])(\\d{1,2})\\2(\\d{1,2})|年(\\d{1,2})月(\\d{1,2})日|(\\d{2})(\\d{2}))"
                    + "(?:[ T]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?");

    /** Plain, or with separators of thousands as a formatted cell is exported. */
    private static final Pattern NUMBER_TEXT =
            Pattern.compile("-?(?:\\d{1,18}|\\d{1,3}(?:,\\d{3}){1,5})(?:\\.\\d{1,12})?");

    /** A cell of CSV. */
    public static Cell written(String text) {
        return new Cell(text, Form.TEXT, null, null);
    }

    static Cell flag(boolean value) {
        return new Cell(Boolean.toString(value), Form.FLAG, null, null);
    }

    /** Without the zeros that rounding to the digits kept leaves behind: they would count as decimals. */
    static Cell number(BigDecimal value, @Nullable LocalDate serial) {
        var written = plain(value);
        return new Cell(written, Form.NUMBER, new BigDecimal(written), serial);
    }

    static Cell percent(BigDecimal value) {
        return new Cell(plain(value.movePointRight(2)) + "%", Form.PERCENT, value, null);
    }

    static Cell date(LocalDate day) {
        return new Cell(day.toString(), Form.DATE, null, day);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** None when the cell is a number of so many digits that it is not what was typed: a code that was not kept as text. */
    public Optional<String> asText() {
        return number != null && number.precision() - number.scale() > DIGITS_KEPT
                ? Optional.empty()
                : Optional.of(text);
    }

    /** A day, in the usual forms; serial numbers only where they are numbers, since in CSV nobody knows what 46083 is. */
    public Optional<LocalDate> asDate() {
        if (form != Form.TEXT) {
            return Optional.ofNullable(date);
        }
        var matcher = DATE_TEXT.matcher(halfWidth());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int group = matcher.group(3) != null ? 3 : matcher.group(5) != null ? 5 : 7;
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(group)),
                    Integer.parseInt(matcher.group(group + 1))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public Optional<BigDecimal> asNumber() {
        if (form == Form.NUMBER) {
            return Optional.ofNullable(number);
        }
        var plain = halfWidth();
        return form == Form.TEXT && NUMBER_TEXT.matcher(plain).matches()
                ? Optional.of(new BigDecimal(plain.replace(",", "")))
                : Optional.empty();
    }

    public Optional<Boolean> asFlag() {
        return switch (form == Form.TEXT
                ? halfWidth().toLowerCase(java.util.Locale.ROOT)
                : form == Form.FLAG ? text : "") {
            case "true", "是" -> Optional.of(true);
            case "false", "否" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private String halfWidth() {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }
}

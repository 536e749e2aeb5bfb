package cn.quality.standards.quantity;

import java.math.BigDecimal;
import java.text.Normalizer;
import javax.measure.Unit;
import org.jspecify.annotations.Nullable;
import tech.units.indriya.AbstractUnit;

/**
 * Reads a unit from left to right: single units and figures joined by {@code ·} and {@code /}, with brackets and powers. After
 * the stroke stands one unit, before it perhaps a figure, {@code g/100 g}; {@code a/b·c} and {@code a/b/c} are refused, for
 * GB/T 3101 asks for brackets there, and of two readings one would be wrong.
 */
final class UnitReader {

    /** Why a text is no unit that can be used. */
    enum Flaw {
        UNKNOWN,
        LOGARITHMIC
    }

    /** Either the unit or what is wrong with the text. */
    record Reading(@Nullable Unit<?> unit, @Nullable Flaw flaw) {}

    private static final String PRODUCT = "·⋅∙•×*.";
    private static final String DELIMITERS = PRODUCT + "/()-^";
    private static final int LONGEST_FIGURE = 12;

    private final String text;
    private int at;
    private boolean logarithmic;

    private UnitReader(String text) {
        this.text = text;
    }

    static Reading read(String written) {
        var text = Normalizer.normalize(written.strip(), Normalizer.Form.NFKC)
                .replace('−', '-')
                .replace("每", "/");
        // Some of a logarithmic scale have brackets in their name.
        if (UnitTable.find(text).filter(single -> single.unit() == null).isPresent()) {
            return new Reading(null, Flaw.LOGARITHMIC);
        }
        var reader = new UnitReader(text);
        var unit = reader.quotient();
        if (reader.logarithmic) {
            return new Reading(null, Flaw.LOGARITHMIC);
        }
        return unit != null && reader.at == text.length() ? new Reading(unit, null) : new Reading(null, Flaw.UNKNOWN);
    }

    private @Nullable Unit<?> quotient() {
        var over = product();
        if (over == null || next() != '/') {
            return over;
        }
        at++;
        var under = divisor();
        return under == null ? null : over.divide(under);
    }

    private @Nullable Unit<?> product() {
        var product = factor();
        while (product != null && next() != 0 && next() != '/' && next() != ')') {
            if (PRODUCT.indexOf(next()) >= 0) {
                at++;
            }
            var more = factor();
            product = more == null ? null : product.multiply(more);
        }
        return product;
    }

    private @Nullable Unit<?> divisor() {
        boolean counted = Character.isDigit(next());
        var first = factor();
        if (first == null || !counted || next() == 0 || next() == ')') {
            return first;
        }
        var second = factor();
        return second == null ? null : first.multiply(second);
    }

    private @Nullable Unit<?> factor() {
        char first = next();
        if (first == '(') {
            at++;
            var inner = quotient();
            if (inner == null || next() != ')') {
                return null;
            }
            at++;
            return power(inner);
        }
        return Character.isDigit(first) ? figure() : single();
    }

    private @Nullable Unit<?> figure() {
        int from = at;
        while (Character.isDigit(here()) || (here() == '.' && Character.isDigit(charAt(at + 1)))) {
            at++;
        }
        var written = text.substring(from, at);
        if (!written.matches("\\d+(\\.\\d+)?") || written.length() > LONGEST_FIGURE) {
            return null;
        }
        var figure = new BigDecimal(written);
        return figure.signum() == 0 ? null : AbstractUnit.ONE.multiply(figure);
    }

    private @Nullable Unit<?> single() {
        int from = at;
        while (here() != 0
                && !Character.isWhitespace(here())
                && !Character.isDigit(here())
                && DELIMITERS.indexOf(here()) < 0) {
            at++;
        }
        var found = UnitTable.find(text.substring(from, at));
        if (found.isEmpty()) {
            return null;
        }
        var unit = found.get().unit();
        if (unit == null) {
            logarithmic = true;
            return null;
        }
        boolean alone = from == 0 && at == text.length();
        // In a compound unit a degree Celsius is one of difference, and so a kelvin.
        return power(!alone && unit.equals(MeasureUnit.CELSIUS) ? MeasureUnit.KELVIN : unit);
    }

    /** What follows a unit: {@code 2}, {@code ^2}, {@code -1}, or nothing. A superscript has become a plain digit. */
    private @Nullable Unit<?> power(Unit<?> base) {
        boolean marked = here() == '^';
        if (marked) {
            at++;
        }
        boolean negative = here() == '-';
        if (negative) {
            at++;
        }
        char digit = here();
        if (!Character.isDigit(digit)) {
            return marked || negative ? null : base;
        }
        at++;
        int power = Character.digit(digit, 10);
        return power == 0 || Character.isDigit(here()) ? null : base.pow(negative ? -power : power);
    }

    /** The next character that is no blank; 0 at the end. */
    private char next() {
        while (Character.isWhitespace(here())) {
            at++;
        }
        return here();
    }

    private char here() {
        return charAt(at);
    }

    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : 0;
    }
}

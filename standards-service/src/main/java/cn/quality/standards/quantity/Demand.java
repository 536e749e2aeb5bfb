package cn.quality.standards.quantity;

import cn.quality.platform.problem.Text;
import cn.quality.standards.input.Flaws;
import cn.quality.standards.quantity.Operator.Operand;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a value must be, such as {@code ≥ 12.50 g/100 g}: demanded by a standard, or promised by an enterprise. Decimals stay
 * as they were written; 12.50 says more than 12.5.
 *
 * @param operator any but {@link Operator#BY_CONDITION}, which is made of several of these
 * @param plus how far above the value one may be; {@code minus} how far below, always given with it
 * @param unit absent for a mere number
 * @param grade of a scale whose order the vocabulary of characteristics knows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Demand(
        Operator operator,
        @Nullable BigDecimal value,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable BigDecimal plus,
        @Nullable BigDecimal minus,
        @Nullable String unit,
        @Nullable String grade,
        @Nullable String text)
        implements StatedDemand {

    /** In the place of one that is made of several. */
    public static final Demand IN_CASES =
            new Demand(Operator.BY_CONDITION, null, null, null, null, null, null, null, null);

    private static final int MOST_INTEGER_DIGITS = 15;
    private static final int MOST_DECIMALS = 10;
    private static final int LONGEST_WORD = 200;

    /** Reads the fields of a body. What is wrong is noted, and the demand then good for nothing. */
    public static Demand of(StatedDemand stated, String field, Flaws flaws) {
        var operator = stated.operator();
        if (operator == null) {
            flaws.missing(field + "operator");
        }
        var value = figure(operator, Operand.VALUE, stated.value(), field + "value", flaws);
        var min = figure(operator, Operand.MIN, stated.min(), field + "min", flaws);
        var max = figure(operator, Operand.MAX, stated.max(), field + "max", flaws);
        var plus = figure(operator, Operand.PLUS, stated.plus(), field + "plus", flaws);
        var minus =
                stated.minus() == null ? plus : figure(operator, Operand.PLUS, stated.minus(), field + "minus", flaws);
        if (min != null && max != null && min.compareTo(max) > 0) {
            flaws.add(field + "max", "order", Text.of("不得小于 min", "less than min"));
        }
        notNegative(plus, field + "plus", flaws);
        notNegative(minus, field + "minus", flaws);
        return new Demand(
                operator == null ? Operator.QUALITATIVE : operator,
                value,
                min,
                max,
                plus,
                minus,
                unit(operator, stated.unit(), field + "unit", flaws),
                word(operator, Operand.GRADE, stated.grade(), field + "grade", flaws),
                word(operator, Operand.TEXT, stated.text(), field + "text", flaws));
    }

    private static @Nullable BigDecimal figure(
            @Nullable Operator operator, Operand operand, @Nullable BigDecimal figure, String field, Flaws flaws) {
        present(operator, operand, figure, field, flaws);
        if (figure != null) {
            long integerDigits = (long) figure.precision() - figure.scale();
            if (figure.scale() > MOST_DECIMALS || integerDigits > MOST_INTEGER_DIGITS) {
                flaws.add(
                        field,
                        "range",
                        Text.of(
                                "最多 %d 位整数、%d 位小数",
                                "at most %d digits before and %d after the point", MOST_INTEGER_DIGITS, MOST_DECIMALS));
            }
        }
        return figure;
    }

    private static @Nullable String word(
            @Nullable Operator operator, Operand operand, @Nullable String sent, String field, Flaws flaws) {
        var word = flaws.optionalText(sent, field, LONGEST_WORD);
        present(operator, operand, word, field, flaws);
        return word;
    }

    /** An operand that the operator needs, and no other. */
    private static void present(
            @Nullable Operator operator, Operand operand, @Nullable Object sent, String field, Flaws flaws) {
        if (operator == null) {
            return;
        }
        if (operator.needs(operand) && sent == null) {
            flaws.missing(field);
        } else if (!operator.needs(operand) && sent != null) {
            flaws.add(
                    field, "not-of-operator", Text.of("运算符 %s 没有此项", "the operator %s has no such operand", operator));
        }
    }

    private static @Nullable String unit(
            @Nullable Operator operator, @Nullable String sent, String field, Flaws flaws) {
        int before = flaws.count();
        var unit = flaws.optionalText(sent, field, LONGEST_WORD);
        if (unit == null || flaws.count() > before) {
            return unit;
        }
        if (operator == null || operator.isNumeric()) {
            MeasureUnit.check(unit, field, flaws);
        } else {
            flaws.add(
                    field, "not-of-operator", Text.of("运算符 %s 没有此项", "the operator %s has no such operand", operator));
        }
        return unit;
    }

    private static void notNegative(@Nullable BigDecimal figure, String field, Flaws flaws) {
        if (figure != null && figure.signum() < 0) {
            flaws.add(field, "range", Text.of("不得为负", "negative"));
        }
    }

    /**
     * How promises of the same characteristic, method and condition, kept together, stand to this demand. Several figures are
     * taken together: at least 6 and at most 7 is a range.
     *
     * @param grades of the characteristic's scale, the best first
     */
    public Comparison metBy(List<Demand> promises, List<String> grades) {
        if (operator.isNumeric()) {
            var promised = new Interval(null, null);
            for (var promise : promises) {
                var figures = promise.figuresIn(unit);
                if (figures.isEmpty()) {
                    return Comparison.NOT_COMPARABLE;
                }
                promised = promised.and(figures.get());
            }
            return promised.within(rounded()) ? Comparison.MET : Comparison.LOWER;
        }
        return promises.stream()
                .map(promise -> metBy(promise, grades))
                .min(Comparator.naturalOrder())
                .orElse(Comparison.NOT_COMPARABLE);
    }

    private Comparison metBy(Demand promise, List<String> grades) {
        if (operator == Operator.GRADE && promise.operator == Operator.GRADE) {
            int promised = grades.indexOf(promise.grade);
            int least = grades.indexOf(grade);
            return promised < 0 || least < 0
                    ? Comparison.NOT_COMPARABLE
                    : promised <= least ? Comparison.MET : Comparison.LOWER;
        }
        boolean sameWords = operator == promise.operator && text != null && text.equals(promise.text);
        return sameWords ? Comparison.MET : Comparison.NOT_COMPARABLE;
    }

    /** What it lets pass, as figures in another unit; empty when that unit cannot say it. */
    private Optional<Interval> figuresIn(@Nullable String wanted) {
        if (!operator.isNumeric()) {
            return Optional.empty();
        }
        if (unit == null || wanted == null) {
            return unit == null && wanted == null ? Optional.of(rounded()) : Optional.empty();
        }
        return MeasureUnit.find(unit)
                .flatMap(own -> MeasureUnit.find(wanted)
                        .flatMap(into -> interval().converted(value -> own.convert(value, into))));
    }

    private Interval rounded() {
        return interval()
                .converted(value -> Optional.of(value.round(MeasureUnit.PRECISION)))
                .orElseThrow();
    }

    /** The figures it lets pass. */
    private Interval interval() {
        return switch (operator) {
            case GE -> new Interval(end(value, true), null);
            case GT -> new Interval(end(value, false), null);
            case LE -> new Interval(null, end(value, true));
            case LT -> new Interval(null, end(value, false));
            case EQ -> new Interval(end(value, true), end(value, true));
            case RANGE -> new Interval(end(min, true), end(max, true));
            case TOLERANCE ->
                new Interval(
                        end(required(value).subtract(required(minus)), true),
                        end(required(value).add(required(plus)), true));
            case GRADE, QUALITATIVE, BY_CONDITION -> throw new IllegalStateException(operator + " has no figures");
        };
    }

    private static Interval.End end(@Nullable BigDecimal value, boolean included) {
        return new Interval.End(required(value), included);
    }

    private static BigDecimal required(@Nullable BigDecimal operand) {
        if (operand == null) {
            throw new IllegalStateException("A demand without its operand");
        }
        return operand;
    }

    /** As it stands in a table of a standard. */
    public String printed() {
        var figures =
                switch (operator) {
                    case GE, GT, LE, LT, EQ -> operator.sign() + " " + plain(value);
                    case RANGE -> plain(min) + operator.sign() + plain(max);
                    case TOLERANCE ->
                        required(plus).compareTo(required(minus)) == 0
                                ? plain(value) + " ± " + plain(plus)
                                : plain(value) + " (+" + plain(plus) + "/-" + plain(minus) + ")";
                    case GRADE -> grade;
                    case QUALITATIVE -> text;
                    case BY_CONDITION -> "";
                };
        return unit == null ? String.valueOf(figures) : figures + " " + unit;
    }

    private static String plain(@Nullable BigDecimal figure) {
        return required(figure).toPlainString();
    }
}

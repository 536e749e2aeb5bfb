package cn.quality.standards.declaration;

import cn.quality.platform.problem.Text;
import cn.quality.standards.input.Flaws;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One promise about function or performance, such as "protein ≥ 12.50 g/100 g, tested after GB 5009.5".
 *
 * @param value with as many decimals as were declared; 12.50 promises more than 12.5
 * @param unit absent for a mere number
 * @param testMethod 企业标准化促进办法 art. 12: never absent
 * @param condition under which it holds
 */
@Embeddable
record Indicator(
        String name,
        @Enumerated(EnumType.STRING) Operator operator,
        BigDecimal value,
        @Nullable String unit,
        String testMethod,
        @Nullable String condition) {

    private static final int MOST_INTEGER_DIGITS = 15;
    private static final int MOST_DECIMALS = 10;

    /** Notes a value no quantity of the field needs; it would not fit the answer or the database. */
    static void checkRange(BigDecimal value, String field, Flaws flaws) {
        long integerDigits = (long) value.precision() - value.scale();
        if (value.scale() > MOST_DECIMALS || integerDigits > MOST_INTEGER_DIGITS) {
            flaws.add(
                    field,
                    "range",
                    Text.of(
                            "最多 %d 位整数、%d 位小数",
                            "at most %d digits before and %d after the point", MOST_INTEGER_DIGITS, MOST_DECIMALS));
        }
    }
}

package cn.quality.platform.http;

import cn.quality.platform.problem.Text;
import cn.quality.platform.problem.Violation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value that was read and is not what its field or parameter takes: says what it takes. For an enum these are all its
 * values, so that nobody has to look them up.
 */
final class WrongValue {

    private WrongValue() {}

    /** Of a value of a body. */
    static Violation ofField(String field, Class<?> type, @Nullable Object value) {
        return type.isEnum() && value instanceof String text
                ? new Violation(field, "unknown-value", oneOf(type, text))
                : new Violation(field, "format", accepted(type));
    }

    /** Of a parameter, which is text whatever its type; none where its own type reads and judges it. */
    static Optional<Violation> ofParameter(String name, Class<?> type, String value) {
        if (isReadable(type, value)) {
            return Optional.empty();
        }
        return Optional.of(ofField(name, type, value));
    }

    private static boolean isReadable(Class<?> type, String value) {
        try {
            if (type.isEnum()) {
                return values(type).contains(value);
            }
            if (type == int.class || type == Integer.class) {
                Integer.parseInt(value);
            } else if (type == long.class || type == Long.class) {
                Long.parseLong(value);
            } else if (type == boolean.class || type == Boolean.class) {
                return value.equals("true") || value.equals("false");
            }
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static Text oneOf(Class<?> type, String written) {
        var values = values(type);
        var listed = new Text("应为 " + String.join("、", values), "must be one of " + String.join(", ", values));
        return NearestName.suggestion(listed, written, values);
    }

    private static List<String> values(Class<?> type) {
        return Stream.of(type.getEnumConstants()).map(String::valueOf).toList();
    }

    private static Text accepted(Class<?> type) {
        if (type.isEnum()) {
            return oneOf(type, "");
        }
        if (type == boolean.class || type == Boolean.class) {
            return new Text("应为 true 或 false", "must be true or false");
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return new Text("应为整数", "must be a whole number");
        }
        if (type == BigDecimal.class || Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return new Text("应为数字，不加引号", "must be a number, without quotes");
        }
        if (type == LocalDate.class) {
            return new Text("应为日期，写作 2026-03-02", "must be a date, written as 2026-03-02");
        }
        if (type == YearMonth.class) {
            return new Text("应为年月，写作 2026-03", "must be a month, written as 2026-03");
        }
        if (TemporalAccessor.class.isAssignableFrom(type)) {
            return new Text(
                    "应为时刻，写作 2026-03-02T08:00:00+08:00", "must be a moment, written as 2026-03-02T08:00:00+08:00");
        }
        if (type == UUID.class) {
            return new Text("应为 UUID", "must be a UUID");
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return new Text("应为文字，加引号", "must be text, in quotes");
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return new Text("应为列表，写作 […]", "must be a list, written as […]");
        }
        return new Text("取值的类型或格式不对", "The value has the wrong type or format");
    }
}

package cn.quality.credit.query;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Parameters of a query; one that is absent is no value. All refuse with 400 {@code invalid-argument}. */
public final class Parameters {

    private Parameters() {}

    /** One of the constants, by name. */
    public static <E extends Enum<E>> Optional<E> oneOf(Class<E> type, String name, @Nullable String value) {
        if (value == null) {
            return Optional.empty();
        }
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .or(() -> {
                    throw refused(
                            name, "enum", Text.of("可用取值：%s", "One of %s", Arrays.toString(type.getEnumConstants())));
                });
    }

    /** A legal date: {@code 2026-03-02}. */
    public static Optional<LocalDate> date(String name, @Nullable String value) {
        return parsed(
                name, value, LocalDate::parse, "date", new Text("应为日期，如 2026-03-02", "A date such as 2026-03-02"));
    }

    /** A moment with its offset: {@code 2026-03-02T09:00:00+08:00} or {@code …Z}. */
    public static Optional<Instant> moment(String name, @Nullable String value) {
        return parsed(
                name,
                value,
                text -> OffsetDateTime.parse(text).toInstant(),
                "moment",
                new Text(
                        "应为带时区的时刻，如 2026-03-02T09:00:00%2B08:00（网址中的加号须写作 %2B）",
                        "A moment with its offset, such as 2026-03-02T01:00:00Z; in an address, write + as %2B"));
    }

    /** Without surrounding blanks; nothing else is no value. */
    public static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The parameter has a value that will not do. */
    public static Problem refused(String name, String code, Text message) {
        return new Problem(
                        ProblemTypes.INVALID_ARGUMENT,
                        Text.of("参数 %s 的取值不合法", "Parameter %s cannot have this value", name))
                .with(name, code, message);
    }

    private static <T> Optional<T> parsed(
            String name, @Nullable String value, Function<String, T> parse, String code, Text message) {
        try {
            // Years have four digits, also where Java would take more.
            return Optional.ofNullable(value).map(text -> {
                if (!text.matches("\\d{4}-.*")) {
                    throw new DateTimeException(text);
                }
                return parse.apply(text);
            });
        } catch (DateTimeException e) {
            throw refused(name, code, message);
        }
    }
}

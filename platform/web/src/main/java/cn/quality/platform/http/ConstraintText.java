package cn.quality.platform.http;

import cn.quality.platform.problem.Text;
import jakarta.validation.ConstraintViolation;
import java.lang.reflect.AnnotatedElement;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a broken constraint asks for, in words of the reader. The validator's own Chinese counts characters as pieces and
 * shows regular expressions. A message given with the constraint comes first; it is written {@code 中文 (English)}.
 */
final class ConstraintText {

    private static final Pattern BOTH_LANGUAGES = Pattern.compile("(.+?) ?\\((.+)\\)");

    private ConstraintText() {}

    static Text of(ConstraintViolation<?> violation) {
        var constraint = violation.getConstraintDescriptor();
        Map<String, Object> rule = constraint.getAttributes();
        if (!constraint.getMessageTemplate().startsWith("{")) {
            return inBothLanguages(constraint.getMessageTemplate());
        }
        return switch (constraint.getAnnotation().annotationType().getSimpleName()) {
            case "NotNull" -> new Text("必须填写", "is required");
            case "NotBlank" -> new Text("必须填写，不能只有空格", "is required and must not be blank");
            case "NotEmpty" -> new Text("至少需要一项", "needs at least one item");
            case "Size" ->
                size(number(rule, "min"), number(rule, "max"), violation.getInvalidValue() instanceof CharSequence);
            case "Pattern" -> example(violation);
            case "Min", "DecimalMin" -> Text.of("不能小于 %s", "must be at least %s", shown(rule, "value"));
            case "Max", "DecimalMax" -> Text.of("不能大于 %s", "must be at most %s", shown(rule, "value"));
            case "Positive" -> new Text("必须大于 0", "must be greater than 0");
            case "PositiveOrZero" -> new Text("不能小于 0", "must not be less than 0");
            case "Digits" ->
                Text.of(
                        "整数部分最多 %s 位，小数部分最多 %s 位",
                        "at most %s digits before and %s after the decimal point",
                        shown(rule, "integer"),
                        shown(rule, "fraction"));
            case "Email" -> new Text("不是有效的电子邮箱", "is not an e-mail address");
            default -> inBothLanguages(violation.getMessage());
        };
    }

    private static int number(Map<String, Object> rule, String attribute) {
        return Integer.parseInt(shown(rule, attribute));
    }

    private static String shown(Map<String, Object> rule, String attribute) {
        return String.valueOf(rule.get(attribute));
    }

    private static Text size(int min, int max, boolean ofText) {
        var zh = ofText ? "字" : "项";
        var en = ofText ? "characters" : "items";
        if (max == Integer.MAX_VALUE) {
            return Text.of("至少 %d %s", "must have at least %1$d %3$s", min, zh, en);
        }
        return min == 0
                ? Text.of("最多 %d %s", "must have at most %1$d %3$s", max, zh, en)
                : Text.of("须为 %d 至 %d %s", "must have %1$d to %2$d %4$s", min, max, zh, en);
    }

    /** By the example of the field's documentation, for a regular expression is nothing to show. */
    private static Text example(ConstraintViolation<?> violation) {
        return documented(violation)
                .flatMap(schema -> Stream.of(schema.examples()).findFirst())
                .map(example -> new Text("格式不对，例如 " + example, "has the wrong form; an example: " + example))
                .orElse(new Text("格式不对", "has the wrong form"));
    }

    private static Optional<Schema> documented(ConstraintViolation<?> violation) {
        if (violation.getLeafBean() == null) {
            return Optional.empty();
        }
        String last = "";
        for (var node : violation.getPropertyPath()) {
            last = node.getName() == null || node.getName().startsWith("<") ? last : node.getName();
        }
        return field(violation.getLeafBean().getClass(), last).map(field -> field.getAnnotation(Schema.class));
    }

    private static Optional<AnnotatedElement> field(Class<?> owner, String name) {
        for (var field : owner.getDeclaredFields()) {
            if (field.getName().equals(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    private static Text inBothLanguages(String message) {
        var parts = BOTH_LANGUAGES.matcher(message);
        return parts.matches() ? new Text(parts.group(1), parts.group(2)) : new Text(message, message);
    }
}

package cn.quality.indicator;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of words for the public: not blank, without control characters (PostgreSQL refuses NUL, a line break would split a
 * row of an export), without halves of surrogate pairs, which are no characters at all, and without personal data. Null passes,
 * as with any constraint.
 */
@PublicText
@Constraint(validatedBy = PlainText.Validator.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {

    String message() default "应为非空的单行文字，不含控制字符 (one line of words, no control characters)";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Whether it is one line of words; what the words say, {@link PublicText} looks at. */
    final class Validator implements ConstraintValidator<PlainText, String> {

        private static final Pattern ONE_LINE = Pattern.compile("[^\\p{Cc}\\p{Cs}]*\\S[^\\p{Cc}\\p{Cs}]*");

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || ONE_LINE.matcher(text).matches();
        }
    }
}

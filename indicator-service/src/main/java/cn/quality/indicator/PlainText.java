package cn.quality.indicator;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One line of words: not blank, without control characters (PostgreSQL refuses NUL, a line break would split a row of an
 * export) and without halves of surrogate pairs, which are no characters at all. Null passes, as with any constraint.
 */
@Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*")
@Pattern(regexp = ".*\\S.*", flags = Pattern.Flag.DOTALL)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {

    String message() default "应为非空的单行文字，不含控制字符 (one line of words, no control characters)";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}

package cn.quality.indicator;

import cn.quality.platform.identifiers.PersonalData;
import cn.quality.platform.identifiers.PublicTexts;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Words that everybody will read: they hold no personal data, and are refused as such (422). Null passes. */
@Constraint(validatedBy = PublicText.Validator.class)
@Target({ElementType.ANNOTATION_TYPE, ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface PublicText {

    /** The validator says what was found. */
    String message() default "{personal-data}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks for what the whole suite takes for personal data. */
    final class Validator implements ConstraintValidator<PublicText, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            var found = text == null ? null : PersonalData.in(text).orElse(null);
            if (found == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.unwrap(HibernateConstraintValidatorContext.class)
                    .withDynamicPayload(PublicTexts.PERSONAL_DATA)
                    .buildConstraintViolationWithTemplate("%s (%s)"
                            .formatted(found.title().zh(), found.title().en()))
                    .addConstraintViolation();
            return false;
        }
    }
}

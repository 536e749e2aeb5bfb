package cn.quality.indicator.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The stable name of a plan, for example {@code quality-2016-2020}. */
@Embeddable
@Schema(type = SchemaType.STRING, examples = "quality-2016-2020", pattern = PlanId.PATTERN)
public record PlanId(@Column(name = "plan") @JsonValue String value) implements Serializable {

    public static final String PATTERN = "^[a-z][a-z0-9-]{1,59}$";

    private static final Pattern SHAPE = Pattern.compile(PATTERN);

    public PlanId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the id of a plan: " + value);
        }
    }

    /** Empty when the text cannot be an id, so that no such plan exists. */
    public static Optional<PlanId> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new PlanId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}

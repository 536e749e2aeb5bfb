package cn.quality.indicator.targets;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The stable name of a target, for example {@code quality-2016-2020.prd-superv-pass}. */
@Embeddable
@Schema(type = SchemaType.STRING, examples = "quality-2016-2020.prd-superv-pass", pattern = TargetId.PATTERN)
public record TargetId(@Column(name = "id") @JsonValue String value) implements Serializable {

    public static final String PATTERN = "^[a-z][a-z0-9.-]{1,119}$";

    private static final Pattern SHAPE = Pattern.compile(PATTERN);

    public TargetId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the id of a target: " + value);
        }
    }

    /** Empty when the text cannot be an id, so that no such target exists. */
    public static Optional<TargetId> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new TargetId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}

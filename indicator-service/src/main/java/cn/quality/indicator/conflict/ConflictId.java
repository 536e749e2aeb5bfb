package cn.quality.indicator.conflict;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The stable name of a conflict, for example {@code good-practice-baseline}. */
@Embeddable
@Schema(type = SchemaType.STRING, examples = "good-practice-baseline", pattern = ConflictId.PATTERN)
public record ConflictId(@Column(name = "id") @JsonValue String value) implements Serializable {

    public static final String PATTERN = "^[a-z][a-z0-9-]{1,79}$";

    private static final Pattern SHAPE = Pattern.compile(PATTERN);

    public ConflictId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the id of a conflict: " + value);
        }
    }

    /** Empty when the text cannot be an id, so that no such conflict exists. */
    public static Optional<ConflictId> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new ConflictId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}

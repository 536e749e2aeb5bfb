package cn.quality.indicator.area;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A code of GB/T 2260 ({@code 371102}), or one derived from it for a function zone ({@code 371100-GXQ}). */
@Embeddable
@Schema(type = SchemaType.STRING, examples = "371102", pattern = AreaCode.PATTERN)
public record AreaCode(@Column(name = "code") @JsonValue String value) implements Serializable {

    public static final String PATTERN = "^[0-9]{6}(-[A-Z0-9]{1,10})?$";

    private static final Pattern SHAPE = Pattern.compile(PATTERN);

    public AreaCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the code of an area: " + value);
        }
    }

    /** Empty when the text cannot be a code, so that no such area exists. */
    public static Optional<AreaCode> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new AreaCode(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}

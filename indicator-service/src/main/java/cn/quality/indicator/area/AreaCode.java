package cn.quality.indicator.area;

import cn.quality.platform.identifiers.RegionCode;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The {@link RegionCode} of an area, as the key it is stored under. */
@Embeddable
@Schema(type = SchemaType.STRING, examples = "371102", pattern = AreaCode.PATTERN)
public record AreaCode(@Column(name = "code") @JsonValue String value) implements Serializable {

    public static final String PATTERN = "^" + RegionCode.FORM + "$";

    public AreaCode {
        if (!RegionCode.isValid(value)) {
            throw new IllegalArgumentException("Not the code of an area: " + value);
        }
    }

    /** Empty when the text cannot be a code, so that no such area exists. */
    public static Optional<AreaCode> parse(String text) {
        return RegionCode.isValid(text) ? Optional.of(new AreaCode(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}

package cn.quality.indicator;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The stable name of an indicator, for example {@code PRD_SUPERV_PASS}; usable as a code of SDMX (ISO 17369). */
@Embeddable
@Schema(type = SchemaType.STRING, examples = "PRD_SUPERV_PASS", pattern = IndicatorCode.PATTERN)
public record IndicatorCode(
        @Column(name = "code") @JsonValue String value) implements Serializable, Comparable<IndicatorCode> {

    public static final String PATTERN = "^[A-Z][A-Z0-9_]{1,39}$";

    private static final Pattern SHAPE = Pattern.compile(PATTERN);

    public IndicatorCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an indicator code: " + value);
        }
    }

    /** Empty when the text cannot be a code, so that no such indicator exists. */
    public static Optional<IndicatorCode> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new IndicatorCode(text)) : Optional.empty();
    }

    @Override
    public int compareTo(IndicatorCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

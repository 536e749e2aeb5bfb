package cn.quality.standards.declaration;

import cn.quality.platform.json.Json;
import cn.quality.standards.requirement.Shortfall;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is declared and is searched by nobody, stored as one document.
 *
 * @param shortfalls against recommended standards on the day of declaring, which the lower statement explains
 * @param producers commissioned to produce
 * @param jointlyWith whom the standard was made with
 * @param qrStem where the codes of its products lead; absent for this platform
 */
record Details(
        List<Indicator> indicators,
        List<Shortfall> shortfalls,
        List<Producer> producers,
        List<JointMaker> jointlyWith,
        @Nullable String qrStem) {

    /** JSON with the decimals that were declared. */
    @Converter
    static final class AsJson implements AttributeConverter<Details, String> {

        private static final ObjectMapper JSON =
                new ObjectMapper().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);

        @Override
        public String convertToDatabaseColumn(Details details) {
            return Json.unchecked(() -> JSON.writeValueAsString(details));
        }

        @Override
        public Details convertToEntityAttribute(String column) {
            return Json.unchecked(() -> JSON.readValue(column, Details.class));
        }
    }
}

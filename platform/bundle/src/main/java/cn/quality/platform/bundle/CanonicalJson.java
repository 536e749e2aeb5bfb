package cn.quality.platform.bundle;

import cn.quality.platform.json.Json;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.erdtman.jcs.JsonCanonicalizer;

/** The canonical form of a value (RFC 8785), with decimals as strings. */
final class CanonicalJson {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModules(new Jdk8Module(), new JavaTimeModule(), decimalsAsWritten())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT);

    private CanonicalJson() {}

    /**
     * The bytes that are hashed.
     *
     * @param value a record, a map, a list …; its exact numbers become strings, absent members are left out
     * @throws IllegalArgumentException when it holds a number that is not exact, a number of JSON, or half a surrogate pair
     */
    static byte[] of(Object value) {
        JsonNode tree = JSON.valueToTree(value);
        check(tree, "$");
        var text = Json.unchecked(() -> JSON.writeValueAsString(tree));
        try {
            return new JsonCanonicalizer(text).getEncodedUTF8();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SimpleModule decimalsAsWritten() {
        var module = new SimpleModule()
                .addSerializer(BigDecimal.class, new PlainDecimal())
                .addSerializer(BigInteger.class, ToStringSerializer.instance);
        for (var whole : new Class<?>[] {Integer.class, int.class, Long.class, long.class}) {
            module.addSerializer(whole, ToStringSerializer.instance);
        }
        return module;
    }

    private static void check(JsonNode node, String path) {
        if (node.isNumber()) {
            throw new IllegalArgumentException(
                    "A bundle holds decimals as strings; %s is the number %s".formatted(path, node));
        }
        if (node.isTextual()) {
            checkText(node.textValue(), path);
        }
        node.properties().forEach(member -> {
            checkText(member.getKey(), path);
            check(member.getValue(), path + "." + member.getKey());
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            check(node.get(i), path + "[" + i + "]");
        }
    }

    /** RFC 8785 §3.2.2.2: half a surrogate pair has no UTF-8, so two different texts would have the same bytes. */
    private static void checkText(String text, String path) {
        if (text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
            throw new IllegalArgumentException("Half a surrogate pair in " + path);
        }
    }

    private static final class PlainDecimal extends JsonSerializer<BigDecimal> {

        @Override
        public void serialize(BigDecimal value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.toPlainString());
        }
    }
}

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
import java.util.Optional;
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
        fault(tree).ifPresent(fault -> {
            throw new IllegalArgumentException(fault.what() + ": $" + fault.path());
        });
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

    /** What is wrong, and where, with the path written from its end: a bundle has a hundred thousand values, and rarely a fault. */
    private static Optional<Fault> fault(JsonNode node) {
        if (node.isNumber()) {
            return Optional.of(new Fault("A bundle holds decimals as strings, not the number " + node, ""));
        }
        if (node.isTextual()) {
            return halfAPair(node.textValue());
        }
        for (var member : node.properties()) {
            var found = halfAPair(member.getKey()).or(() -> fault(member.getValue()));
            if (found.isPresent()) {
                return found.map(fault -> fault.within("." + member.getKey()));
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            var found = fault(node.get(i));
            if (found.isPresent()) {
                var index = "[" + i + "]";
                return found.map(fault -> fault.within(index));
            }
        }
        return Optional.empty();
    }

    private record Fault(String what, String path) {

        Fault within(String member) {
            return new Fault(what, member + path);
        }
    }

    /** RFC 8785 §3.2.2.2: half a surrogate pair has no UTF-8, so two different texts would have the same bytes. */
    private static Optional<Fault> halfAPair(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSurrogatePair(text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : 0)) {
                    return Optional.of(new Fault("Half a surrogate pair", ""));
                }
                i++;
            }
        }
        return Optional.empty();
    }

    private static final class PlainDecimal extends JsonSerializer<BigDecimal> {

        @Override
        public void serialize(BigDecimal value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.toPlainString());
        }
    }
}

package cn.quality.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Plain paths into JSON, as REST Assured has them: {@code items[0].id}; {@code items.id} of each item; {@code items.size()}. */
final class JsonPaths {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern STEP = Pattern.compile("\\.?([^.\\[\\]]+)|\\[(\\d+)]");
    private static final String SIZE = "size()";

    private JsonPaths() {}

    /** Null where nothing is. Numbers are Integer, Long or Float, as REST Assured has them. */
    static @Nullable Object value(String body, String path) {
        @Nullable Object found = plain(read(body));
        var steps = STEP.matcher(path);
        while (steps.find() && found != null) {
            found = steps.group(2) == null
                    ? named(found, steps.group(1))
                    : item(found, Integer.parseInt(steps.group(2)));
        }
        return found;
    }

    private static @Nullable Object named(Object parent, String name) {
        if (parent instanceof List<?> items) {
            if (name.equals(SIZE)) {
                return items.size();
            }
            var each = new ArrayList<@Nullable Object>();
            for (var item : items) {
                if (item != null) {
                    each.add(named(item, name));
                }
            }
            return each;
        }
        if (parent instanceof Map<?, ?> fields) {
            return name.equals(SIZE) ? Integer.valueOf(fields.size()) : fields.get(name);
        }
        throw new AssertionError(parent + " has no " + name);
    }

    private static @Nullable Object item(Object parent, int index) {
        return parent instanceof List<?> items && index < items.size() ? items.get(index) : null;
    }

    private static @Nullable Object plain(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                var fields = new LinkedHashMap<String, @Nullable Object>();
                node.properties().forEach(field -> fields.put(field.getKey(), plain(field.getValue())));
                yield fields;
            }
            case ARRAY -> {
                var items = new ArrayList<@Nullable Object>();
                node.forEach(item -> items.add(plain(item)));
                yield items;
            }
            case NUMBER -> node.isIntegralNumber() ? node.numberValue() : (Number) node.floatValue();
            case BOOLEAN -> node.booleanValue();
            case STRING -> node.textValue();
            default -> null;
        };
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + body, e);
        }
    }
}

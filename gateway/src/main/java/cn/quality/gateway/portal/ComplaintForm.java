package cn.quality.gateway.portal;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has written into the form of a complaint so far. The names of the fields are the paths of the service's own
 * form ({@code contact.phone}), so its remarks lead back to them.
 *
 * @param values by name of the field; nothing else than was typed
 */
record ComplaintForm(Kind kind, Map<String, String> values) {

    /** What can be filed; the names are the service's. */
    enum Kind {
        COMPLAINT("投诉", "买到的商品或接受的服务有质量问题，请求处理纠纷。须留姓名、电话和地址。"),
        REPORT("举报", "反映企业的违法违规行为。可以匿名。"),
        PRODUCT_INJURY("产品伤害报告", "产品使人受到伤害。"),
        RECALL("缺陷产品召回报告", "企业或者机构报告召回。"),
        MAJOR_ACCIDENT("重大质量事故报告", "企业或者机构报告事故。");

        private final String zh;
        private final String explanation;

        Kind(String zh, String explanation) {
            this.zh = zh;
            this.explanation = explanation;
        }

        public String zh() {
            return zh;
        }

        public String explanation() {
            return explanation;
        }

        public boolean named() {
            return this == COMPLAINT || this == RECALL || this == MAJOR_ACCIDENT;
        }

        /** Whether the service asks for the day it happened. */
        public boolean dated() {
            return this == COMPLAINT || this == PRODUCT_INJURY;
        }

        static Optional<Kind> of(@Nullable String name) {
            for (var kind : values()) {
                if (kind.name().equals(name)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /** Sent with the form, so that a second click files nothing twice. */
    static final String KEY = "key";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Set<String> NOT_OF_THE_COMPLAINT = Set.of(KEY, "kind");
    private static final Set<String> NUMBERS =
            Set.of("recall.quantity", "accident.deaths", "accident.injured", "accident.directLoss");
    private static final String MOMENT = "accident.at";

    /** A form nobody has written into, about this enterprise if there is one. */
    static ComplaintForm empty(Kind kind, Optional<String> uscc) {
        var key = Map.of(KEY, UUID.randomUUID().toString());
        return new ComplaintForm(
                kind, uscc.map(code -> Map.of(KEY, key.get(KEY), "uscc", code)).orElse(key));
    }

    static ComplaintForm of(Kind kind, Map<String, String> fields) {
        return fields.containsKey(KEY)
                ? new ComplaintForm(kind, fields)
                : new ComplaintForm(kind, Map.copyOf(withKey(fields)));
    }

    private static Map<String, String> withKey(Map<String, String> fields) {
        var keyed = new HashMap<>(fields);
        keyed.put(KEY, UUID.randomUUID().toString());
        return keyed;
    }

    public String get(String field) {
        return values.getOrDefault(field, "");
    }

    public String key() {
        return get(KEY);
    }

    /** As the service takes it. What cannot be read as a number or a moment goes as it is, and the service says so. */
    JsonObject toJson() {
        var complaint = new JsonObject().put("kind", kind.name());
        values.forEach((field, value) -> {
            if (!NOT_OF_THE_COMPLAINT.contains(field)) {
                var dot = field.indexOf('.');
                if (dot < 0) {
                    complaint.put(field, value);
                } else {
                    part(complaint, field.substring(0, dot)).put(field.substring(dot + 1), read(field, value));
                }
            }
        });
        return complaint;
    }

    private static JsonObject part(JsonObject complaint, String name) {
        if (!complaint.containsKey(name)) {
            complaint.put(name, new JsonObject());
        }
        return complaint.getJsonObject(name);
    }

    private static Object read(String field, String value) {
        try {
            if (NUMBERS.contains(field)) {
                return new BigDecimal(value);
            }
            return field.equals(MOMENT)
                    ? LocalDateTime.parse(value).atZone(ZONE).toInstant().toString()
                    : value;
        } catch (NumberFormatException | DateTimeException e) {
            return value;
        }
    }
}

package cn.quality.standards.suite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bodies as clients send them, to vary from. */
public final class Bodies {

    private Bodies() {}

    public static Map<String, Object> standard(String number, String titleZh, String level, String status) {
        var body = new HashMap<String, Object>();
        body.put("number", number);
        body.put("titleZh", titleZh);
        body.put("level", level);
        body.put("status", status);
        body.put("replaces", List.of());
        body.put("replacedBy", List.of());
        body.put("adopts", List.of());
        body.put("source", "测试");
        body.put("certainty", "D");
        return body;
    }

    public static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        var varied = new HashMap<>(body);
        varied.put(field, value);
        return varied;
    }

    /** An own standard with one product and one indicator. */
    public static Map<String, Object> declaration(String number, String... executes) {
        var body = new HashMap<String, Object>();
        body.put("standard", Map.of("number", number, "title", "冷冻烤鳗"));
        body.put("executes", List.of(executes));
        body.put("products", new ArrayList<>(List.of(Map.of("name", "烤鳗切片", "gtin", "6901234567892"))));
        body.put(
                "indicators",
                List.of(Map.of(
                        "name", "蛋白质",
                        "operator", "GE",
                        "value", new java.math.BigDecimal("12.50"),
                        "unit", "g/100 g",
                        "testMethod", "GB 5009.5-2016")));
        return body;
    }
}

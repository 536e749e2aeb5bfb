package cn.quality.credit.rules;

import static cn.quality.credit.Credit.administrator;
import static cn.quality.credit.Credit.as;
import static cn.quality.credit.Credit.auditor;

import cn.quality.credit.Credit;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** What an administrator changes in the rules on file while a test runs; {@link Credit#storeLaw} puts it back. */
public final class ChangedRules {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ChangedRules() {}

    /** Another value of a rule in a pack. */
    public static void set(String pack, String rule, int value) {
        change("rule-packs", pack, body -> {
            for (var one : body.path("rules")) {
                if (one.path("code").asText().equals(rule)) {
                    ((ObjectNode) one).put("value", value);
                }
            }
        });
    }

    /** Another rule of transition, confirmed. */
    public static void transition(String pack, RulePack.Cases cases, RulePack.Law law) {
        change("rule-packs", pack, body -> {
            for (var one : body.path("transitions")) {
                if (one.path("cases").asText().equals(cases.name())) {
                    ((ObjectNode) one).put("law", law.name()).put("certainty", "T");
                }
            }
        });
    }

    /** The notice of that year, which has this day off as well. */
    public static void holiday(int year, String day) {
        change("calendars", Integer.toString(year), body -> {
            body.put("version", 2).put("certainty", "T").put("source", "示例通知");
            body.withArray("holidays").addObject().put("date", day).put("name", "示例");
        });
    }

    private static void change(String what, String key, Consumer<ObjectNode> change) {
        Credit.lawChanged();
        try {
            var path = what + "/" + key;
            var body = what.equals("calendars")
                    ? (ObjectNode) JSON.readTree(as(auditor()).get(path).asString())
                    : pack(key);
            change.accept(body);
            as(administrator())
                    .contentType(ContentType.JSON)
                    .body(body.toString())
                    .put(path)
                    .then()
                    .statusCode(200);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode pack(String id) throws JsonProcessingException {
        for (var pack :
                JSON.readTree(as(auditor()).get("rule-packs").asString()).path("items")) {
            if (pack.path("id").asText().equals(id)) {
                return (ObjectNode) pack;
            }
        }
        throw new IllegalArgumentException("No rule pack " + id);
    }
}

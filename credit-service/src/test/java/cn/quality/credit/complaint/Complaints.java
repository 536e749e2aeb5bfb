package cn.quality.credit.complaint;

import static cn.quality.credit.Credit.anybody;
import static cn.quality.credit.Credit.as;

import cn.quality.credit.Credit;
import cn.quality.credit.rules.HandMadeRules;
import cn.quality.credit.rules.RulePack;
import cn.quality.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Complaints as people file them and officials work on them. */
public final class Complaints {

    static final String PHONE = "13800001234";
    static final String COUNTY_OFFICE = "东港区市场监督管理局";
    static final String CITY_OFFICE = "日照市市场监督管理局";

    private Complaints() {}

    /** Regions, law and routes as the seeds have them. */
    public static void storeGround() {
        Credit.storeReferenceData();
        Credit.storeLaw();
        storeRoutes();
    }

    static void storeRoutes() {
        route("371102", "ANY", COUNTY_OFFICE, "371102");
        route("371100", "ANY", CITY_OFFICE, "371100");
        route("371102", "CONSTRUCTION", "日照市住房和城乡建设局", "371100");
    }

    static Response route(String region, String field, String office, String officeRegion) {
        return as(Credit.administrator())
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "region", region,
                        "field", field,
                        "office", office,
                        "officeRegion", officeRegion,
                        "source", "示例"))
                .put("complaint-routes/" + region + "/" + field);
    }

    static Tokens handler() {
        return Tokens.of("case-handler").user("sun").region("371102");
    }

    static Tokens otherHandler() {
        return Tokens.of("case-handler").user("zhou").region("371102");
    }

    static Tokens cityHandler() {
        return Tokens.of("case-handler").user("wu").region("371100");
    }

    static Tokens approver() {
        return Tokens.of("case-approver").user("zheng").region("371102");
    }

    static Tokens auditor() {
        return Tokens.of("auditor").user("wang");
    }

    /** A form of that kind, complete. Its words are nobody else's. */
    static Map<String, Object> form(String kind) {
        var form = new HashMap<String, Object>();
        form.put("kind", kind);
        form.put("enterpriseName", "日照示例海鲜店");
        form.put("field", "SERVICES");
        form.put("region", "371102");
        form.put("happenedOn", "2026-03-02");
        form.put("narrative", "示例第" + Credit.next() + "号：购买的干贝有异味，店员电话" + "13900005678" + "，商家拒绝退货");
        form.put(
                "contact",
                Map.of("name", "示例投诉人", "phone", PHONE, "address", "日照市示例路1号", "email", "sample@example.com"));
        switch (kind) {
            case "COMPLAINT" -> form.put("wish", "退还货款");
            case "RECALL" ->
                form.put(
                        "recall",
                        Map.of(
                                "product", "示例电热水壶",
                                "batch", "2026-08 批",
                                "quantity", 1200,
                                "defect", "手柄过热",
                                "measures", "免费更换"));
            case "MAJOR_ACCIDENT" ->
                form.put(
                        "accident",
                        Map.of(
                                "at",
                                "2026-03-02T01:00:00Z",
                                "place",
                                "东港区示例园区",
                                "deaths",
                                0,
                                "injured",
                                2,
                                "directLoss",
                                new BigDecimal("1000000.00")));
            case "PRODUCT_INJURY" ->
                form.put("injury", Map.of("severity", "SLIGHT", "product", "示例儿童玩具", "hospital", "示例医院"));
            default -> {}
        }
        return form;
    }

    /** Rules in which every period of every kind is seven days long. */
    static HandMadeRules sevenDaysEach() {
        var rules = HandMadeRules.none();
        for (var kind : ComplaintKind.values()) {
            for (var deadline : ComplaintDeadline.values()) {
                rules.value(kind.rule(deadline.name()), 7, RulePack.Unit.DAYS);
            }
        }
        return rules;
    }

    /** A complaint that has come to an end. */
    public static void withdrawn() {
        Mine.filed("COMPLAINT").withdraw().then().statusCode(200);
    }

    /** A request as the gateway forwards it from that address. */
    static RequestSpecification from(String address) {
        return anybody().header("X-Forwarded-For", address);
    }

    static Response file(Map<String, ?> form) {
        return anybody().contentType(ContentType.JSON).body(form).post("complaints");
    }

    /** A filed complaint and its secret. */
    record Mine(String receipt, String secret) {

        /** Everybody comes from a network of their own: who guesses is told apart by it. */
        RequestSpecification me() {
            return from("10.20.30." + receipt).header("Complaint-Secret", secret);
        }

        static Mine filed(Map<String, ?> form) {
            var answer = file(form);
            answer.then().statusCode(201);
            return new Mine(answer.path("receipt"), answer.path("secret"));
        }

        static Mine filed(String kind) {
            return filed(form(kind));
        }

        Response follow() {
            return me().get("complaints/" + receipt);
        }

        Response post(String what, Map<String, ?> body) {
            return me().contentType(ContentType.JSON).body(body).post("complaints/" + receipt + "/" + what);
        }

        Response withdraw() {
            return me().contentType(ContentType.JSON).post("complaints/" + receipt + "/withdrawal");
        }

        /** The act of an official, on the version that is current. */
        Response by(Tokens official, String what, Map<String, ?> body) {
            return as(official)
                    .contentType(ContentType.JSON)
                    .header("If-Match", etag())
                    .body(body)
                    .post("complaints/" + receipt + "/" + what);
        }

        /** The same with nothing but words. */
        Response by(Tokens official, String what) {
            return by(official, what, Map.of("words", "示例说明"));
        }

        Response desk() {
            return as(auditor()).get("complaints/" + receipt);
        }

        String etag() {
            return desk().header("ETag");
        }

        Mine then(Tokens official, String what) {
            by(official, what).then().statusCode(200);
            return this;
        }

        Mine answered(String finding) {
            by(handler(), "answer", answer(finding)).then().statusCode(200);
            return this;
        }

        String state() {
            return desk().path("state");
        }

        String due() {
            return String.valueOf(desk().<@Nullable Object>path("terms.find { it.metOn == null }?.deadline?.due"));
        }
    }

    static Map<String, Object> answer(String finding) {
        return Map.of("finding", finding, "answer", "示例：已核实，详见说明", "conclusion", "示例：所售干贝感官不合格");
    }
}

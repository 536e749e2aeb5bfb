package cn.quality.indicator.plan;

import static cn.quality.indicator.Api.administrator;
import static cn.quality.indicator.Api.anyone;
import static cn.quality.indicator.Api.plan;
import static cn.quality.indicator.Api.put;
import static cn.quality.testing.Refusal.refused;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import cn.quality.indicator.Api;
import cn.quality.indicator.IndicatorTest;
import org.junit.jupiter.api.Test;

@IndicatorTest
class PlanResourceTest {

    @Test
    void aPlanIsKeptWithItsText() {
        put("/plans/kept-plan", plan("kept-plan", "第一条\\n合格率达到97%以上。"))
                .statusCode(201)
                .header("ETag", equalTo("\"v1\""))
                .body("version", equalTo(1));

        anyone().get("/plans/kept-plan").then().statusCode(200).body("text", equalTo("第一条\n合格率达到97%以上。"));
        anyone().get("/plans?limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItems("kept-plan"))
                .body("items", everyItem(not(hasKey("text"))));
    }

    @Test
    void theSamePlanAgainChangesNothing() {
        put("/plans/same-plan", plan("same-plan", "不变。")).statusCode(201);
        put("/plans/same-plan", plan("same-plan", "不变。")).statusCode(200).body("version", equalTo(1));
        put("/plans/same-plan", plan("same-plan", "变了。")).statusCode(200).body("version", equalTo(2));
    }

    @Test
    void aStaleCorrectionIsRefusedAndARepeatedOneIsNot() {
        put("/plans/guarded-plan", plan("guarded-plan", "一。")).statusCode(201);
        var correction = plan("guarded-plan", "二。");
        administrator()
                .header("If-Match", "\"v1\"")
                .body(correction)
                .put("/plans/guarded-plan")
                .then()
                .statusCode(200);
        administrator()
                .header("If-Match", "\"v1\"")
                .body(correction)
                .put("/plans/guarded-plan")
                .then()
                .statusCode(200);
        refused(
                administrator()
                        .header("If-Match", "\"v1\"")
                        .body(plan("guarded-plan", "三。"))
                        .put("/plans/guarded-plan")
                        .then(),
                412,
                "stale");
        anyone().get("/plans/guarded-plan").then().body("text", equalTo("二。"));
    }

    @Test
    void aTextMustKeepWhatIsQuotedFromIt() {
        put("/plans/quoted-plan", plan("quoted-plan", "抽查合格率达到97%以上。")).statusCode(201);
        put("/indicators/T_QUOTED", Api.indicator("T_QUOTED", "抽查合格率", "quoted-plan", "合格率达到97%以上"))
                .statusCode(201);
        refused(put("/plans/quoted-plan", plan("quoted-plan", "抽查合格率达到98%以上。")), 422, "passage-is-quoted")
                .body("violations[0].message", equalTo("合格率达到97%以上"));
        put("/plans/quoted-plan", plan("quoted-plan", "全市抽查合格率达到97%以上。")).statusCode(200);
    }

    @Test
    void theListGoesOnWhereItStopped() {
        for (var id : new String[] {"page-a", "page-b", "page-c"}) {
            put("/plans/" + id, plan(id, "正文。")).statusCode(201);
        }
        String next =
                anyone().get("/plans?limit=1").then().statusCode(200).extract().path("next");
        anyone().queryParam("after", next)
                .get("/plans?limit=200")
                .then()
                .body("items.id", hasItems("page-b", "page-c"));
    }

    @Test
    void anUnknownPlan() {
        refused(anyone().get("/plans/no-such-plan").then(), 404, "not-found");
        refused(anyone().get("/plans/%00").then(), 404, "not-found");
    }
}

package cn.quality.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** What the public reads of a page follows what is published, although the gateway keeps the page. */
@SuiteTest
class DashboardTest {

    private static final String CITY = "/api/indicators/v1/dashboards/city?date=2018-12-31";
    private static final String STATE =
            "targets.find { it.progress.target == 'quality-2016-2020.fod-demo-circul' }.progress.";

    /** Seconds for which the gateway may keep a page. */
    private static final int MAX_AGE = 30;

    private final Actors actors;

    DashboardTest(Actors actors) {
        this.actors = actors;
    }

    @Test
    void aPublicationTakesTheCitysPageOutOfTheCache() {
        await().untilAsserted(() -> assertThat(city().header("X-Cache")).isEqualTo("HIT"));
        city().then().body(STATE + "state", equalTo("NO_DATA"));
        actors.person("administrator")
                .contentType(ContentType.JSON)
                .body("""
                        {"observations": [{"indicator": "FOD_DEMO_CIRCUL", "area": "371100", "period": "2018", "value": 140,
                          "source": "示例：端到端测试"}]}""")
                .post("/api/indicators/v1/observations")
                .then()
                .statusCode(200);
        city().then().body(STATE + "state", equalTo("NO_DATA"));
        actors.person("publisher")
                .contentType(ContentType.JSON)
                .body("""
                        {"indicators": ["FOD_DEMO_CIRCUL"], "basis": "示例：端到端测试"}""")
                .post("/api/indicators/v1/observations/publications")
                .then()
                .statusCode(200);
        var ages = new ArrayList<Integer>();
        await().until(() -> {
            var asked = city();
            boolean old = asked.path(STATE + "state").equals("NO_DATA");
            if (old && asked.header("Age") != null) {
                ages.add(Integer.valueOf(asked.header("Age")));
            }
            return !old;
        });
        // Too old it was not: it was taken out.
        assertThat(ages).allMatch(age -> age < MAX_AGE / 2);
        city().then().body(STATE + "state", equalTo("OFF_TRACK")).body(STATE + "actual.value", equalTo(140));
    }

    private Response city() {
        return actors.anybody().get(CITY);
    }
}

package cn.quality.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Other statistical systems read the indicators: the requests their clients send, through the gateway. */
@SuiteTest
class SdmxTest {

    private static final String SPECIFIC = "application/vnd.sdmx.structurespecificdata+xml;version=2.1";

    private static final String[] OF_RSDMX = {
        "/sdmx/v1/dataflow/all/all/latest/",
        "/sdmx/v1/datastructure/all/DSD_QUALITY/latest/?references=children",
        "/sdmx/v1/data/DF_QUALITY/A.371100.PRD_SUPERV_PASS.ACTUAL/all/?startPeriod=2015&endPeriod=2020",
        "/sdmx/v1/data/DF_QUALITY/A.371100+371102..ACTUAL/all/",
    };

    private static final String[] OF_BANCA_D_ITALIA = {
        "/sdmx/v1/dataflow/all/all/latest",
        "/sdmx/v1/datastructure/RZ/DSD_QUALITY/1.0.0?references=children",
        "/sdmx/v1/data/RZ%2CDF_QUALITY%2C1.0.0/A.371100%2B371102..ACTUAL?startPeriod=2015",
        "/sdmx/v2/structure/dataflow/all/DF_QUALITY/+?format=sdmx-2.1",
        "/sdmx/v2/structure/datastructure/RZ/DSD_QUALITY/1.0.0?format=sdmx-2.1&references=children",
    };

    private final Actors actors;

    SdmxTest(Actors actors) {
        this.actors = actors;
    }

    @Test
    void clientsReadWhatWasPublished() {
        publish();
        for (var address : OF_RSDMX) {
            reads(address, "application/xml").header("Content-Type", containsString("xml"));
        }
        for (var address : OF_BANCA_D_ITALIA) {
            reads(address, "*/*").header("Content-Type", containsString("xml"));
        }
        var data = "/sdmx/v2/data/dataflow/RZ/DF_QUALITY/1.0.0/A.371100.*.ACTUAL";
        reads(data + "?startPeriod=2015&endPeriod=2020", SPECIFIC)
                .body(containsString("TIME_PERIOD=\"2019\""))
                .header("Vary", containsString("Accept"));
        for (var filter : new String[] {"c[TIME_PERIOD]=ge:2019+le:2019", "c%5BTIME_PERIOD%5D=ge%3A2019%2Ble%3A2019"}) {
            reads(data + "?" + filter, "text/csv").body(containsString(",2019,"));
        }
        // What was seeded may still be at work, and each publication has another tag.
        Awaitility.await().untilAsserted(() -> {
            var tag = reads(data, "application/json").extract().header("ETag");
            actors.anybody()
                    .urlEncodingEnabled(false)
                    .accept("application/json")
                    .header("If-None-Match", tag)
                    .get(data)
                    .then()
                    .statusCode(304);
        });
        actors.anybody()
                .urlEncodingEnabled(false)
                .accept("application/xml")
                .get("/sdmx/v1/data/DF_QUALITY/A.371100.NO_SUCH.ACTUAL")
                .then()
                .statusCode(404)
                .body(containsString("ErrorMessage"))
                .body(containsString("INDICATOR"));
    }

    /** The client of R, which takes what it gets apart by rules of its own. */
    @Test
    void aStatisticianReadsWithR() throws IOException {
        assumeTrue(
                Shell.run("Rscript -e 'library(rsdmx)' >/dev/null 2>&1 && echo here || true")
                        .contains("here"),
                "R's client of SDMX is missing. On Debian or Ubuntu, as root: apt-get install --no-install-recommends"
                        + " r-cran-rsdmx");
        publish();

        var read = Shell.run("Rscript src/test/resources/rsdmx.R %s/sdmx/v1".formatted(actors.gateway()));

        float published = actors.anybody()
                .get("/api/indicators/v1/observations?indicator=PRD_SUPERV_PASS&area=371100&from=2019&to=2019")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].value");
        assertThat(read)
                .contains("flow DF_QUALITY")
                .contains("dimension FREQ REF_AREA INDICATOR SERIES")
                .contains("observation A 371100 PRD_SUPERV_PASS ACTUAL 2019 " + published);
    }

    private ValidatableResponse reads(String address, String accept) {
        return actors.anybody()
                .urlEncodingEnabled(false)
                .accept(accept)
                .get(address)
                .then()
                .statusCode(200);
    }

    /** Another run may have published it before. */
    private void publish() {
        actors.person("administrator")
                .contentType(ContentType.JSON)
                .body("""
                        {"observations": [{"indicator": "PRD_SUPERV_PASS", "area": "371100", "period": "2019",
                          "value": 95.1, "source": "示例：年度监督抽查通报", "reason": "示例"}]}""")
                .post("/api/indicators/v1/observations")
                .then()
                .statusCode(200);
        actors.person("publisher")
                .contentType(ContentType.JSON)
                .body("""
                        {"indicators": ["PRD_SUPERV_PASS"], "areas": ["371100"], "basis": "示例：审定"}""")
                .post("/api/indicators/v1/observations/publications")
                .then()
                .statusCode(anyOf(is(200), is(422)))
                .body("code", anyOf(is((String) null), equalTo("nothing-to-publish")));
    }
}

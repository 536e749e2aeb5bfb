package cn.quality.indicator.sdmx;

import static cn.quality.indicator.Api.indicator;
import static cn.quality.indicator.Api.plan;
import static cn.quality.indicator.Api.put;
import static cn.quality.indicator.observation.Figures.figure;
import static cn.quality.indicator.observation.Figures.record;
import static cn.quality.testing.QuickPaths.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.indicator.observation.Figures;
import io.restassured.response.Response;
import java.io.StringReader;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.xml.sax.InputSource;

/** The service as clients of SDMX see it. Every message is judged by the official schemas. */
public final class Sdmx {

    /** Tests of another class may have changed them since. */
    private static volatile Class<?> publishedFor = Sdmx.class;

    private Sdmx() {}

    /** What the tests of this class ask for. The areas are those of the seeds; the figures are made up. */
    static void publishedFor(Class<?> tests) {
        if (publishedFor != tests) {
            publish();
            publishedFor = tests;
        }
    }

    private static void publish() {
        put("/plans/sdmx", plan("sdmx", "合格率达到97%以上。"));
        put("/areas/371100", """
                {"code": "371100", "name": "日照市", "kind": "CITY"}""");
        put("/areas/371102", """
                {"code": "371102", "name": "东港区", "kind": "COUNTY", "parent": "371100"}""");
        put("/indicators/PRD_SUPERV_PASS", indicator("PRD_SUPERV_PASS", "工业产品质量监督抽查合格率", "sdmx", "合格率达到97%以上"));
        put("/indicators/T_SDMX_SIGNS", indicator("T_SDMX_SIGNS", "“绿色” & <节能> 产品合格率", "sdmx", "合格率达到97%以上"));
        put("/indicators/T_SDMX_QUARTERS", indicator("T_SDMX_QUARTERS", "季度合格率", "sdmx", "合格率达到97%以上"));
        put("/indicators/T_SDMX_EMPTY", indicator("T_SDMX_EMPTY", "未发布合格率", "sdmx", "合格率达到97%以上"));
        record(
                figure("PRD_SUPERV_PASS", "371100", "2015", "\"value\": 93.2"),
                figure("PRD_SUPERV_PASS", "371100", "2018", "\"value\": 95.50"),
                figure("PRD_SUPERV_PASS", "371100", "2019", "\"status\": \"M\""),
                figure("PRD_SUPERV_PASS", "371100", "2020", "\"value\": 97, \"qualifier\": \"GE\""),
                figure("PRD_SUPERV_PASS", "371102", "2018", "\"value\": 96"),
                figure("T_SDMX_SIGNS", "371100", "2018", "\"value\": 98"),
                figure("T_SDMX_EMPTY", "371100", "2018", "\"value\": 98"));
        record(IntStream.range(0, 8)
                .mapToObj(i -> figure(
                        "T_SDMX_QUARTERS", "371100", (2018 + i / 4) + "-Q" + (1 + i % 4), "\"value\": " + (90 + i)))
                .toArray(String[]::new));
        Figures.publish("PRD_SUPERV_PASS");
        Figures.publish("T_SDMX_SIGNS");
        Figures.publish("T_SDMX_QUARTERS");
    }

    /** The address goes out as it is written. */
    public static Response get(String path, String accept, String... headers) {
        var request = given().urlEncodingEnabled(false).accept(accept);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        var response = request.get("/sdmx" + path);
        if (response.statusCode() == 204 || response.statusCode() == 304) {
            assertThat(response.asByteArray()).isEmpty();
        } else {
            assertThat(response.contentType())
                    .as("%d %s", response.statusCode(), response.asString())
                    .doesNotContain("html");
            Schemas.requireValid(response.contentType(), response.asString());
        }
        return response;
    }

    /** What an expression finds in a message of XML; elements go by their local names. */
    static String find(Response response, String expression) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(response.asString())));
            return XPathFactory.newInstance().newXPath().evaluate(expression, document);
        } catch (Exception e) {
            throw new AssertionError(response.asString(), e);
        }
    }
}

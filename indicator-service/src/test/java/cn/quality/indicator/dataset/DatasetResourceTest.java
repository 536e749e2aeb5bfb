package cn.quality.indicator.dataset;

import static cn.quality.indicator.Api.anyone;
import static cn.quality.indicator.observation.Figures.figure;
import static cn.quality.indicator.observation.Figures.given;
import static cn.quality.indicator.observation.Figures.publish;
import static cn.quality.indicator.observation.Figures.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItems;

import cn.quality.indicator.Api;
import cn.quality.indicator.IndicatorTest;
import cn.quality.platform.dcat.DataCatalogue;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@IndicatorTest
class DatasetResourceTest {

    @Test
    void whatTheCatalogueNamesCanBeHadInTheFormItNames() throws IOException {
        given("T_DCAT");
        record(figure("T_DCAT", "990701", "2018", "\"value\": 93.4"));
        publish("T_DCAT");
        var answer = anyone().get("/datasets")
                .then()
                .statusCode(200)
                .contentType(DataCatalogue.JSON_LD)
                .body(
                        "'dcat:dataset'.'dct:identifier'",
                        hasItems("observations", "indicators", "targets", "assessments", "warnings", "areas"))
                .extract();
        assertThat(answer.header("Cache-Control")).contains("max-age=30");
        var catalogue = new ObjectMapper().readTree(answer.asString());
        assertThat(catalogue.at("/dct:modified/@value").asText()).isNotEmpty();
        var forms = catalogue.findValues("dcat:distribution");
        assertThat(forms).hasSizeGreaterThan(2);
        for (var distributions : forms) {
            for (var form : distributions) {
                var type = form.at("/dcat:mediaType/@id").asText().replaceFirst(".*/media-types/", "");
                var address = form.at("/dcat:accessURL/@id").asText();
                assertThat(address).matches("(" + Api.BASE + "|/sdmx/v[12])/.*");
                assertThat(RestAssured.given()
                                .accept(type)
                                .get(address)
                                .then()
                                .statusCode(200)
                                .extract()
                                .contentType())
                        .startsWith(type);
            }
        }
    }
}

package cn.quality.indicator.sdmx;

import static cn.quality.indicator.Api.put;
import static cn.quality.indicator.observation.Figures.figure;
import static cn.quality.indicator.observation.Figures.given;
import static cn.quality.indicator.observation.Figures.publish;
import static cn.quality.indicator.observation.Figures.record;
import static cn.quality.indicator.sdmx.Sdmx.find;
import static cn.quality.indicator.sdmx.Sdmx.get;
import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.indicator.IndicatorTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Structures of both generations, and of what there are data. */
@IndicatorTest
class StructureTest {

    private static final String JSON_1 = "application/vnd.sdmx.structure+json;version=1.0.0";
    private static final String JSON_2 = "application/vnd.sdmx.structure+json;version=2.0.0";

    @BeforeEach
    void figures() {
        Sdmx.publishedFor(StructureTest.class);
    }

    /** As rsdmx and the client of Banca d'Italia ask for them. */
    @ParameterizedTest
    @CsvSource({
        "/v1/dataflow/all/all/latest/,                                       2, 0, 0, 0",
        "/v1/dataflow/all/all/latest,                                        2, 0, 0, 0",
        "/v1/dataflow,                                                       2, 0, 0, 0",
        "/v1/datastructure/all/DSD_QUALITY/latest/?references=children,      0, 6, 1, 1",
        "/v1/datastructure/RZ/DSD_QUALITY/1.0.0?references=children,         0, 6, 1, 1",
        "/v1/datastructure/RZ/DSD_QUALITY/1.0.0?references=all,              2, 6, 1, 1",
        "/v1/datastructure/RZ/DSD_QUALITY,                                   0, 0, 0, 1",
        "/v1/dataflow/RZ/DF_QUALITY/1.0.0?references=children,               1, 0, 0, 1",
        "/v1/dataflow/RZ/DF_QUALITY/1.0.0?references=descendants,            1, 6, 1, 1",
        "/v1/codelist/RZ/CL_FREQ/latest,                                     0, 1, 0, 0",
        "/v1/codelist/RZ/CL_FREQ?references=parents,                         0, 1, 0, 1",
        "/v1/conceptscheme/RZ/CS_QUALITY,                                    0, 0, 1, 0",
        "/v2/structure/dataflow/all/DF_QUALITY/+?format=sdmx-2.1,            1, 0, 0, 0",
        "/v2/structure/dataflow/all/DF_QUALITY/%2B?format=sdmx-2.1,          1, 0, 0, 0",
        "/v2/structure/datastructure/RZ/DSD_QUALITY/1.0.0?format=sdmx-2.1&references=children, 0, 6, 1, 1",
        "/v2/structure/*/*/*/*,                                              2, 6, 1, 1",
        "'/v2/structure/codelist/RZ/CL_FREQ,CL_AREA/1.0+.0',                 0, 2, 0, 0",
    })
    void whatIsAskedForAndWhatItRefersTo(String path, int flows, int codelists, int schemes, int structures) {
        var response = get(path, "application/xml");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        assertThat(find(response, "count(//*[local-name()='Dataflow'])")).isEqualTo("" + flows);
        assertThat(find(response, "count(//*[local-name()='Codelist'])")).isEqualTo("" + codelists);
        assertThat(find(response, "count(//*[local-name()='ConceptScheme'])")).isEqualTo("" + schemes);
        assertThat(find(response, "count(//*[local-name()='DataStructure'])")).isEqualTo("" + structures);
    }

    @Test
    void everyDimensionHasACodelistOfWhichTheMessageHasTheCodes() {
        var response = get("/v1/datastructure/all/DSD_QUALITY/latest/?references=children", "application/xml");
        assertThat(find(response, "count(//*[local-name()='Dimension'][@position])"))
                .isEqualTo("4");
        for (var dimension : new String[] {"FREQ", "REF_AREA", "INDICATOR", "SERIES"}) {
            var list = find(
                    response,
                    "//*[local-name()='Dimension'][@id='%s']//*[local-name()='Enumeration']/Ref/@id"
                            .formatted(dimension));
            assertThat(Integer.parseInt(find(
                            response,
                            "count(//*[local-name()='Codelist'][@id='%s']/*[local-name()='Code'])".formatted(list))))
                    .as(dimension)
                    .isPositive();
        }
        assertThat(find(response, "//*[local-name()='Code'][@id='T_SDMX_SIGNS']/*[local-name()='Name'][1]"))
                .isEqualTo("“绿色” & <节能> 产品合格率");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/structure/all/all/latest?references=all, " + JSON_1,
        "/v2/structure/*/*/*/+?references=all,        " + JSON_2,
    })
    void asJson(String path, String format) {
        var response = get(path, format);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).isEqualTo(format);
        assertThat(response.jsonPath().getList("data.codelists.id"))
                .containsExactlyInAnyOrder(
                        "CL_FREQ", "CL_AREA", "CL_INDICATOR", "CL_SERIES", "CL_OBS_STATUS", "CL_CONF_STATUS");
        assertThat(response.jsonPath().getList("data.dataStructures.version")).containsExactly("1.0.0");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/dataflow/ECB/all/latest,               404, no structures",
        "/v1/dataflow/RZ/NO_SUCH/latest,            404, no structures",
        "/v1/dataflow/RZ/DF_QUALITY/2.0.0,          404, no structures",
        "/v1/categoryscheme,                        404, no structures",
        "/v2/structure/dataflow/RZ/DF_QUALITY/2+.0, 404, no structures",
        "/v1/dataflow/RZ/DF_QUALITY/newest,         400, version",
        "/v1/dataflow?references=cousins,           400, cousins",
        "/v1/dataflow?detail=little,                400, detail",
        "/v1/dataflow?refrences=all,                400, refrences",
        "/v2/structure/nothing,                     400, nothing",
        "/v2/dataflow/RZ/DF_QUALITY,                400, dataflow",
        "/v1/dataflow?detail=allstubs,              501, detail",
        "/v1/availability,                          400, availability",
    })
    void whatThereIsNot(String path, int status, String says) {
        var response = get(path, "application/xml");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.asString()).contains(says);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/availableconstraint/DF_QUALITY/A.371100.PRD_SUPERV_PASS.ACTUAL",
                "/v1/availableconstraint/RZ,DF_QUALITY,1.0.0/A.371100.PRD_SUPERV_PASS.ACTUAL/all/all?mode=exact",
                "/v2/availability/dataflow/RZ/DF_QUALITY/1.0.0/A.371100.PRD_SUPERV_PASS.ACTUAL",
                "/v2/availability/dataflow/RZ/DF_QUALITY/+?c[INDICATOR]=PRD_SUPERV_PASS&c[SERIES]=ACTUAL&c[REF_AREA]=371100",
            })
    void ofWhatThereAreDataAndHowMany(String path) {
        var xml = get(path, "application/xml");
        assertThat(xml.statusCode()).as(xml.asString()).isEqualTo(200);
        assertThat(find(xml, "//*[local-name()='Annotation'][@id='series_count']/*[local-name()='AnnotationTitle']"))
                .isEqualTo("1");
        assertThat(find(xml, "//*[local-name()='Annotation'][@id='obs_count']/*[local-name()='AnnotationTitle']"))
                .isEqualTo("4");
        assertThat(find(xml, "//*[local-name()='KeyValue'][@id='REF_AREA']/*[local-name()='Value']"))
                .isEqualTo("371100");
        assertThat(find(xml, "//*[local-name()='StartPeriod']")).isEqualTo("2015-01-01");
        assertThat(find(xml, "//*[local-name()='EndPeriod']")).isEqualTo("2020-12-31");
        var json = get(path, path.startsWith("/v1") ? JSON_1 : JSON_2);
        assertThat(json.asString()).contains("\"obs_count\"").contains("\"title\":\"4\"");
    }

    @Test
    void availabilityWithTheCodesInUse() {
        var response = get(
                "/v1/availableconstraint/DF_QUALITY/Q..T_SDMX_QUARTERS./all/INDICATOR?references=codelist&startPeriod=2019",
                "application/xml");
        assertThat(find(response, "count(//*[local-name()='KeyValue'])")).isEqualTo("1");
        assertThat(find(response, "count(//*[local-name()='Codelist'][@id='CL_INDICATOR']/*[local-name()='Code'])"))
                .isEqualTo("1");
        assertThat(find(response, "//*[local-name()='Annotation'][@id='obs_count']/*[local-name()='AnnotationTitle']"))
                .isEqualTo("4");
    }

    /** What is counted at publication is what is counted by reading it all. */
    @ParameterizedTest
    @ValueSource(strings = {"*", "A", "*.990700", "*.*.T_SDMX_COUNTED", "A.990701", "*.*.*.TARGET", "Q,A.990701"})
    void whatWasCountedIsWhatIsRead(String key) {
        given("T_SDMX_COUNTED");
        record(
                figure("T_SDMX_COUNTED", "990700", "2018-Q1", "\"value\": 90"),
                figure("T_SDMX_COUNTED", "990701", "2017", "\"value\": 90"));
        publish("T_SDMX_COUNTED");
        // Revised, and reported under another definition: a period is one all the same.
        record(figure("T_SDMX_COUNTED", "990700", "2018-Q1", "\"value\": 90.5, \"reason\": \"复核更正\""));
        publish("T_SDMX_COUNTED");
        put("/definitions/T_SDMX_COUNTED/2", """
                {"indicator": "T_SDMX_COUNTED", "version": 2, "validFrom": "2016-01-01", "unit": "%", "measure": "RATE",
                 "scope": {"zh": "抽检", "en": "sampling"}, "decimals": 1, "breakReason": {"zh": "口径改变", "en": "another"}}""");
        record(
                figure("T_SDMX_COUNTED", "990700", "2018-Q1", "\"definition\": 2, \"value\": 91"),
                figure("T_SDMX_COUNTED", "990700", "2017-Q4", "\"definition\": 2, \"value\": 91"));
        publish("T_SDMX_COUNTED");
        var path = "/v2/availability/dataflow/RZ/DF_QUALITY/1.0.0/" + key;
        assertThat(counted(path)).isEqualTo(counted(path + "?startPeriod=1900"));
        assertThat(counted("/v2/availability/dataflow/RZ/DF_QUALITY/1.0.0/Q.990700.T_SDMX_COUNTED.ACTUAL"))
                .contains(">2<");
    }

    private static String counted(String path) {
        var xml = get(path, "application/xml");
        assertThat(xml.statusCode()).as(xml.asString()).isEqualTo(200);
        return xml.asString().replaceAll("<[^>]*:(ID|Prepared)>[^<]*<", "<");
    }

    @Test
    void availabilityOfNothing() {
        assertThat(get("/v1/availableconstraint/DF_QUALITY/..T_SDMX_EMPTY.ACTUAL", "*/*")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/v2/availability/dataflow/RZ/DF_QUALITY/1.0.0/*.*.T_SDMX_EMPTY.ACTUAL", "*/*")
                        .statusCode())
                .isEqualTo(204);
    }
}

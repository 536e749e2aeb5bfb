package cn.quality.indicator.sdmx;

import static cn.quality.indicator.sdmx.Sdmx.find;
import static cn.quality.indicator.sdmx.Sdmx.get;
import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.indicator.IndicatorTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /sdmx/v1}: data as clients of SDMX 2.1 ask for them. */
@IndicatorTest
class DataV1Test {

    private static final String GENERIC = "application/vnd.sdmx.genericdata+xml;version=2.1";
    private static final String SPECIFIC = "application/vnd.sdmx.structurespecificdata+xml;version=2.1";
    private static final String JSON = "application/vnd.sdmx.data+json;version=1.0.0";
    private static final String CSV = "application/vnd.sdmx.data+csv;version=1.0.0";
    private static final String PASS = "/v1/data/DF_QUALITY/A.371100.PRD_SUPERV_PASS.ACTUAL";

    @BeforeEach
    void figures() {
        Sdmx.publishedFor(DataV1Test.class);
    }

    @ParameterizedTest
    @CsvSource({
        "application/xml, application/xml",
        "text/xml, text/xml",
        "*/*, application/vnd.sdmx.genericdata+xml",
        "'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', application/xml",
        "application/vnd.sdmx.genericdata+xml;version=2.1, application/vnd.sdmx.genericdata+xml",
    })
    void genericDataUnlessAnotherFormatIsAskedFor(String accept, String type) {
        var response = get(PASS + "/all/?startPeriod=2015&endPeriod=2020", accept);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).startsWith(type);
        assertThat(response.header("Vary")).isEqualTo("Accept, Accept-Language");
        assertThat(find(response, "name(/*)")).isEqualTo("mes:GenericData");
        assertThat(find(response, "count(//*[local-name()='Obs'])")).isEqualTo("4");
    }

    /** A slash before the question mark, codes joined by a plus, the provider, commas and pluses encoded. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/data/DF_QUALITY/A.371100+371102..ACTUAL/all/",
                "/v1/data/DF_QUALITY/A.371100%2B371102..ACTUAL/all/",
                "/v1/data/RZ,DF_QUALITY,1.0.0/A.371100+371102..ACTUAL",
                "/v1/data/RZ%2CDF_QUALITY%2C1.0.0/A.371100%2B371102..ACTUAL?startPeriod=2010",
                "/v1/data/RZ,DF_QUALITY/A.371100+371102..ACTUAL/RZ",
                "/v1/data/RZ,DF_QUALITY,latest/A.371100+371102..ACTUAL/?endPeriod=2030",
            })
    void asClientsWriteIt(String path) {
        var response = get(path, "application/xml");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        assertThat(find(response, "count(//*[local-name()='Value'][@id='REF_AREA'][@value='371102'])"))
                .isEqualTo("1");
        assertThat(find(response, "count(//*[local-name()='Value'][@id='FREQ'][not(@value='A')])"))
                .isEqualTo("0");
    }

    @Test
    void aFigureWithAllThatBelongsToIt() {
        var response = get(PASS + "?startPeriod=2018&endPeriod=2018", SPECIFIC);
        assertThat(find(response, "name(/*)")).isEqualTo("mes:StructureSpecificData");
        assertThat(find(response, "//Series/@UNIT_MEASURE")).isEqualTo("%");
        assertThat(find(response, "//Series/@DECIMALS")).isEqualTo("1");
        assertThat(find(response, "//Obs/@TIME_PERIOD")).isEqualTo("2018");
        assertThat(find(response, "//Obs/@OBS_VALUE")).isEqualTo("95.50");
        assertThat(find(response, "//Obs/@OBS_STATUS")).isEqualTo("A");
        assertThat(find(response, "//Obs/@CONF_STATUS")).isEqualTo("F");
        assertThat(find(response, "//Obs/@SOURCE_QUOTE")).isEqualTo("测试通报");
    }

    /** 97 or more must not leave as 97. */
    @Test
    void aQualifierIsTold() {
        assertThat(find(get(PASS + "?startPeriod=2020", SPECIFIC), "//Obs/@SOURCE_QUOTE"))
                .isEqualTo("≥ 97；测试通报");
    }

    @ParameterizedTest
    @ValueSource(strings = {GENERIC, SPECIFIC})
    void whatIsMissingStaysWithItsStatusAndWithoutANumber(String format) {
        var response = get(PASS + "?startPeriod=2019&endPeriod=2019", format);
        assertThat(find(response, "count(//*[local-name()='Obs'])")).isEqualTo("1");
        assertThat(response.asString())
                .contains("\"M\"")
                .doesNotContain("ObsValue")
                .doesNotContain("OBS_VALUE");
    }

    @Test
    void theEndIsTheLastInstantOfItsPeriod() {
        var quarters = "/v1/data/DF_QUALITY/Q..T_SDMX_QUARTERS.ACTUAL?startPeriod=2018&endPeriod=2018";
        var response = get(quarters, CSV);
        assertThat(response.asString().lines().skip(1))
                .hasSize(4)
                .last()
                .asString()
                .contains("2018-Q4");
        assertThat(get(quarters.replace("endPeriod=2018", "endPeriod=2018-Q2"), CSV)
                        .asString()
                        .lines()
                        .skip(1))
                .hasSize(2);
    }

    @Test
    void figuresOfPlansAreSeriesOfTheCity() {
        var response = get("/v1/data/DF_QUALITY/A..PRD_SUPERV_PASS.BASELINE+TARGET", SPECIFIC);
        assertThat(find(response, "//Series[@SERIES='BASELINE']/@REF_AREA")).isEqualTo("371100");
        assertThat(find(response, "//Series[@SERIES='BASELINE']/Obs/@OBS_VALUE"))
                .isEqualTo("93.20");
        assertThat(find(response, "//Series[@SERIES='TARGET']/Obs/@TIME_PERIOD"))
                .isEqualTo("2020");
        assertThat(find(response, "//Series[@SERIES='TARGET']/Obs/@SOURCE_QUOTE"))
                .isEqualTo("97%以上");
    }

    @Test
    void namesWithSignsAreWellFormedEverywhere() {
        for (var format : new String[] {GENERIC, SPECIFIC, JSON}) {
            assertThat(get("/v1/data/DF_QUALITY/..T_SDMX_SIGNS.", format).statusCode())
                    .isEqualTo(200);
        }
        assertThat(get("/v1/data/DF_QUALITY/..T_SDMX_SIGNS.", JSON, "Accept-Language", "zh")
                        .path("data.structure.dimensions.series[2].values[0].name")
                        .toString())
                .isEqualTo("“绿色” & <节能> 产品合格率");
    }

    @Test
    void asTable() {
        var response = get(PASS + "?startPeriod=2018", CSV);
        assertThat(response.asString())
                .isEqualTo("DATAFLOW,FREQ,REF_AREA,INDICATOR,SERIES,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,DECIMALS,"
                        + "OBS_STATUS,CONF_STATUS,SOURCE_QUOTE\r\n"
                        + "RZ:DF_QUALITY(1.0.0),A,371100,PRD_SUPERV_PASS,ACTUAL,2018,95.50,%,1,A,F,测试通报\r\n"
                        + "RZ:DF_QUALITY(1.0.0),A,371100,PRD_SUPERV_PASS,ACTUAL,2019,,%,1,M,F,测试通报\r\n"
                        + "RZ:DF_QUALITY(1.0.0),A,371100,PRD_SUPERV_PASS,ACTUAL,2020,97,%,1,A,F,≥ 97；测试通报\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "detail=dataonly,       4, 0, 4",
        "detail=serieskeysonly, 0, 0, 0",
        "detail=nodata,         0, 1, 0",
        "firstNObservations=1,  1, 2, 1",
        "lastNObservations=2,   2, 3, 2",
    })
    void asMuchAsIsAskedFor(String parameter, int observations, int attributes, int values) {
        var response = get(PASS + "?" + parameter, GENERIC);
        assertThat(find(response, "count(//*[local-name()='Series'])")).isEqualTo("1");
        assertThat(find(response, "count(//*[local-name()='Obs'])")).isEqualTo("" + observations);
        assertThat(find(response, "count(//*[local-name()='Attributes'])")).isEqualTo("" + attributes);
        assertThat(find(response, "count(//*[local-name()='ObsDimension'])")).isEqualTo("" + values);
    }

    @ParameterizedTest
    @ValueSource(strings = {GENERIC, SPECIFIC, JSON, CSV})
    void observationsByThemselves(String format) {
        var response = get(PASS + "?dimensionAtObservation=AllDimensions", format);
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/data/DF_QUALITY/A.371100.T_SDMX_EMPTY.ACTUAL, 404, 100, no data",
        "/v1/data/DF_QUALITY/A.371100.NO_SUCH.ACTUAL,      404, 100, dimension INDICATOR has no code NO_SUCH",
        "/v1/data/DF_QUALITY/A.371100+999999..ACTUAL,      404, 100, dimension REF_AREA has no code 999999",
        "/v1/data/DF_QUALITY/X...,                         404, 100, dimension FREQ has no code X",
        "/v1/data/DF_OTHER/all,                            404, 100, dataflow DF_OTHER",
        "/v1/data/DF_QUALITY/all/ECB,                      404, 100, provider ECB",
        "/v1/data/DF_QUALITY/A.371100,                     422, 150, 4 dimensions",
        "/v1/data/DF_QUALITY?startPeriod=2020&endPeriod=2015, 422, 150, startPeriod",
        "/v1/data/DF_QUALITY?endPriod=2015,                400, 140, endPriod",
        "/v1/data/DF_QUALITY?asOf=2015-01-01,              400, 140, asOf",
        "/v1/data/DF_QUALITY?startPeriod=2018-Q5,          400, 140, startPeriod=2018-Q5",
        "/v1/data/DF_QUALITY?startPeriod=2018&startPeriod=2019, 400, 140, once",
        "/v1/data/DF_QUALITY?detail=little,                400, 140, detail",
        "/v1/data/DF_QUALITY?firstNObservations=0,         400, 140, firstNObservations",
        "/v1/data/DF_QUALITY?dimensionAtObservation=REF_AREA, 501, 501, dimensionAtObservation",
        "/v1/data/DF_ASSESSMENT/A..PRD_SUPERV_PASS.,        404, 100, no data",
        "/v1/schema/dataflow/RZ/DF_QUALITY,                501, 501, schema",
        "/v1/nothing,                                      400, 140, nothing",
    })
    void whatCannotBeAnsweredIsSaidInTheFormatAskedFor(String path, int status, String code, String says) {
        var xml = get(path, "application/xml");
        assertThat(xml.statusCode()).as(xml.asString()).isEqualTo(status);
        assertThat(find(xml, "//*[local-name()='ErrorMessage']/@code")).isEqualTo(code);
        assertThat(find(xml, "string(//*[local-name()='Text'][2])")).contains(says);
        assertThat(xml.header("Cache-Control")).isEqualTo("no-store");
        var json = get(path, JSON, "Accept-Language", "en");
        assertThat(json.statusCode()).isEqualTo(status);
        assertThat(json.path("errors[0].code").toString()).isEqualTo(code);
        assertThat(json.path("errors[0].detail").toString()).contains(says);
        var csv = get(path, CSV, "Accept-Language", "en");
        assertThat(csv.statusCode()).isEqualTo(status);
        assertThat(csv.asString())
                .startsWith("ERROR_CODE,ERROR_TEXT\r\n" + code + ",")
                .contains(says);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/pdf",
                "text/html",
                "application/vnd.sdmx.data+json;version=2.0.0",
                "application/vnd.sdmx.genericdata+xml;version=3.0"
            })
    void aFormatThatIsNotOffered(String accept) {
        assertThat(get(PASS, accept).statusCode()).isEqualTo(406);
    }

    @Test
    void whoHasItAlreadyIsToldSo() {
        var response = get(PASS, GENERIC);
        var tag = response.header("ETag");
        assertThat(get(PASS, GENERIC, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get(PASS, GENERIC, "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
        assertThat(get(PASS, GENERIC, "If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT")
                        .statusCode())
                .isEqualTo(304);
        assertThat(get(PASS, GENERIC, "If-Modified-Since", "Thu, 01 Jan 2015 00:00:00 GMT")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(PASS, SPECIFIC).header("ETag")).isNotEqualTo(tag);
        assertThat(get(PASS, GENERIC).asString()).isEqualTo(response.asString());
    }
}

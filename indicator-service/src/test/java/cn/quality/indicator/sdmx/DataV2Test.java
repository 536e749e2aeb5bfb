package cn.quality.indicator.sdmx;

import static cn.quality.indicator.observation.Figures.figure;
import static cn.quality.indicator.observation.Figures.publish;
import static cn.quality.indicator.observation.Figures.record;
import static cn.quality.indicator.sdmx.Sdmx.find;
import static cn.quality.indicator.sdmx.Sdmx.get;
import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.indicator.Api;
import cn.quality.indicator.IndicatorTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /sdmx/v2}: data as clients of SDMX 3 ask for them. */
@IndicatorTest
class DataV2Test {

    private static final String SPECIFIC = "application/vnd.sdmx.structurespecificdata+xml;version=2.1";
    private static final String JSON = "application/vnd.sdmx.data+json;version=2.0.0";
    private static final String CSV = "application/vnd.sdmx.data+csv;version=2.0.0";
    private static final String FLOW = "/v2/data/dataflow/RZ/DF_QUALITY/1.0.0";
    private static final String PASS = FLOW + "/A.371100.PRD_SUPERV_PASS.ACTUAL";
    private static final String QUARTERS = FLOW + "/Q.*.T_SDMX_QUARTERS.ACTUAL";

    @BeforeEach
    void figures() {
        Sdmx.publishedFor(DataV2Test.class);
    }

    /** As the client of Banca d'Italia asks. */
    @Test
    void structureSpecificDataForClientsThatReadNothingNewer() {
        var response = get(FLOW + "/A.371100.*.ACTUAL?startPeriod=2015&endPeriod=2020", SPECIFIC);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(find(response, "count(//Series[@INDICATOR='PRD_SUPERV_PASS']/Obs)"))
                .isEqualTo("4");
    }

    @ParameterizedTest
    @CsvSource({
        "*/*,                application/vnd.sdmx.data+json;version=2.0.0",
        "application/json,   application/json",
        "text/csv,           text/csv;charset=UTF-8",
        "application/vnd.sdmx.data+csv, application/vnd.sdmx.data+csv;version=2.0.0;charset=UTF-8",
        "application/xml,    application/xml;charset=UTF-8",
        "'application/vnd.sdmx.data+json;version=2.1.0, text/csv;q=0.5', application/vnd.sdmx.data+json;version=2.1.0",
    })
    void theFormatAskedFor(String accept, String type) {
        assertThat(get(PASS, accept).contentType()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v2/data/dataflow/RZ/DF_QUALITY/1.0.0/A.371100.PRD_SUPERV_PASS.ACTUAL",
                "/v2/data/dataflow/RZ/DF_QUALITY/+/A.371100.PRD_SUPERV_PASS.ACTUAL",
                "/v2/data/dataflow/RZ/DF_QUALITY/%2B/A.371100.PRD_SUPERV_PASS.ACTUAL",
                "/v2/data/dataflow/all/DF_QUALITY/*/A.371100.PRD_SUPERV_PASS.ACTUAL/",
                "/v2/data/*/*/*/*/A.371100.PRD_SUPERV_PASS.ACTUAL",
                "/v2/data/datastructure/RZ/DSD_QUALITY/1.0+.0/A.371100.PRD_SUPERV_PASS.ACTUAL",
                "/v2/data?c[FREQ]=A&c[REF_AREA]=371100&c[INDICATOR]=PRD_SUPERV_PASS&c[SERIES]=ACTUAL",
                "/v2/data?c%5BFREQ%5D=A&c%5BREF_AREA%5D=371100&c%5BINDICATOR%5D=PRD_SUPERV_PASS&c%5BSERIES%5D=eq:ACTUAL",
                "/v2/data/dataflow/RZ/DF_QUALITY/1.0.0/A.371100.PRD_SUPERV_PASS?c[SERIES]=ne:TARGET+ne:BASELINE",
            })
    void theSameInManyWords(String path) {
        assertThat(get(path, CSV).asString())
                .isEqualTo(get(PASS, CSV).asString())
                .contains("2018,95.50");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "c[TIME_PERIOD]=ge:2018-Q3+le:2019-Q1          | 2018-Q3,2018-Q4,2019-Q1",
                "c[TIME_PERIOD]=ge:2018-Q3%2Ble:2019-Q1        | 2018-Q3,2018-Q4,2019-Q1",
                "c%5BTIME_PERIOD%5D=ge%3A2018-Q3+le%3A2019-Q1  | 2018-Q3,2018-Q4,2019-Q1",
                "c[TIME_PERIOD]=2018-Q1,ge:2019-Q4             | 2018-Q1,2019-Q4",
                "c[TIME_PERIOD]=gt:2018                        | 2019-Q1,2019-Q2,2019-Q3,2019-Q4",
                "c[TIME_PERIOD]=le:2018                        | 2018-Q1,2018-Q2,2018-Q3,2018-Q4",
                "c[TIME_PERIOD]=lt:2018-07-01                  | 2018-Q1,2018-Q2",
                "c[TIME_PERIOD]=ge:2019&endPeriod=2019-Q2      | 2019-Q1,2019-Q2",
                "startPeriod=2018-10&endPeriod=2019-03-31      | 2018-Q4,2019-Q1",
                "firstNObservations=1&lastNObservations=1      | 2018-Q1,2019-Q4",
                "limit=2                                       | 2018-Q1,2018-Q2",
                "limit=2&offset=3                              | 2018-Q4,2019-Q1",
                "sort=TIME_PERIOD:desc+REF_AREA&limit=2        | ",
                "sort=REF_AREA+TIME_PERIOD:desc&limit=2        | 2019-Q4,2019-Q3",
                "sort=*:desc&limit=1                           | 2019-Q4",
            })
    void asMuchAsIsAskedFor(String parameters, String periods) {
        var response = get(QUARTERS + "?" + parameters.strip(), CSV);
        if (periods == null) {
            assertThat(response.statusCode()).isEqualTo(501);
            return;
        }
        assertThat(response.asString().lines().skip(1).map(line -> line.split(",", -1)[7]))
                .containsExactly(periods.split(",", -1));
    }

    @ParameterizedTest
    @CsvSource({
        "attributes=none&measures=none, 1, 0",
        "attributes=series&measures=none, 1, 0",
        "attributes=none,               1, 4",
        "attributes=OBS_STATUS,         1, 4",
        "measures=none,                 1, 4",
    })
    void partsOfIt(String parameters, int series, int observations) {
        var response = get(PASS + "?" + parameters, SPECIFIC);
        assertThat(find(response, "count(//Series)")).isEqualTo("" + series);
        assertThat(find(response, "count(//Obs)")).isEqualTo("" + observations);
        assertThat(response.asString().contains("OBS_VALUE")).isEqualTo(!parameters.contains("measures=none"));
        assertThat(response.asString().contains("OBS_STATUS"))
                .isEqualTo(parameters.contains("OBS_STATUS") || parameters.equals("measures=none"));
        get(PASS + "?" + parameters, JSON);
        get(PASS + "?" + parameters, CSV);
    }

    @Test
    void severalKeysAndWhatIsLeftOutAtTheEnd() {
        var response = get(FLOW + "/A.371100.PRD_SUPERV_PASS.TARGET,Q.*.T_SDMX_QUARTERS", SPECIFIC);
        assertThat(find(response, "count(//Series)")).isEqualTo("2");
    }

    @Test
    void whatIsMissingHasAStatusAndNoNumber() {
        var missing = PASS + "?c[OBS_STATUS]=M";
        assertThat(get(missing, JSON).asString()).contains("\"observations\":{\"0\":[null,0,0,\"测试通报\"]}");
        assertThat(get(missing, "application/vnd.sdmx.data+json;version=2.1.0").asString())
                .contains("[\"NaN\",");
        assertThat(get(missing, CSV).asString().lines().skip(1))
                .singleElement()
                .asString()
                .contains(",2019,,");
        assertThat(get(missing, "application/vnd.sdmx.data+csv;version=2.1.0").asString())
                .contains(",2019,NaN,");
    }

    @Test
    void aTableWithNames() {
        assertThat(get(PASS + "?startPeriod=2018&endPeriod=2018", CSV + ";labels=both", "Accept-Language", "en")
                        .asString())
                .isEqualTo(
                        "STRUCTURE,STRUCTURE_ID,ACTION,FREQ: Frequency,REF_AREA: Reference area,INDICATOR: Indicator,"
                                + "SERIES: Kind of figure,TIME_PERIOD: Time period,OBS_VALUE: Observation value,"
                                + "UNIT_MEASURE: Unit of measure,DECIMALS: Decimals,OBS_STATUS: Observation status,"
                                + "CONF_STATUS: Confidentiality status,SOURCE_QUOTE: Source or quotation\r\n"
                                + "dataflow,RZ:DF_QUALITY(1.0.0): Quality indicators,I,A: annual,371100: 日照市,"
                                + "PRD_SUPERV_PASS: Pass rate of tests,ACTUAL: Actual,2018,95.50,%,1,A: normal,"
                                + "F: Free for publication,测试通报\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "/A.371100.T_SDMX_EMPTY.ACTUAL,              204, ",
        "/A.371100.PRD_SUPERV_PASS.ACTUAL?startPeriod=2050, 204, ",
        "/A.371100.NO_SUCH.ACTUAL,                   422, dimension INDICATOR has no code NO_SUCH",
        "?c[REF_AREA]=371100&c[FREQ]=W,              422, dimension FREQ has no code W",
        "/A.371100.*.ACTUAL.X,                       422, 4 dimensions",
        "?c[TIME_PERIOD]=ge:2018-Q9,                 400, 2018-Q9",
        "?c[FREQ]=zz:A,                              400, operator zz",
        "?c[NO_SUCH]=A,                              400, c[NO_SUCH]",
        "?c[FREQ]=A&c[FREQ]=Q,                       400, once",
        "?c[OBS_VALUE]=gt:90,                        501, c[OBS_VALUE]",
        "?attributes=NO_SUCH,                        422, attribute NO_SUCH",
        "?limit=0,                                   400, limit",
        "?asOf=yesterday,                            400, asOf=yesterday",
        "?asOf=2018-01-01&updatedAfter=2019-01-01,   422, asOf",
        "?includeHistory=perhaps,                    400, includeHistory",
        "?detail=full,                               400, detail",
        "?reportingYearStartDay=--07-01,             501, reportingYearStartDay",
    })
    void whatCannotBeAnsweredIsSaidInTheFormatAskedFor(String rest, int status, String says) {
        var json = get(FLOW + rest, "*/*", "Accept-Language", "en");
        assertThat(json.statusCode()).as(json.asString()).isEqualTo(status);
        if (says != null) {
            assertThat(json.contentType()).isEqualTo("application/json");
            assertThat(json.path("errors[0].detail").toString()).contains(says);
            assertThat(get(FLOW + rest, "application/xml").asString())
                    .contains("ErrorMessage")
                    .contains(says);
        }
    }

    @ParameterizedTest
    @CsvSource({"format=html, 406", "format=sdmx-9, 406", "format=csvdata, 200", "format=jsondata, 200"})
    void aFormatByItsName(String format, int status) {
        assertThat(get(PASS + "?" + format, "*/*").statusCode()).isEqualTo(status);
    }

    /** A correction is another version of the data, and the old one stays what it was. */
    @Test
    void whatWasKnownAndWhatWasCorrected() {
        Api.put("/indicators/T_SDMX_REVISED", Api.indicator("T_SDMX_REVISED", "修订合格率", "sdmx", "合格率达到97%以上"));
        var path = FLOW + "/A.371100.T_SDMX_REVISED.ACTUAL";
        record(
                figure("T_SDMX_REVISED", "371100", "2017", "\"value\": 91"),
                figure("T_SDMX_REVISED", "371100", "2018", "\"value\": 93.4"));
        publish("T_SDMX_REVISED");
        var first = publishedAt("T_SDMX_REVISED").getFirst();
        var before = get(path, JSON);
        record(figure("T_SDMX_REVISED", "371100", "2018", "\"value\": 93.2, \"reason\": \"复核更正\""));
        assertThat(get(path, CSV).asString())
                .as("a draft")
                .contains("2018,93.4,")
                .doesNotContain("93.2");
        publish("T_SDMX_REVISED");
        assertThat(get(path, JSON).header("ETag")).isNotEqualTo(before.header("ETag"));
        assertThat(get(path, CSV).asString()).contains("2018,93.2,").doesNotContain("93.4");
        assertThat(get(path + "?asOf=" + first, CSV).asString())
                .contains("2018,93.4,")
                .doesNotContain("93.2");
        assertThat(get(path + "?updatedAfter=" + first, CSV).asString())
                .contains("2018,93.2,")
                .doesNotContain("2017");
        assertThat(get(path + "?asOf=2010-01-01", CSV).statusCode()).isEqualTo(204);
        var history = get(path + "?includeHistory=true", SPECIFIC);
        assertThat(find(history, "count(//*[local-name()='DataSet'])")).isEqualTo("2");
        assertThat(find(history, "//*[local-name()='DataSet'][1]//Obs[@TIME_PERIOD='2018']/@OBS_VALUE"))
                .isEqualTo("93.4");
        assertThat(find(history, "//*[local-name()='DataSet'][2]//Obs[@TIME_PERIOD='2018']/@OBS_VALUE"))
                .isEqualTo("93.2");
        assertThat(find(history, "//*[local-name()='DataSet'][1]/@*[local-name()='validFromDate']"))
                .isEqualTo(first);
        assertThat(get(path + "?includeHistory=true", JSON).jsonPath().getList("data.dataSets.validFrom"))
                .hasSize(2);
        assertThat(get(path + "?includeHistory=true", CSV).asString().lines().skip(1))
                .hasSize(3);
    }

    private static List<String> publishedAt(String indicator) {
        return Api.anyone()
                .get("/observations?indicator=" + indicator)
                .jsonPath()
                .getList("items.publishedAt");
    }
}

package cn.quality.indicator.sdmx;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.indicator.IndicatorTest;
import io.restassured.RestAssured;
import it.bancaditalia.oss.sdmx.api.PortableTimeSeries;
import it.bancaditalia.oss.sdmx.client.SDMXClientFactory;
import it.bancaditalia.oss.sdmx.client.SdmxClientHandler;
import it.bancaditalia.oss.sdmx.exceptions.SdmxException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client that was written elsewhere reads both generations, and reads what the API shows. */
@IndicatorTest
class BancaDItaliaClientTest {

    @BeforeEach
    void figures() {
        Sdmx.publishedFor(BancaDItaliaClientTest.class);
    }

    @ParameterizedTest
    @CsvSource({
        "v1, " + SDMXClientFactory.SDMX_V2 + ", A.371100.PRD_SUPERV_PASS.ACTUAL",
        "v2, " + SDMXClientFactory.SDMX_V3 + ", A.371100.PRD_SUPERV_PASS.ACTUAL",
    })
    void readsFlowsStructureAndData(String entrance, String generation, String key) throws SdmxException {
        var provider = "RZ" + entrance;
        SdmxClientHandler.addProvider(
                provider,
                "http://localhost:" + RestAssured.port + "/sdmx/" + entrance,
                false,
                true,
                false,
                "Rizhao",
                generation);
        assertThat(SdmxClientHandler.getDimensions(provider, "RZ,DF_QUALITY,1.0.0").stream()
                        .map(dimension -> dimension.getId()))
                .containsExactly("FREQ", "REF_AREA", "INDICATOR", "SERIES");
        assertThat(SdmxClientHandler.getCodes(provider, "RZ,DF_QUALITY,1.0.0", "REF_AREA"))
                .containsKey("371102");
        var series = SdmxClientHandler.getTimeSeries(provider, "RZ,DF_QUALITY,1.0.0/" + key, "2015", "2020");
        assertThat(series).hasSize(1);
        assertThat(series.getFirst().stream().map(one -> one.getTimeslot()))
                .containsExactly("2015", "2018", "2019", "2020");
        assertThat(values(series.getFirst())).containsExactly(93.2, 95.5, Double.NaN, 97.0);
        assertThat(series.getFirst().getAttribute("UNIT_MEASURE")).isEqualTo("%");
    }

    private static List<Double> values(PortableTimeSeries<Double> series) {
        return series.stream().map(one -> one.getValueAsDouble()).toList();
    }
}

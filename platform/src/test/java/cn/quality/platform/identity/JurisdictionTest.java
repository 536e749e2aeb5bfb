package cn.quality.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JurisdictionTest {

    @ParameterizedTest
    @CsvSource({
        "371100, 371100, true",
        "371100, 371102, true",
        "371100, 371171, true",
        "371100, 371100-GXQ, true",
        "371100, 371200, false",
        "371100, 370000, false",
        "371102, 371102, true",
        "371102, 371103, false",
        "371102, 371100, false",
        "370000, 371102, true",
        "370000, 110101, false",
    })
    void coversItselfAndWhatLiesBelow(String own, String region, boolean covers) {
        assertThat(Jurisdiction.covers(own, region)).isEqualTo(covers);
    }
}

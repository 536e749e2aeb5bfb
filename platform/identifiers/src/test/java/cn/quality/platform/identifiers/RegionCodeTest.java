package cn.quality.platform.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.platform.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionCodeTest {

    @ParameterizedTest
    @CsvSource({
        "371100, 371102, true",
        "371100, 371100-GXQ, true",
        "371100, 371100, true",
        "370000, 371102, true",
        "371102, 371102, true",
        "371102, 371103, false",
        "371102, 371100, false",
        "371100, 370200, false",
        "371100-GXQ, 371100, false",
    })
    void coversWhatLiesInIt(String region, String other, boolean covers) {
        assertThat(new RegionCode(region).covers(new RegionCode(other))).isEqualTo(covers);
        assertThat(other.startsWith(new RegionCode(region).prefix())).isEqualTo(covers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "37110", "3711022", "37110A", "日照", "371100-", "071100"})
    void refusesOtherForms(String text) {
        assertThatThrownBy(() -> new RegionCode(text)).isInstanceOf(Problem.class);
    }
}

package cn.quality.standards.tbt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IcsClassTest {

    @ParameterizedTest
    @CsvSource({"43, true", "43.040, true", "43.040.20, true", "4, false", "43.04, false", "43., false", "430, false"})
    void aClassHasOneToThreeLevels(String text, boolean one) {
        assertThat(IcsClass.isOne(text)).isEqualTo(one);
    }

    /** 4 is no beginning of 43: what is looked for is a whole level. */
    @Test
    void aClassIsFoundByThoseItLiesIn() {
        assertThat(IcsClass.around(List.of("43.040.20", "67"))).containsExactly("43", "43.040", "43.040.20", "67");
    }
}

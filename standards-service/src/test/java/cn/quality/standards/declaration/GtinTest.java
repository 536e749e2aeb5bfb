package cn.quality.standards.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GtinTest {

    @ParameterizedTest
    @ValueSource(strings = {"96385074", "036000291452", "6901234567892", "16901234567899"})
    void takesAllFourLengths(String gtin) {
        assertThat(Gtin.hasForm(gtin)).isTrue();
        assertThat(Gtin.checks(gtin)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"6901234567891", "6901234567829", "96385075"})
    void noticesWrongAndSwappedDigits(String gtin) {
        assertThat(Gtin.hasForm(gtin)).isTrue();
        assertThat(Gtin.checks(gtin)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456789", "69012345678", "690123456789A", "690123456789２", "169012345678990"})
    void refusesOtherForms(String gtin) {
        assertThat(Gtin.hasForm(gtin)).isFalse();
    }
}

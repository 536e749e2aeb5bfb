package cn.quality.standards.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GtinTest {

    @ParameterizedTest
    @CsvSource({
        "6901234567892,       6901234567892",
        "06901234567892,      6901234567892",
        "/01/06901234567892,  6901234567892",
        "(01)06901234567892,  6901234567892",
        "' 6901234567892 ',   6901234567892",
        "036000291452,        0036000291452",
        "0036000291452,       0036000291452",
        "16901234567899,      16901234567899",
        "96385074,            96385074",
        "0000096385074,       96385074",
        "00000096385074,      96385074",
    })
    void everySpellingOfAProductHasOneNormalForm(String written, String normal) {
        assertThat(Gtin.read(written)).isEqualTo(new Gtin.Reading(normal, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6901234567891", "6901234567829", "96385075"})
    void noticesWrongAndSwappedDigits(String written) {
        assertThat(Gtin.read(written).flaw()).isEqualTo(Gtin.Flaw.CHECK_DIGIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789",
                "69012345678",
                "690123456789A",
                "690123456789２",
                "169012345678990",
                "/02/06901234567892",
                "00000000",
                "00000000000000",
            })
    void refusesOtherForms(String written) {
        assertThat(Gtin.read(written).flaw()).isEqualTo(Gtin.Flaw.FORM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2000000000008",
                "02000000000008",
                "/01/02000000000008",
                "0212345678909",
                "0412345678903",
                "9812345678902",
                "9912345678909",
                "20123451",
                "02345673"
            })
    void codesOfRestrictedCirculationNameNoProduct(String written) {
        assertThat(Gtin.read(written).flaw()).isEqualTo(Gtin.Flaw.RESTRICTED);
    }
}

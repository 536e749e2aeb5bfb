package cn.quality.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestNameTest {

    private static final List<String> KNOWN = List.of("kind", "q", "documentNumber", "validAt", "validOn", "区划");

    @ParameterizedTest
    @CsvSource({
        "knd, kind",
        "kinds, kind",
        "knid, kind",
        "KIND, kind",
        "Q, q",
        "document_number, documentNumber",
        "document-numbr, documentNumber",
        "validat, validAt",
        "valid0n, validOn",
    })
    void theOneThatWasMeant(String written, String meant) {
        assertThat(NearestName.of(written, KNOWN)).hasValue(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "colour", "kd", "documentNumberdocumentNumber"})
    void noneWhenNothingIsNear(String written) {
        assertThat(NearestName.of(written, KNOWN)).isEmpty();
        assertThat(NearestName.of(written + "?".repeat(100), KNOWN)).isEmpty();
    }
}

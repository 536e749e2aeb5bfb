package cn.quality.platform.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BundleTest {

    @Test
    void isNamedByTheHashOfItsFile() {
        var bundle = of("12.50");

        assertThat(new String(bundle.canonical(), UTF_8))
                .isEqualTo(
                        "{\"inputs\":{\"value\":\"12.50\"},\"kind\":\"example\",\"partials\":[],\"result\":{\"rank\":\"1\"},"
                                + "\"rules\":{},\"schemaVersion\":\"1\"}");
        // printf '%s' '{"inputs":…}' | sha256sum
        assertThat(bundle.digest()).isEqualTo("5532ec27d1cfe711fadb60b6cc650fb6ddb02ce3a417d6f98677db4ae7b1a1c0");
    }

    @Test
    void anotherWayOfWritingADecimalIsAnotherBundle() {
        assertThat(of("12.50").digest())
                .isEqualTo(of("12.50").digest())
                .isNotEqualTo(of("12.5").digest());
    }

    @Test
    void cannotBeChangedFromOutside() {
        var bundle = of("12.50");
        bundle.canonical()[0] = 0;

        assertThat(bundle.canonical()[0]).isEqualTo((byte) '{');
    }

    private static Bundle of(String value) {
        return Bundle.of("example", 1, Map.of("value", new BigDecimal(value)), Map.of(), List.of(), Map.of("rank", 1));
    }
}

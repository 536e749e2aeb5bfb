package cn.quality.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/credit/v1/../../q/metrics",
                "/api/./credit",
                "/api/credit/v1/%2e%2e/x",
                "/api/credit/v1/.%2E/x",
                "/api/credit%2fv1",
                "/api/credit%2Fv1",
                "/api/%252e%252e/x",
                "/api/%25",
                "/api\\credit",
                "/api%5Ccredit",
                "/api//credit",
                "/api/credit;v=1/x",
                "/api/credit%3bv=1",
                "/api/x%00.json",
                "/api/x%0d%0aSet-Cookie:a",
                "/api/%zz",
                "/api/%2",
                "/api/%c0%ae%c0%ae/x",
                "/api/日照",
                "/api?name=%00",
                "/api?name=%ff",
                "/api?name=%",
                "http://elsewhere/api",
                "*",
                ""
            })
    void refusesWhatTwoReadersCouldReadDifferently(String target) {
        assertThatThrownBy(() -> Address.parse(target)).isInstanceOf(Address.Trick.class);
    }

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/api/credit/v1, /api/credit/v1",
        "/api/cr%65dit/v1/, /api/credit/v1/",
        "/standards/..x, /standards/..x",
        "/credit/%E6%97%A5, /credit/日",
        "/api?name=a/../b&x=%2F%25, /api",
        "/api?name=a+b;c//d, /api",
        "/sdmx/v1/data/DF/A.371100+371102..ACTUAL/all/, /sdmx/v1/data/DF/A.371100+371102..ACTUAL/all/",
        "/sdmx/v1/data/RZ%2CDF%2C1.0.0/A.1%2B2..X, '/sdmx/v1/data/RZ,DF,1.0.0/A.1+2..X'",
        "/sdmx/v2/data/dataflow/RZ/DF/+/*?c[T]=ge:1+le:2&c%5BF%5D=A, /sdmx/v2/data/dataflow/RZ/DF/+/*"
    })
    void decodesTheRestOnce(String target, String path) throws Address.Trick {
        assertThat(Address.parse(target).path()).isEqualTo(path);
    }
}

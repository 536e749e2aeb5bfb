package cn.quality.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.gateway.OutsideWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(OutsideWorld.class)
@TestProfile(OverTlsTest.BehindAnEdge.class)
class OverTlsTest {

    public static final class BehindAnEdge implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("gateway.session.public-url", "https://quality.example/");
        }
    }

    @Test
    void theCookieIsOfThisHostAndOfNoPlainConnection() {
        var browser = new Browser();
        var back = browser.logIn("/login");
        assertThat(back.statusCode()).isEqualTo(303);
        var cookie = back.detailedCookie("__Host-session");
        assertThat(cookie.isSecured()).isTrue();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
        assertThat(browser.bearer()).isNotNull();

        browser.cookies().put("session", browser.cookies().remove("__Host-session"));
        assertThat(browser.bearer())
                .as("a neighbour can set a cookie of that name")
                .isNull();
    }
}

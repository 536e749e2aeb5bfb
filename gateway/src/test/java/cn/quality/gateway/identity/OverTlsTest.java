package cn.quality.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.gateway.AsDeployed;
import cn.quality.gateway.Ground;
import cn.quality.gateway.OutsideWorld;
import cn.quality.gateway.store.Migration;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(OutsideWorld.class)
@WithTestResource(Ground.class)
@TestProfile(AsDeployed.class)
class OverTlsTest {

    @Inject
    Migration migration;

    @BeforeEach
    void tablesAreThere() {
        assertThat(migration.done()).succeedsWithin(Duration.ofMinutes(1));
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

package cn.quality.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.quality.local.PartName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A system integrator follows the manual word for word. */
@SuiteTest
class DocsTest {

    private static final Pattern STEP = Pattern.compile(
            "<pre class=\"run\"><code>(.*?)</code></pre>(?:\\s*<pre class=\"shows\"><code>(.*?)</code></pre>)?",
            Pattern.DOTALL);

    private final Actors actors;

    DocsTest(Actors actors) {
        this.actors = actors;
    }

    @Test
    void everyCommandOfConnectingASystemGivesWhatItShows() throws IOException {
        // What a newcomer finds there: an entry that was published.
        Samples.published(actors, Samples.registered(actors, "日照示例接入食品有限公司"), "RED");
        var steps = STEP.matcher(actors.anybody()
                .get("/docs/connect")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        var before = new StringBuilder();
        var followed = new ArrayList<String>();
        while (steps.find()) {
            var command = here(text(steps.group(1)));
            if (steps.group(2) == null) {
                before.append(command);
            } else {
                Shell.shows(before + command, text(steps.group(2)));
            }
            followed.add(command);
        }
        assertThat(followed).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void aSampleTokenOpensWhatItsRoleMayOpen() {
        var token = actors.anybody()
                .post("/docs/sample-tokens/screening-bank")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .extract()
                .<String>path("access_token");
        actors.with(token).get("/api/credit/v1/changes?limit=1").then().statusCode(200);
        actors.anybody().post("/docs/sample-tokens/seeder").then().statusCode(404);
    }

    private String here(String command) {
        return command.replace(
                        "localhost:8080", actors.suite().url(PartName.GATEWAY).getAuthority())
                .replace("localhost:8084", actors.suite().url(PartName.KEYCLOAK).getAuthority());
    }

    private static String text(String html) {
        return html.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}

package cn.quality.gateway.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What holds without a database. */
class RulesTest {

    /** The example of the specification. */
    @Test
    void signsAsStandardWebhooksDoes() {
        assertThat(WebhookSignature.of(
                        List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1614265330),
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void secretsAreLongEnoughAndNeverTheSame() {
        assertThat(WebhookSignature.newSecret())
                .startsWith("whsec_")
                .hasSize(6 + 44)
                .isNotEqualTo(WebhookSignature.newSecret());
    }

    @Test
    void triesLessAndLessOften() {
        var random = new Random(1);
        assertThat(Backoff.after(1, random)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
        assertThat(Backoff.after(4, random)).isBetween(Duration.ofSeconds(108), Duration.ofSeconds(162));
        assertThat(Backoff.after(1_000, random)).isBetween(Duration.ofMinutes(192), Duration.ofMinutes(288));
        assertThat(Backoff.after(2, random)).as("jitter").isNotEqualTo(Backoff.after(2, random));
    }

    @Test
    void everyTypeOfTheServicesCanBeAskedFor() throws IOException {
        var published = new TreeSet<String>();
        for (var service : List.of("credit-service", "standards-service", "indicator-service")) {
            var schemas = Path.of("..", service, "src/main/resources/schemas");
            if (Files.isDirectory(schemas)) {
                try (var files = Files.list(schemas)) {
                    files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
                            .forEach(published::add);
                }
            }
        }
        assertThat(new TreeSet<>(EventCatalogue.TYPES)).isEqualTo(published);
    }

    @Test
    void aTypeCanBeMeantByEachOfItsBeginnings() {
        assertThat(EventCatalogue.waysToMean("cn.quality.credit.listing.published.v1"))
                .contains("cn.quality.credit.listing.published.v1", "cn.quality.credit.listing.*", "cn.quality.*");
        assertThat(EventCatalogue.knows("cn.quality.credit.listing.*")).isTrue();
        for (var unknown : List.of("*", "cn.quality.credit.list*", "cn.quality.credit.listing", "org.else.*", "")) {
            assertThat(EventCatalogue.knows(unknown)).as(unknown).isFalse();
        }
        assertThat(EventCatalogue.aggregate("cn.quality.credit.listing.published.v1"))
                .isEqualTo("cn.quality.credit.listing");
    }

    @Test
    void aRegionLiesInItsCityAndItsProvince() {
        assertThat(EventCatalogue.regionsAround("371102")).containsExactly("371102", "371100", "370000");
        assertThat(EventCatalogue.regionsAround("371102-KFQ"))
                .containsExactly("371102-KFQ", "371102", "371100", "370000");
        assertThat(EventCatalogue.regionsAround("")).isEmpty();
    }

    @Test
    void theDocumentedLifeIsTheRealOne() throws IOException {
        assertThat(Files.readString(Path.of("../docs/webhooks.md")))
                .contains("```mermaid\n" + WebhookState.mermaid() + "```");
    }
}

package cn.quality.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.gateway.feeds.TailedEvent;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SubjectsTest {

    private static final String CODE = "91371199MA3RH00187";
    private static final String OTHER = "91371199MA3RH00195";

    @Test
    void anAddressIsAboutAllAboveIt() {
        assertThat(Subjects.ofAddress("/api/credit/v1/listings"))
                .containsExactlyInAnyOrder("/api/credit/v1/listings", "/api/credit/v1", "/api/credit", "/api");
    }

    @Test
    void anAddressBelowAnEnterpriseIsAboutItAlone() {
        var enterprise = "/api/credit/v1/enterprises/" + CODE;
        assertThat(Subjects.ofAddress(enterprise)).containsExactlyInAnyOrder(enterprise, CODE);
        assertThat(Subjects.ofAddress(enterprise + "/status"))
                .containsExactlyInAnyOrder(enterprise + "/status", enterprise, CODE);
        assertThat(Subjects.ofAddress(enterprise.toLowerCase(java.util.Locale.ROOT)))
                .contains(CODE)
                .doesNotContain("/api/credit/v1");
    }

    @Test
    void aTextIsAboutTheEnterprisesItNames() {
        var text =
                "{\"uscc\":\"%s\",\"parent\":\"%s\",\"no\":\"X%s\",\"id\":\"0199E0F0\"}".formatted(CODE, OTHER, CODE);
        assertThat(Subjects.named(bytes(text))).containsExactlyInAnyOrder(CODE, OTHER);
        assertThat(Subjects.named(bytes(CODE))).containsExactly(CODE);
        assertThat(Subjects.named(bytes("I2345678901234567O"))).isEmpty();
    }

    @Test
    void anEventInvalidatesItsEnterprisesAndTheAddressesOfItsTopic() {
        assertThat(InvalidationRules.subjectsOf(event("quality.credit.record")))
                .containsExactlyInAnyOrder(
                        CODE,
                        OTHER,
                        "/api/credit/v1/honours",
                        "/api/indicators/v1/live",
                        "/api/indicators/v1/dashboards");
        assertThat(InvalidationRules.subjectsOf(event("quality.credit.listing")))
                .contains(CODE, OTHER, "/api/credit/v1", "/api/standards/v1", "/api/indicators/v1");
        assertThat(InvalidationRules.subjectsOf(event("quality.indicator.observation")))
                .containsExactlyInAnyOrder(CODE, OTHER, "/api/indicators/v1", "/sdmx");
        assertThat(InvalidationRules.subjectsOf(event("quality.indicator.assessment")))
                .contains("/sdmx");
        assertThat(InvalidationRules.subjectsOf(event("quality.indicator.live")))
                .containsExactlyInAnyOrder(CODE, OTHER, "/api/indicators/v1");
        assertThat(Subjects.ofAddress("/sdmx/v1/data/DF_QUALITY")).contains("/sdmx");
        assertThat(InvalidationRules.subjectsOf(event("quality.something.new")))
                .contains("/api/credit/v1", "/api/standards/v1", "/api/indicators/v1", "/sdmx");
    }

    @Test
    void aPageGoesWithWhatIsShownOnIt() {
        for (var page : new String[] {"city", "areas/371102", "domains/product", "indicators/PRD_SUPERV_PASS"}) {
            for (var topic : new String[] {
                "quality.indicator.observation",
                "quality.indicator.assessment",
                "quality.credit.listing",
                "quality.standards.declaration"
            }) {
                assertThat(Subjects.ofAddress("/api/indicators/v1/dashboards/" + page))
                        .as("%s after %s", page, topic)
                        .containsAnyElementsOf(InvalidationRules.subjectsOf(event(topic)));
            }
        }
    }

    @Test
    void onlyWholeWordsAreCodes() {
        assertThat(Subjects.named(bytes(CODE + "," + OTHER))).containsExactlyInAnyOrder(CODE, OTHER);
        for (var notOne : new String[] {"A" + CODE, CODE + "0", CODE + "Z", CODE.substring(1), "9" + CODE}) {
            assertThat(Subjects.named(bytes(notOne))).isEmpty();
        }
        for (var around : new String[] {"/", ":", "@", "[", "a", "\u00e9"}) {
            assertThat(Subjects.named(bytes(around + CODE + around))).containsExactly(CODE);
        }
    }

    @Test
    void aSubjectHasOneSlot() {
        assertThat(Subjects.slots(java.util.Set.of("/api", CODE)))
                .containsExactlyInAnyOrder(Invalidations.slot("/api"), Invalidations.slot(CODE));
        assertThat(Subjects.slots(java.util.Set.of())).isEmpty();
    }

    private static TailedEvent event(String topic) {
        var data = bytes("{\"uscc\":\"" + CODE + "\"}");
        return new TailedEvent(topic, 0, 0, 0, "", "", "", OTHER, 0, "", data);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

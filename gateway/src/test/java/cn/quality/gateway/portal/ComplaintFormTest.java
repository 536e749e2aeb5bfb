package cn.quality.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.gateway.portal.ComplaintForm.Kind;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComplaintFormTest {

    @Test
    void whatWasTypedGoesToTheServicesOwnFields() {
        var form = ComplaintForm.of(
                Kind.MAJOR_ACCIDENT,
                Map.of(
                        "key", "k-1",
                        "kind", "MAJOR_ACCIDENT",
                        "region", "371102",
                        "contact.phone", "0633-0000000",
                        "accident.at", "2026-11-20T14:30",
                        "accident.deaths", "0",
                        "accident.directLoss", "1000000.50"));

        assertThat(form.toJson())
                .isEqualTo(new JsonObject()
                        .put("kind", "MAJOR_ACCIDENT")
                        .put("region", "371102")
                        .put("contact", new JsonObject().put("phone", "0633-0000000"))
                        .put(
                                "accident",
                                new JsonObject()
                                        .put("at", "2026-11-20T06:30:00Z")
                                        .put("deaths", BigDecimal.ZERO)
                                        .put("directLoss", new BigDecimal("1000000.50"))));
        assertThat(form.key()).isEqualTo("k-1");
    }

    @Test
    void whatIsNoNumberGoesAsItIsAndTheServiceSaysSo() {
        var form = ComplaintForm.of(Kind.RECALL, Map.of("key", "k", "recall.quantity", "许多"));

        assertThat(form.toJson().getJsonObject("recall").getString("quantity")).isEqualTo("许多");
    }

    @Test
    void aFormHasAKeyFromTheBeginningSoThatASecondClickFilesNothing() {
        var one = ComplaintForm.empty(Kind.REPORT, Optional.of("91371199MA3RH00187"));

        assertThat(one.key())
                .isNotBlank()
                .isNotEqualTo(ComplaintForm.empty(Kind.REPORT, Optional.empty()).key());
        assertThat(one.get("uscc")).isEqualTo("91371199MA3RH00187");
        assertThat(ComplaintForm.of(Kind.REPORT, Map.of()).key()).isNotBlank();
    }

    @Test
    void nothingElseIsAKind() {
        assertThat(Kind.of("REPORT")).contains(Kind.REPORT);
        assertThat(Kind.of("report")).isEmpty();
        assertThat(Kind.of(null)).isEmpty();
    }
}

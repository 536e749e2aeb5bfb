package cn.quality.gateway.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.gateway.Ground;
import cn.quality.gateway.OutsideWorld;
import cn.quality.testing.ApiDocument;
import cn.quality.testing.OpenApiContract;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The published document of the gateway's own API. */
@QuarkusTest
@WithTestResource(OutsideWorld.class)
@WithTestResource(Ground.class)
class OpenApiTest extends OpenApiContract {

    @Test
    void everyReadOfAWebhookSaysWhatItAnswers() {
        assertThat(ApiDocument.served().operations())
                .filteredOn(operation -> operation.path().startsWith("/api/v1/webhooks")
                        && operation.content().path("responses").has("200"))
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(
                                operation.content().at("/responses/200").findValues("$ref"))
                        .isNotEmpty());
    }

    @Test
    void fieldsHaveExamples() {
        assertThat(ApiDocument.served()
                        .root()
                        .at("/components/schemas/WebhookView/properties/url/examples")
                        .isMissingNode())
                .isFalse();
    }

    @Test
    void theChangeFeedIsNotOfTheGateway() {
        assertThat(ApiDocument.served().root().get("paths").has("/api/v1/changes"))
                .isFalse();
    }
}

package cn.quality.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.testing.ApiDocument;
import cn.quality.testing.ApiDocument.Described;
import cn.quality.testing.OpenApiContract;
import java.util.List;
import org.junit.jupiter.api.Test;

@IndicatorTest
class OpenApiTest extends OpenApiContract {

    @Test
    void everyOperationHasExamplesAndItsRefusals() {
        var operations = own();
        assertThat(operations).hasSizeGreaterThan(10);
        for (var operation : operations) {
            var content = operation.content();
            var responses = content.path("responses");
            var success = responses.has("201") ? responses.path("201") : responses.path("200");
            assertThat(success.path("content"))
                    .as("example of " + operation)
                    .anySatisfy(form -> assertThat(form.path("examples")).isNotEmpty());
            if (content.path("parameters").toString().contains("If-Match")) {
                assertThat(responses.has("412")).as(operation + " 412").isTrue();
            }
            assertThat(responses.has("406")).as("problems of " + operation).isTrue();
            if (content.has("requestBody")) {
                assertThat(content.path("requestBody").path("content"))
                        .as("example of what " + operation + " takes")
                        .anySatisfy(form -> assertThat(form.path("examples")).isNotEmpty());
                assertThat(content.path("security"))
                        .as("security of " + operation)
                        .isNotEmpty();
                for (var status : List.of("400", "401", "403", "413", "415", "422")) {
                    assertThat(responses.has(status))
                            .as(operation + " " + status)
                            .isTrue();
                }
            }
        }
    }

    /** The others are described where they are written, alike for all services. */
    private static List<Described> own() {
        return ApiDocument.served().operations().stream()
                .filter(operation -> !operation.path().matches(".*/(decision-log|dead-letters|changes).*"))
                .toList();
    }
}

package cn.quality.indicator.event;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.testing.AsyncApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AsyncApiTest {

    @Test
    void everyMessageHasItsSchemaAndEverySchemaItsMessage() throws IOException {
        AsyncApi.schemaFiles().forEach((type, file) -> {
            assertThat(file).isEqualTo("schemas/" + type + ".json");
            assertThat(AsyncApi.schema(type).at("/$id").asText()).isEqualTo("urn:schema:" + type);
        });
        try (var files = Files.list(Path.of("src/main/resources/schemas"))) {
            assertThat(files.map(file -> "schemas/" + file.getFileName()))
                    .containsExactlyInAnyOrderElementsOf(AsyncApi.schemaFiles().values());
        }
    }
}

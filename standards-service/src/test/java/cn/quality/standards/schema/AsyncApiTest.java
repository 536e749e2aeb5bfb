package cn.quality.standards.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AsyncApiTest {

    @Test
    void everyMessageHasItsSchemaAndEverySchemaItsMessage() throws IOException {
        Contracts.schemaFiles().forEach((type, file) -> {
            assertThat(file).isEqualTo("schemas/" + type + ".json");
            assertThat(Contracts.schema(type).at("/$id").asText()).isEqualTo("urn:schema:" + type);
        });
        try (var files = Files.list(Path.of("src/main/resources/schemas"))) {
            assertThat(files.map(file -> "schemas/" + file.getFileName()))
                    .containsExactlyInAnyOrderElementsOf(Contracts.schemaFiles().values());
        }
    }
}

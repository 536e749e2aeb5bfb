package cn.quality.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void oneLauncherAtATime() {
        try (var first = DataFolder.take(folder)) {
            assertThatThrownBy(() -> DataFolder.take(first.root()))
                    .hasMessageContaining("running already")
                    .hasMessageContaining("kill " + ProcessHandle.current().pid())
                    .hasMessageContaining("--data");
        }
        DataFolder.take(folder).close();
    }

    @Test
    void freshDeletesDataAndKeepsLogsAndCaches() throws Exception {
        try (var data = DataFolder.take(folder)) {
            Path table =
                    Files.createDirectories(data.postgres().resolve("base")).resolve("1");
            Path segment = Files.createDirectories(data.kafka()).resolve("0.log");
            Path evidence = Files.createDirectories(DataFolder.evidence(folder)).resolve("1");
            Path log = data.log(PartName.CREDIT);
            Path cache = data.caches().resolve("credit-0123456789abcdef.aot");
            for (Path file : new Path[] {table, segment, evidence, log, cache, data.seeded()}) {
                Files.writeString(file, "x");
            }

            data.wipe();

            assertThat(data.postgres()).doesNotExist();
            assertThat(data.kafka()).doesNotExist();
            assertThat(evidence).doesNotExist();
            assertThat(data.seeded()).doesNotExist();
            assertThat(log).exists();
            assertThat(cache).exists();
        }
    }

    @Test
    void aFolderThatCannotBeAFolderIsToldAsSuch() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> DataFolder.take(file)).hasMessageContaining(file.toString());
    }
}

package cn.quality.local.seeding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedStampTest {

    private final Path seeds;
    private final Path mark;

    SeedStampTest(@TempDir Path folder) throws IOException {
        seeds = folder.resolve("seeds");
        Files.createDirectories(seeds.resolve("credit"));
        Files.writeString(seeds.resolve("credit/regions.json"), "[]");
        mark = folder.resolve("seeded");
    }

    @Test
    void theMarkIsKnownAgain() {
        assertThat(SeedStamp.of(seeds, 10).isOn(mark)).isFalse();

        SeedStamp.of(seeds, 10).put(mark);

        assertThat(SeedStamp.of(seeds, 10).isOn(mark)).isTrue();
    }

    @Test
    void anotherScaleOrOtherDataAreNotMarked() throws IOException {
        SeedStamp.of(seeds, 10).put(mark);

        assertThat(SeedStamp.of(seeds, 11).isOn(mark)).isFalse();
        Files.writeString(seeds.resolve("credit/regions.json"), "[ ]");
        assertThat(SeedStamp.of(seeds, 10).isOn(mark)).isFalse();
    }
}

package cn.quality.standards.currency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.platform.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChineseFontTest {

    @TempDir
    Path folder;

    @Test
    void theSettingCountsAndTheUsualFoldersAreSearchedWithoutOne() throws Exception {
        var droid = Files.createDirectories(folder.resolve("truetype/droid")).resolve("DroidSansFallbackFull.ttf");
        Files.createFile(droid);
        var own = Files.createFile(folder.resolve("own.ttf"));
        var none = folder.resolve("nowhere");
        assertThat(ChineseFont.find(Optional.empty(), List.of(none, folder))).isEqualTo(droid);
        assertThat(ChineseFont.find(Optional.of(own), List.of(folder))).isEqualTo(own);
    }

    @Test
    void whatIsMissingIsSaidWithTheNameOfTheSetting() {
        for (var setting : List.of(Optional.<Path>empty(), Optional.of(folder.resolve("gone.ttf")))) {
            assertThatThrownBy(() -> ChineseFont.find(setting, List.of(folder)))
                    .isInstanceOfSatisfying(Problem.class, problem -> {
                        assertThat(problem.type().code()).isEqualTo("font-missing");
                        assertThat(problem.type().status()).isEqualTo(503);
                        assertThat(problem.detail().zh()).contains("QUALITY_CURRENCY_FONT");
                        assertThat(problem.detail().en()).contains("QUALITY_CURRENCY_FONT");
                    });
        }
    }
}

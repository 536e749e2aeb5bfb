package cn.quality.standards.currency;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The font of certificates. PDF needs one with TrueType outlines and Chinese characters; the Noto fonts of Debian have others. */
final class ChineseFont {

    static final ProblemType MISSING = new ProblemType(503, "font-missing", Text.of("缺少中文字体", "No Chinese font"));

    private static final List<Path> FOLDERS = List.of(
            Path.of("/usr/share/fonts"),
            Path.of("/usr/local/share/fonts"),
            Path.of(System.getProperty("user.home", "/"), ".fonts"),
            Path.of(System.getProperty("user.home", "/"), ".local/share/fonts"),
            Path.of("/System/Library/Fonts/Supplemental"),
            Path.of("/Library/Fonts"),
            Path.of("C:\\Windows\\Fonts"));

    /** The first there is; collections (.ttc) are left out, because not every reader of fonts takes them. */
    private static final List<String> FILES = List.of(
            "DroidSansFallbackFull.ttf",
            "DroidSansFallback.ttf",
            "simhei.ttf",
            "simfang.ttf",
            "simkai.ttf",
            "Arial Unicode.ttf");

    private ChineseFont() {}

    /**
     * The font of the setting, or the first of the usual ones.
     *
     * @throws Problem 503 {@code font-missing} that names the setting
     */
    static Path find(Optional<Path> setting) {
        return find(setting, FOLDERS);
    }

    static Path find(Optional<Path> setting, List<Path> folders) {
        if (setting.isPresent()) {
            if (Files.isReadable(setting.get())) {
                return setting.get();
            }
            throw missing("QUALITY_CURRENCY_FONT 所指的文件无法读取", "the file of QUALITY_CURRENCY_FONT cannot be read");
        }
        return FILES.stream()
                .flatMap(name -> folders.stream().flatMap(folder -> below(folder, name).stream()))
                .findFirst()
                .orElseThrow(
                        () -> missing(
                                "请安装 fonts-droid-fallback，或以 QUALITY_CURRENCY_FONT 指定一个 TrueType 轮廓的中文字体",
                                "install fonts-droid-fallback, or name a Chinese font with TrueType outlines in QUALITY_CURRENCY_FONT"));
    }

    /** In the folder or in one right below it, as Debian sorts them, or one level deeper. */
    private static Optional<Path> below(Path folder, String name) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var files = Files.find(folder, 3, (path, attributes) -> path.endsWith(name))) {
            return files.sorted().findFirst();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static Problem missing(String zh, String en) {
        return new Problem(MISSING, Text.of("证明暂不能开具：" + zh, "the certificate cannot be made: " + en));
    }
}

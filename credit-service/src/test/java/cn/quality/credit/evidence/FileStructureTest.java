package cn.quality.credit.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileStructureTest {

    private static final Picture SIZE = new Picture(40, 30);

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of(FileKind.PDF, Samples.pdf("示例")),
                Arguments.of(FileKind.PNG, Samples.png(7)),
                Arguments.of(FileKind.JPEG, Samples.jpeg(false)),
                Arguments.of(FileKind.JPEG, Samples.jpeg(true)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileOfAProgramIsSound(FileKind kind, byte[] file) throws Exception {
        var picture = examine(kind, file);

        assertThat(picture).isEqualTo(kind == FileKind.PDF ? Optional.empty() : Optional.of(SIZE));
    }

    @ParameterizedTest
    @MethodSource("files")
    void itBeginsAsItsKindAndAsNoOther(FileKind kind, byte[] file) throws IOException {
        for (var other : FileKind.values()) {
            assertThat(FileStructure.begins(other, new ByteArrayInputStream(file)))
                    .isEqualTo(other == kind);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void cutAnywhereItIsNotSound(FileKind kind, byte[] file) {
        // The line end behind %%EOF may be missing.
        int whole = kind == FileKind.PDF ? file.length - 1 : file.length;
        for (int length = 8; length < whole; length++) {
            var cut = Arrays.copyOf(file, length);
            assertThatExceptionOfType(FileStructure.Malformed.class)
                    .as("%s cut to %d", kind, length)
                    .isThrownBy(() -> examine(kind, cut));
        }
    }

    @Test
    void nothingHidesBehindAPng() {
        var polyglot = Samples.followedBy(Samples.png(7), "<script>");

        assertThatExceptionOfType(FileStructure.Malformed.class).isThrownBy(() -> examine(FileKind.PNG, polyglot));
    }

    @Test
    void aPictureOfNothingIsNone() {
        assertThatExceptionOfType(FileStructure.Malformed.class)
                .isThrownBy(() -> examine(FileKind.PNG, Samples.pngOf(0, 30)));
        assertThatExceptionOfType(FileStructure.Malformed.class)
                .isThrownBy(() -> examine(FileKind.PNG, Samples.pngOf(40, -1)));
    }

    @Test
    void aPdfEndsAtItsEnd() {
        var buried = Samples.followedBy(Samples.pdf("示例"), "x".repeat(2_000));

        assertThatExceptionOfType(FileStructure.Malformed.class).isThrownBy(() -> examine(FileKind.PDF, buried));
    }

    private static Optional<Picture> examine(FileKind kind, byte[] file) throws Exception {
        return FileStructure.examine(kind, new ByteArrayInputStream(file), file.length);
    }
}

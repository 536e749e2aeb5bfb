package cn.quality.credit.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.quality.platform.problem.Problem;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("整改报告.pdf", "整改报告.pdf"),
                Arguments.of("  a b.PDF ", "a b.PDF"),
                Arguments.of("../../etc/passwd.png", "passwd.png"),
                Arguments.of("C:\\Users\\li\\照片.jpeg", "照片.jpeg"),
                Arguments.of("e\u0301.jpg", "\u00e9.jpg"),
                Arguments.of("a\u0000b\r\n.pdf", "ab.pdf"),
                Arguments.of("fdp.exe\u202egpj.jpg", "fdp.exegpj.jpg"),
                Arguments.of("\ufeff\u200bx.pdf", "x.pdf"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatIsUnseenIsDropped(String given, String kept) {
        assertThat(FileName.of(given).value()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.exe", "a.pdf.exe", "a.svg", "a.zip", "pdf", "a.", "a.pdf/x"})
    void otherExtensionsAreNotTaken(String given) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> FileName.of(given))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(EvidenceProblems.UNSUPPORTED_FILE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u202e", "folder/", ".pdf", "..", "\u0000.pdf"})
    void aNameIsNeeded(String given) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> FileName.of(given))
                .satisfies(problem -> assertThat(problem.type().status()).isEqualTo(400));
    }

    @Test
    void aNameHasItsLength() {
        assertThat(FileName.of("长".repeat(196) + ".pdf").value()).hasSize(200);
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> FileName.of("长".repeat(197) + ".pdf"));
    }
}

package cn.quality.platform.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void numbersLinesAsAnEditorWouldAndSkipsBlankOnes() throws IOException {
        assertThat(read("a\r\n\n \nb", 10, 100)).containsExactly("1:a\r", "4:b");
    }

    @Test
    void namesALineThatIsTooLongAndGoesOn() throws IOException {
        assertThat(read("12345\n123456\n12345\n1234567890", 5, 3))
                .containsExactly("1:12345", "2:too long", "3:12345", "4:too long");
    }

    @Property
    void losesNothingHoweverTheBytesArrive(
            @ForAll("texts") List<String> texts, @ForAll @IntRange(min = 1, max = 70) int packet) throws IOException {
        var expected = IntStream.range(0, texts.size())
                .mapToObj(i -> (i + 1) + ":" + texts.get(i))
                .toList();
        assertThat(read(String.join("\n", texts), 1000, packet)).isEqualTo(expected);
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.strings()
                .withChars("日照x{}\"")
                .ofMinLength(1)
                .ofMaxLength(40)
                .list()
                .ofMaxSize(30);
    }

    private static List<String> read(String text, int limit, int packet) throws IOException {
        var lines = new Lines(new Dripping(text, packet), limit);
        var seen = new ArrayList<String>();
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            var content = line.get();
            seen.add(content.number() + ":"
                    + (content.tooLong() ? "too long" : new String(content.bytes(), StandardCharsets.UTF_8)));
        }
        return seen;
    }

    /** Hands over a few bytes at a time, as a network does. */
    private static final class Dripping extends InputStream {

        private final ByteArrayInputStream bytes;
        private final int packet;

        Dripping(String text, int packet) {
            this.bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            this.packet = packet;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return bytes.read(buffer, offset, Math.min(length, packet));
        }
    }
}

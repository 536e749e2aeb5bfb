package cn.quality.platform.tabular;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Which encoding a text file is in: UTF-8, or what Excel writes in China when nobody asks it for UTF-8, which is GB18030. A
 * text of any length that is valid UTF-8 is UTF-8; another one is GB18030 when all of it can be read and written back
 * unchanged. What is neither is refused with its name: read as something it is not, it would be stored as rubbish.
 */
final class TextEncoding {

    /** As much is looked at. Chinese text of another encoding is never valid UTF-8 over such a length. */
    private static final int LOOKED_AT = 262_144;

    private static final Charset GB18030 = Charset.forName("GB18030");

    private TextEncoding() {}

    /**
     * The text, without a byte-order mark. What turns out not to fit the encoding later ends in a
     * {@link CharacterCodingException}.
     *
     * @throws Problem 400 {@code malformed-csv} for what is no text in one of the two encodings
     */
    static Reader reader(InputStream in) throws IOException {
        var head = in.readNBytes(LOOKED_AT);
        requireText(head);
        boolean whole = head.length < LOOKED_AT;
        var charset = isValid(StandardCharsets.UTF_8, head, whole) ? StandardCharsets.UTF_8 : GB18030;
        if (charset.equals(GB18030) && !isValid(GB18030, head, whole)) {
            throw refused("既不是 UTF-8 也不是 GB18030 编码", "is neither UTF-8 nor GB18030");
        }
        int mark = startsWith(head, "efbbbf") ? 3 : 0;
        var bytes = new PushbackInputStream(in, LOOKED_AT);
        bytes.unread(head, mark, head.length - mark);
        return new BufferedReader(new InputStreamReader(bytes, strict(charset)));
    }

    private static void requireText(byte[] head) {
        if (startsWith(head, "504b0304")) {
            throw refused(
                    "是 XLSX 或其他压缩文件，请以 Content-Type: " + TableRows.XLSX + " 报送",
                    "is XLSX or another packed file; send it with Content-Type: " + TableRows.XLSX);
        }
        if (startsWith(head, "d0cf11e0")) {
            throw refused("是旧版 Excel（.xls）文件", "is an old Excel file (.xls)");
        }
        if (startsWith(head, "fffe") || startsWith(head, "feff")) {
            throw refused("是 UTF-16 编码（“Unicode 文本”）", "is UTF-16 (\"Unicode text\")");
        }
    }

    private static boolean startsWith(byte[] head, String hex) {
        var bytes = HexFormat.of().parseHex(hex);
        return head.length >= bytes.length && Arrays.equals(head, 0, bytes.length, bytes, 0, bytes.length);
    }

    private static Problem refused(String zh, String en) {
        return new Problem(
                CsvRecords.MALFORMED,
                new Text(
                        "文件" + zh + "。CSV 须为 UTF-8 或 GB18030，也可另存为 .xlsx 报送",
                        "The file " + en + ". CSV is taken in UTF-8 or GB18030; or save the file as .xlsx"));
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** @param whole false when the text goes on, and a character may be cut in two at the end */
    private static boolean isValid(Charset charset, byte[] head, boolean whole) throws IOException {
        var bytes = ByteBuffer.wrap(head);
        var text = CharBuffer.allocate(head.length);
        var decoder = strict(charset);
        if (decoder.decode(bytes, text, whole).isError()) {
            return false;
        }
        text.flip();
        return charset.equals(StandardCharsets.UTF_8) || isWrittenBack(charset, text, head, bytes.position());
    }

    /** Private-use characters are where a table of another encoding would come out. */
    private static boolean isWrittenBack(Charset charset, CharBuffer text, byte[] head, int length) throws IOException {
        if (text.chars().anyMatch(c -> Character.getType(c) == Character.PRIVATE_USE)) {
            return false;
        }
        try {
            var written = charset.newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(text);
            return written.equals(ByteBuffer.wrap(head, 0, length));
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}

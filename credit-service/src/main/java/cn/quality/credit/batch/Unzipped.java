package cn.quality.credit.batch;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A body that came compressed. It may not grow without end: data of departments shrinks to a tenth or a thirtieth, never
 * to a two-hundredth.
 */
final class Unzipped extends InputStream {

    static final long LONGEST = 512L << 20;

    private static final int USUAL_RATIO = 200;
    private static final int FREE = 1 << 20;
    private static final ProblemType MALFORMED =
            new ProblemType(400, "malformed-gzip", new Text("压缩内容有误", "Malformed gzip"));

    private final Counted packed;
    private final InputStream in;
    private long seen;

    Unzipped(InputStream body) throws IOException {
        this.packed = new Counted(body);
        try {
            this.in = new GZIPInputStream(packed, 1 << 16);
        } catch (ZipException | EOFException e) {
            throw malformed();
        }
    }

    /** @throws Problem 415 for a body that begins as gzip does: no text begins so */
    static InputStream requirePlain(InputStream body) throws IOException {
        var plain = new PushbackInputStream(body, 2);
        var head = plain.readNBytes(2);
        if (head.length == 2 && ((head[1] & 0xFF) << 8 | (head[0] & 0xFF)) == GZIPInputStream.GZIP_MAGIC) {
            throw new Problem(
                    ProblemTypes.UNSUPPORTED_MEDIA_TYPE,
                    new Text(
                            "内容是 gzip 压缩的，请注明 Content-Encoding: gzip，或解压后再报送",
                            "The content is compressed: say so with Content-Encoding: gzip, or send it plain"));
        }
        plain.unread(head);
        return plain;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            int read = in.read(buffer, offset, length);
            seen += Math.max(read, 0);
            if (seen > LONGEST || (seen > FREE && seen > packed.count * USUAL_RATIO)) {
                throw new Problem(
                        ProblemTypes.PAYLOAD_TOO_LARGE,
                        Text.of(
                                "解压后不得超过 %d MB,也不得超过压缩前的 %d 倍",
                                "Unpacked, a body may have %d MB and %d times its packed size at most",
                                LONGEST >> 20,
                                USUAL_RATIO));
            }
            return read;
        } catch (ZipException | EOFException e) {
            throw malformed();
        }
    }

    private static Problem malformed() {
        return new Problem(MALFORMED, new Text("不是完整的 gzip 内容", "Not a whole gzip content"));
    }

    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}

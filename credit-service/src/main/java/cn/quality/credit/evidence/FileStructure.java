package cn.quality.credit.evidence;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * How a file of a kind is built, as far as it can be seen without decoding: beginning, end, and what a picture says of its
 * size. Reads in one pass and retains nothing.
 */
final class FileStructure {

    private static final byte[] PNG_SIGNATURE = HexFormat.of().parseHex("89504e470d0a1a0a");
    private static final int IHDR = 0x49484452;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454e44;

    /** ISO 32000-1 annex H.3.4: readers look for the end of a PDF in its last 1024 bytes. */
    private static final int PDF_TAIL = 1024;

    private static final int JPEG_START = 0xd8;
    private static final int JPEG_END = 0xd9;
    private static final int JPEG_SCAN = 0xda;

    private FileStructure() {}

    /** Whether the content begins as a file of this kind does. */
    static boolean begins(FileKind kind, InputStream content) throws IOException {
        var head = content.readNBytes(8);
        return switch (kind) {
            case PDF -> new String(head, StandardCharsets.ISO_8859_1).matches("%PDF-[12]\\.\\d");
            case PNG -> Arrays.equals(head, PNG_SIGNATURE);
            case JPEG -> HexFormat.of().formatHex(head).startsWith("ffd8ff");
        };
    }

    /**
     * Looks at the whole of a file that begins as one of this kind.
     *
     * @return the dimensions, if it is a picture
     * @throws Malformed when it does not hold together
     */
    static Optional<Picture> examine(FileKind kind, InputStream content, long size) throws IOException, Malformed {
        var in = new DataInputStream(new BufferedInputStream(content));
        try {
            return switch (kind) {
                case PDF -> pdf(in, size);
                case PNG -> Optional.of(png(in));
                case JPEG -> Optional.of(jpeg(in));
            };
        } catch (EOFException e) {
            throw new Malformed();
        }
    }

    private static Optional<Picture> pdf(DataInputStream in, long size) throws IOException, Malformed {
        in.skipNBytes(Math.max(0, size - PDF_TAIL));
        var tail = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        require(tail.contains("startxref") && tail.lastIndexOf("%%EOF") > tail.lastIndexOf("startxref"));
        return Optional.empty();
    }

    /** PNG (ISO/IEC 15948): the header comes first, picture data follow, and nothing stands behind the end. */
    private static Picture png(DataInputStream in) throws IOException, Malformed {
        in.skipNBytes(PNG_SIGNATURE.length);
        require(in.readInt() == 13 && in.readInt() == IHDR);
        var picture = picture(in.readInt(), in.readInt());
        in.skipNBytes(5 + 4);
        boolean data = false;
        while (true) {
            int length = in.readInt();
            int type = in.readInt();
            require(length >= 0);
            in.skipNBytes(length + 4L);
            if (type == IEND) {
                require(data && in.read() < 0);
                return picture;
            }
            data |= type == IDAT;
        }
    }

    /** JPEG (ISO/IEC 10918-1 annex B): segments up to the first scan, a frame header among them; then picture data. */
    private static Picture jpeg(DataInputStream in) throws IOException, Malformed {
        in.skipNBytes(2);
        var picture = Optional.<Picture>empty();
        int marker;
        do {
            marker = marker(in);
            int length = in.readUnsignedShort() - 2;
            require(length >= 0);
            if (isFrame(marker)) {
                require(length >= 5);
                in.skipNBytes(1);
                int height = in.readUnsignedShort();
                picture = Optional.of(picture(in.readUnsignedShort(), height));
                length -= 5;
            }
            in.skipNBytes(length);
        } while (marker != JPEG_SCAN);
        // Picture data never contain the end mark: a 0xFF of theirs is followed by zero.
        int previous = in.readUnsignedByte();
        for (int next = in.readUnsignedByte();
                previous != 0xff || next != JPEG_END;
                previous = next, next = in.readUnsignedByte()) {}
        return picture.orElseThrow(Malformed::new);
    }

    private static int marker(DataInputStream in) throws IOException, Malformed {
        require(in.readUnsignedByte() == 0xff);
        int marker = in.readUnsignedByte();
        while (marker == 0xff) {
            marker = in.readUnsignedByte();
        }
        require(marker > 0xbf && marker != JPEG_START && marker != JPEG_END);
        return marker;
    }

    /** SOF0 … SOF15, between which stand the tables DHT (C4), JPG (C8) and DAC (CC). */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static Picture picture(int width, int height) throws Malformed {
        require(width > 0 && height > 0);
        return new Picture(width, height);
    }

    private static void require(boolean sound) throws Malformed {
        if (!sound) {
            throw new Malformed();
        }
    }

    /** The file does not hold together. */
    static final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;
    }
}

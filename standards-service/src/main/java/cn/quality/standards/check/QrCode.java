package cn.quality.standards.check;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/**
 * An address as a QR code. It is plain ASCII, so the code needs no mark of another character set (ECI), which decoders honour or
 * ignore as they please.
 */
final class QrCode {

    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4);

    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** Pixels of a module in a PNG. */
    private static final int MODULE = 8;

    private final BitMatrix modules;

    private QrCode(BitMatrix modules) {
        this.modules = modules;
    }

    /** @throws IllegalArgumentException when the address is not ASCII */
    static QrCode of(String address) {
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(address)) {
            throw new IllegalArgumentException("Not ASCII: " + address);
        }
        try {
            // The smallest size: one pixel is one module.
            return new QrCode(new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 1, 1, HINTS));
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long: " + address, e);
        }
    }

    /** Black squares on white, of any size. */
    String svg() {
        var path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" shape-rendering="crispEdges"><path fill="#fff" \
                d="M0 0h%1$dv%2$dH0z"/><path d="%3$s"/></svg>
                """.formatted(modules.getWidth(), modules.getHeight(), path);
    }

    /** The same as PNG, one bit a pixel (RFC 2083). */
    byte[] png() {
        int width = modules.getWidth() * MODULE;
        int height = modules.getHeight() * MODULE;
        var file = new ByteArrayOutputStream();
        file.writeBytes(PNG_SIGNATURE);
        try {
            var header = new ByteArrayOutputStream();
            var fields = new DataOutputStream(header);
            fields.writeInt(width);
            fields.writeInt(height);
            // Bit depth 1, greyscale, and the only methods there are.
            fields.write(new byte[] {1, 0, 0, 0, 0});
            chunk(file, "IHDR", header.toByteArray());
            chunk(file, "IDAT", pixels(width, height));
            chunk(file, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private byte[] pixels(int width, int height) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed)) {
            for (int y = 0; y < height; y++) {
                var line = new byte[1 + (width + 7) / 8];
                for (int x = 0; x < width; x++) {
                    if (!modules.get(x / MODULE, y / MODULE)) {
                        line[1 + x / 8] |= (byte) (0x80 >> x % 8);
                    }
                }
                deflater.write(line);
            }
        }
        return packed.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] data) throws IOException {
        var out = new DataOutputStream(file);
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) sum.getValue());
    }
}

package cn.quality.standards.check;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/** jsQR, a decoder that shares no code with the encoder; runs in node as in a browser. */
final class JsQr {

    private static final String SCRIPT = """
            const jsQR = require('./jsQR.js');
            const input = require('fs').readFileSync(0);
            const width = input.readUInt32BE(0), height = input.readUInt32BE(4);
            const code = jsQR(new Uint8ClampedArray(input.subarray(8)), width, height);
            if (!code) process.exit(1);
            // Chunks of the content: an ECI would be one of its own.
            process.stdout.write(code.chunks.map(chunk => chunk.type).join(',') + ' ' + code.data);
            """;

    private JsQr() {}

    /** What a picture says; fails when it has another character set marked in it. */
    static String decode(byte[] png) {
        try {
            var picture = ImageIO.read(new ByteArrayInputStream(png));
            var node = new ProcessBuilder("node", "-e", SCRIPT)
                    .directory(Path.of("src/test/resources/jsqr").toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (var out = node.getOutputStream()) {
                out.write(rgba(picture));
            }
            var said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!node.waitFor(30, TimeUnit.SECONDS) || node.exitValue() != 0 || !said.startsWith("byte ")) {
                throw new AssertionError("jsQR reads: " + said);
            }
            return said.substring("byte ".length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static byte[] rgba(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        var bytes = ByteBuffer.allocate(8 + 4 * width * height).putInt(width).putInt(height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int colour = picture.getRGB(x, y);
                bytes.put((byte) (colour >> 16))
                        .put((byte) (colour >> 8))
                        .put((byte) colour)
                        .put((byte) 0xff);
            }
        }
        return bytes.array();
    }
}

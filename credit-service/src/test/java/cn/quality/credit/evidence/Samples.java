package cn.quality.credit.evidence;

import cn.quality.credit.Credit;
import cn.quality.testing.Tokens;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Files as programs write them, and files that are not what they seem. */
public final class Samples {

    /** Where the service under test keeps files. */
    static final Path FOLDER = Path.of("target", "evidence");

    private Samples() {}

    /** Where the content with this hash lies, if it is kept. */
    public static Path place(String sha256) {
        return FOLDER.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /** Uploads a PDF nobody has uploaded before, and answers its id. */
    public static String proof(Tokens owner) {
        var kept = Credit.as(owner)
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/pdf", ContentType.BINARY)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType("application/pdf")
                .body(pdf("proof " + Credit.next()))
                .post("evidence?name=proof.pdf");
        kept.then().statusCode(201);
        return kept.path("id");
    }

    /** A small PDF that contains this text, so that two of them are different files. */
    public static byte[] pdf(String text) {
        return """
                %%PDF-1.7
                1 0 obj <</Type /Catalog /Note (%s)>> endobj
                xref
                0 1
                0000000000 65535 f
                trailer <</Size 1 /Root 1 0 R>>
                startxref
                9
                %%%%EOF
                """.formatted(text).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] png(int colour) {
        return picture("png", colour, false);
    }

    static byte[] jpeg(boolean progressive) {
        return picture("jpeg", 0x336699, progressive);
    }

    /** A picture of a few bytes that says it has this many pixels. */
    static byte[] pngOf(int width, int height) {
        var bomb = png(0);
        ByteBuffer.wrap(bomb).putInt(16, width).putInt(20, height);
        return bomb;
    }

    static byte[] followedBy(byte[] file, String more) {
        var rest = more.getBytes(StandardCharsets.UTF_8);
        var both = Arrays.copyOf(file, file.length + rest.length);
        System.arraycopy(rest, 0, both, file.length, rest.length);
        return both;
    }

    private static byte[] picture(String format, int colour, boolean progressive) {
        var picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 40 * 30; i++) {
            picture.setRGB(i % 40, i / 40, colour + i * 31);
        }
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            if (progressive) {
                how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}

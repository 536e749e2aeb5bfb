package cn.quality.credit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Templates as people fill them in. */
public final class Templates {

    private Templates() {}

    /** The spreadsheet with the mark of its example taken away, as when somebody writes over it. */
    public static byte[] filledIn(byte[] template) throws IOException {
        var written = Files.write(Files.createTempFile("template", ".xlsx"), template);
        var changed = new ByteArrayOutputStream();
        try (var in = new ZipFile(written.toFile(), ZipFile.OPEN_READ | ZipFile.OPEN_DELETE);
                var out = new ZipOutputStream(changed)) {
            for (var entry : Collections.list(in.entries())) {
                var content = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(content.replaceFirst("(?:例：|&#x4f8b;&#xff1a;)(?=[9V])", "")
                        .getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return changed.toByteArray();
    }
}

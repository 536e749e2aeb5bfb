package cn.quality.gateway.docs;

import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Something that can be downloaded, or a page; its tag changes with its content. */
record Document(String mediaType, Buffer content, String etag) {

    static Document of(String mediaType, byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return new Document(
                    mediaType, Buffer.buffer(content), "\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

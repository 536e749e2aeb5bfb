package cn.quality.gateway.docs;

import cn.quality.gateway.edge.SharedBody;
import cn.quality.platform.digest.Digests;
import io.vertx.core.buffer.Buffer;

/** Something that can be downloaded, or a page; its tag changes with its content. */
record Document(String mediaType, SharedBody content, String etag) {

    private static final int DIGITS = 24;

    static Document of(String mediaType, byte[] content) {
        var etag = '"' + Digests.sha256(content).substring(0, DIGITS) + '"';
        return new Document(mediaType, new SharedBody(Buffer.buffer(content)), etag);
    }
}

package cn.quality.credit.evidence;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A file as it goes out over HTTP. */
public final class EvidenceDownload {

    private EvidenceDownload() {}

    /** Sent so that no browser shows it as a page of ours, and nobody between stores a copy. */
    public static Response of(EvidenceService.Content content) {
        var file = content.evidence();
        return Response.ok(content.stream(), file.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(file.fileName()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** RFC 6266: the name in UTF-8, and a plain one for clients that cannot read that. */
    private static String attachment(String name) {
        var extension = name.substring(name.lastIndexOf('.'));
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"evidence%s\"; filename*=UTF-8''%s".formatted(extension, encoded);
    }
}

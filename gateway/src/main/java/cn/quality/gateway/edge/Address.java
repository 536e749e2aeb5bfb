package cn.quality.gateway.edge;

import cn.quality.platform.problem.Text;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/**
 * The address of a request, decoded once, after everything that two programs could read differently has been refused: dot
 * segments, encoded or doubled slashes, backslashes, double encoding, path parameters, control characters, broken escapes and
 * broken UTF-8. What remains means the same to the gateway's rules and to the service behind it.
 *
 * @param path the decoded path; begins with a slash
 */
public record Address(String path) {

    private static final Set<String> DOTS = Set.of(".", "..");

    /** Something in an address that must not be there. */
    static final class Trick extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Text reason;

        Trick(String zh, String en) {
            super(en);
            this.reason = new Text(zh, en);
        }

        Text reason() {
            return reason;
        }
    }

    /** @param uri the request target as it arrived */
    static Address parse(String uri) throws Trick {
        var question = uri.indexOf('?');
        var path = question < 0 ? uri : uri.substring(0, question);
        if (!path.startsWith("/")) {
            throw new Trick("地址须以 / 开头", "The address must begin with /");
        }
        if (question >= 0) {
            decode(uri.substring(question + 1).replace('+', ' '));
        }
        var decoded = decode(path);
        checkPath(path, decoded);
        return new Address(decoded);
    }

    private static void checkPath(String raw, String decoded) throws Trick {
        if (slashes(raw) != slashes(decoded)) {
            throw new Trick("地址中不得含有编码的斜杠", "The path must not contain an encoded slash");
        }
        if (decoded.indexOf('\\') >= 0) {
            throw new Trick("地址中不得含有反斜杠", "The path must not contain a backslash");
        }
        if (decoded.indexOf('%') >= 0) {
            throw new Trick("地址不得重复编码", "The path must not be encoded twice");
        }
        if (decoded.indexOf(';') >= 0) {
            throw new Trick("地址中不得含有路径参数", "The path must not contain path parameters");
        }
        if (decoded.contains("//")) {
            throw new Trick("地址中不得含有空段", "The path must not contain empty segments");
        }
        if (decoded.contains("/.") && Arrays.stream(decoded.split("/", -1)).anyMatch(DOTS::contains)) {
            throw new Trick("地址中不得含有 . 或 .. 段", "The path must not contain . or .. segments");
        }
    }

    private static int slashes(String path) {
        var count = 0;
        for (int i = 0; i < path.length(); i++) {
            count += path.charAt(i) == '/' ? 1 : 0;
        }
        return count;
    }

    /** Most addresses are plain and stay as they are. */
    private static boolean plain(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            var c = raw.charAt(i);
            if (c < 0x20 || c > 0x7E || c == '%') {
                return false;
            }
        }
        return true;
    }

    private static String decode(String raw) throws Trick {
        if (plain(raw)) {
            return raw;
        }
        var bytes = ByteBuffer.allocate(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            var c = raw.charAt(i);
            if (c > 0x7E) {
                throw new Trick("地址中的非 ASCII 字符须以百分号编码", "Characters beyond ASCII must be percent-encoded");
            }
            if (c == '%') {
                if (i + 2 >= raw.length()
                        || !HexFormat.isHexDigit(raw.charAt(i + 1))
                        || !HexFormat.isHexDigit(raw.charAt(i + 2))) {
                    throw new Trick("地址中有不完整的百分号编码", "The address contains a broken percent escape");
                }
                c = (char) HexFormat.fromHexDigits(raw, i + 1, i + 3);
                i += 2;
            }
            if (c < 0x20 || c == 0x7F) {
                throw new Trick("地址中不得含有控制字符", "The address must not contain control characters");
            }
            bytes.put((byte) c);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw new Trick("地址不是有效的 UTF-8", "The address is not valid UTF-8");
        }
    }
}

package cn.quality.platform.bundle;

import cn.quality.platform.digest.Digests;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One result with all that is needed to compute it again. The parts are records, maps, lists and texts; their exact numbers
 * become strings, and anything inexact is refused.
 */
public final class Bundle {

    private final byte[] canonical;
    private final String digest;

    private Bundle(byte[] canonical) {
        this.canonical = canonical;
        this.digest = Digests.sha256(canonical);
    }

    /**
     * Makes a bundle.
     *
     * @param kind what the result is, for example {@code assessment}: says which verifier computes it again
     * @param schemaVersion of this kind; a change that an old verifier would misread takes the next one
     * @param inputs what the result was computed from
     * @param rules by which
     * @param partials every result on the way
     * @param result in the end
     * @throws IllegalArgumentException when a part holds a number that is not exact
     */
    public static Bundle of(
            String kind, int schemaVersion, Object inputs, Object rules, Object partials, Object result) {
        return new Bundle(CanonicalJson.of(Map.of(
                "kind", kind,
                "schemaVersion", schemaVersion,
                "inputs", inputs,
                "rules", rules,
                "partials", partials,
                "result", result)));
    }

    /**
     * Makes a bundle of what was not computed but said, so that there is nothing to recompute in it.
     *
     * @param content what was said, to the letter
     * @throws IllegalArgumentException when it holds a number that is not exact
     */
    public static Bundle of(String kind, int schemaVersion, Object content) {
        return new Bundle(CanonicalJson.of(Map.of("kind", kind, "schemaVersion", schemaVersion, "content", content)));
    }

    /** The canonical JSON, which is also the file that is downloaded. */
    public byte[] canonical() {
        return canonical.clone();
    }

    /** The same as text. */
    public String text() {
        return new String(canonical, StandardCharsets.UTF_8);
    }

    /** SHA-256 of the canonical JSON, 64 hexadecimal digits. */
    public String digest() {
        return digest;
    }
}

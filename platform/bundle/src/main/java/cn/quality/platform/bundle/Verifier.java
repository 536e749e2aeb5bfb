package cn.quality.platform.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * The program the public runs over a bundle, in a browser or in node: one file of plain JavaScript without dependencies. It
 * shares no code with what made the bundle, and its arithmetic is of another kind (fractions of {@code BigInt}).
 */
public final class Verifier {

    private Verifier() {}

    /**
     * The script for one kind of bundle: what all kinds share, followed by the rules of this kind.
     *
     * @param kind JavaScript that calls {@code verifies(kind, schemaVersion, recompute)}; {@code recompute} takes inputs and
     *     rules and returns partials and result
     */
    public static byte[] script(InputStream kind) {
        try (var shared = Objects.requireNonNull(Verifier.class.getResourceAsStream("bundle.js"))) {
            var script = new ByteArrayOutputStream();
            shared.transferTo(script);
            kind.transferTo(script);
            return script.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

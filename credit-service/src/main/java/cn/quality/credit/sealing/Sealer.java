package cn.quality.credit.sealing;

import cn.quality.platform.digest.Secrets;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import org.jboss.logging.Logger;

/**
 * Seals and opens texts. A sealed text is {@code key id:base64(nonce, ciphertext, tag)}; AES-256-GCM with a fresh 96-bit
 * nonce each time and the binding as associated data.
 */
@ApplicationScoped
public class Sealer {

    public static final ProblemType NO_KEY =
            new ProblemType(503, "sealing-key-missing", new Text("加密密钥未配置", "Sealing key missing"));
    public static final ProblemType BROKEN =
            new ProblemType(500, "seal-broken", new Text("密文校验失败", "The seal is broken"));

    private static final Logger LOG = Logger.getLogger(Sealer.class);
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final KeyRing keys;

    @Inject
    Sealer(SealingConfig config) {
        this(KeyRing.of(config));
    }

    Sealer(KeyRing keys) {
        this.keys = keys;
    }

    void tellWhatIsMissing(@Observes StartupEvent event) {
        if (keys.newest().isEmpty()) {
            LOG.error("No sealing key is configured: complaints are refused with 503 until there is one. Set"
                    + " quality.sealing.keys (QUALITY_SEALING_KEYS) to id:key, the key made by: openssl rand -base64 32."
                    + " Keep a copy: what is sealed cannot be opened without it.");
        }
    }

    /**
     * Seals under the newest key.
     *
     * @param binding the place the text belongs to; it opens nowhere else
     * @throws Problem 503 {@code sealing-key-missing}
     */
    public String seal(String plain, String binding) {
        var id = keys.newest().orElseThrow(Sealer::noKey);
        var nonce = Secrets.random(NONCE_BYTES);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, id, nonce, binding);
            var text = plain.getBytes(StandardCharsets.UTF_8);
            var sealed = new byte[NONCE_BYTES + cipher.getOutputSize(text.length)];
            System.arraycopy(nonce, 0, sealed, 0, NONCE_BYTES);
            cipher.doFinal(text, 0, text.length, sealed, NONCE_BYTES);
            return id + ":" + Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot seal", e);
        }
    }

    /**
     * Opens what was sealed for that place.
     *
     * @throws Problem 503 {@code sealing-key-missing} when its key is not configured, 500 {@code seal-broken} when it was
     *     changed, belongs elsewhere, or was sealed under another key of that name
     */
    public String open(String sealed, String binding) {
        int colon = sealed.indexOf(':');
        try {
            var id = sealed.substring(0, colon);
            var bytes = Base64.getDecoder().decode(sealed.substring(colon + 1));
            var plain = cipher(Cipher.DECRYPT_MODE, id, bytes, binding)
                    .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
            LOG.errorf(
                    "A sealed text does not open at %s: %s",
                    binding, e.getClass().getSimpleName());
            throw new Problem(BROKEN, new Text("密文被改动或不属于此处，请告知管理员", "Changed or moved; tell an operator"));
        }
    }

    /** A digest that only the holder of the oldest key can compute: short texts cannot be guessed back from it. */
    public String fingerprint(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.oldest().flatMap(keys::key).orElseThrow(Sealer::noKey));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no HMAC", e);
        }
    }

    private Cipher cipher(int mode, String keyId, byte[] nonce, String binding) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                keys.key(keyId).orElseThrow(Sealer::noKey),
                new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
        cipher.updateAAD(binding.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static Problem noKey() {
        return new Problem(
                NO_KEY, new Text("加密密钥未配置，暂不能处理；请联系管理员", "The key for sealing is not configured; ask an operator"));
    }
}

package cn.quality.standards.suite;

import cn.quality.platform.problem.Problem;
import cn.quality.standards.declarant.UnifiedSocialCreditCode;
import java.util.concurrent.atomic.AtomicInteger;

/** Enterprises that do not exist: region digits 371199 belong to nobody. */
public final class Fictional {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private Fictional() {}

    /** A valid code that no other test of this JVM uses. */
    public static String uscc() {
        var body = "91371199MA3R%04d".formatted(NEXT.getAndIncrement());
        for (char organisationCheck : ALPHABET.toCharArray()) {
            for (char check : ALPHABET.toCharArray()) {
                try {
                    return new UnifiedSocialCreditCode(body + organisationCheck + check).value();
                } catch (Problem wrong) {
                    // The next pair may be the right one.
                }
            }
        }
        throw new IllegalStateException("no check characters fit " + body);
    }
}

package cn.quality.standards.declarant;

import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise as the credit service last described it.
 *
 * @param region GB/T 2260 code of its jurisdiction
 */
public record Declarant(
        UnifiedSocialCreditCode uscc, String name, @Nullable String region, DeclarantStatus status) {

    public boolean closed() {
        return status == DeclarantStatus.CLOSED;
    }
}

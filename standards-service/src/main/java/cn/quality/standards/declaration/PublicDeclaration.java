package cn.quality.standards.declaration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A declaration that is public now, as far as other features ask.
 *
 * @param number as the enterprise spells it
 * @param qrStem where the codes of its products lead; absent for this platform
 */
public record PublicDeclaration(
        UUID id,
        String uscc,
        String number,
        String title,
        Instant declaredAt,
        List<Offered> products,
        @Nullable String qrStem) {

    /** @param gtin in its normal form */
    public record Offered(
            String name, @Nullable String model, @Nullable String gtin) {}

    static PublicDeclaration of(Declaration declaration) {
        return new PublicDeclaration(
                declaration.id(),
                declaration.uscc(),
                declaration.number(),
                declaration.title(),
                declaration.declaredAt(),
                declaration.products().stream()
                        .map(product -> new Offered(product.name(), product.model(), product.gtin()))
                        .toList(),
                declaration.details().qrStem());
    }
}

package cn.quality.standards.declaration;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * A product or service the declaration is about.
 *
 * @param gtin in its normal form, see {@link Gtin}
 */
@Embeddable
record Product(
        String name, @Nullable String model, @Nullable String gtin) {}

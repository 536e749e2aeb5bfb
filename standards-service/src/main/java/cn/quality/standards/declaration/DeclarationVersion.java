package cn.quality.standards.declaration;

import cn.quality.platform.bundle.Bundle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a declaration, sealed: its canonical JSON and the SHA-256 of these bytes.
 *
 * @param content canonical, every figure as it was declared: 12.50 and 12.5 have different digests
 */
record DeclarationVersion(UUID declarationId, long version, Instant recordedAt, String digest, String content) {

    private static final String KIND = "declaration";
    private static final int SCHEMA_VERSION = 1;

    /**
     * What is sealed.
     *
     * @param previousDigest of the version before, which links the versions to a chain
     */
    private record Content(
            UUID declarationId,
            long version,
            Instant recordedAt,
            @Nullable String previousDigest,
            String uscc,
            StandardName standard,
            boolean ownStandard,
            List<String> executes,
            List<Product> products,
            Details details,
            @Nullable String lowerStatement,
            DeclarationState state,
            Instant declaredAt,
            @Nullable Instant endedAt,
            @Nullable String endReason) {}

    static DeclarationVersion of(Declaration declaration, Optional<String> previousDigest, Instant now) {
        var bundle = Bundle.of(
                KIND,
                SCHEMA_VERSION,
                new Content(
                        declaration.id(),
                        declaration.revision(),
                        now,
                        previousDigest.orElse(null),
                        declaration.uscc(),
                        new StandardName(declaration.number(), declaration.title()),
                        declaration.ownStandard(),
                        declaration.executes(),
                        declaration.products(),
                        declaration.details(),
                        declaration.lowerStatement(),
                        declaration.state(),
                        declaration.declaredAt(),
                        declaration.endedAt(),
                        declaration.endReason()));
        return new DeclarationVersion(declaration.id(), declaration.revision(), now, bundle.digest(), bundle.text());
    }
}

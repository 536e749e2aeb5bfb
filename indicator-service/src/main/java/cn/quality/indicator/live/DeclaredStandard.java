package cn.quality.indicator.live;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The latest snapshot of a declaration; a tombstone while it does not count. */
@Entity
class DeclaredStandard {

    @Id
    private UUID declarationId;

    private long sequence;

    @Embedded
    private @Nullable PublicDeclaration counted;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected DeclaredStandard() {}

    private DeclaredStandard(UUID declarationId) {
        this.declarationId = declarationId;
        this.sequence = Long.MIN_VALUE;
    }

    static DeclaredStandard unheardOf(UUID declarationId) {
        return new DeclaredStandard(declarationId);
    }

    boolean isOlderThan(long other) {
        return sequence < other;
    }

    void follow(DeclarationSnapshot told, long toldSequence) {
        sequence = toldSequence;
        counted = told.counted().orElse(null);
    }

    Optional<OwnStandard> standard() {
        return Optional.ofNullable(counted).map(PublicDeclaration::standard);
    }
}

package cn.quality.credit.evidence;

import cn.quality.platform.id.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file on record. It never changes. */
@Entity
class Evidence {

    @Id
    UUID id;

    String owner;

    /** Whose offices may read it; null when another feature stores it. */
    @Nullable
    String region;

    private String name;

    @Enumerated(EnumType.STRING)
    private FileKind kind;

    private long size;
    String sha256;
    private Instant storedAt;

    @SuppressWarnings("NullAway.Init")
    protected Evidence() {}

    Evidence(String owner, @Nullable String region, FileName name, EvidenceStore.Arrival arrival, Instant now) {
        this.id = Ids.next();
        this.owner = owner;
        this.region = region;
        this.name = name.value();
        this.kind = name.kind();
        this.size = arrival.size();
        this.sha256 = arrival.sha256();
        this.storedAt = now;
    }

    EvidenceView view() {
        return new EvidenceView(id, name, kind.mediaType(), size, sha256, storedAt);
    }
}

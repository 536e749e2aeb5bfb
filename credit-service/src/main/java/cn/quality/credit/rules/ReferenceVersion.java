package cn.quality.credit.rules;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One version of one reference item. Rows are added and never changed. */
@Entity
class ReferenceVersion {

    @Embeddable
    record Id(String kind, String itemKey, int version) {}

    @EmbeddedId
    Id id;

    @JdbcTypeCode(SqlTypes.JSON)
    String body;

    Instant recordedAt;

    String recordedBy;

    @SuppressWarnings("NullAway.Init")
    protected ReferenceVersion() {}

    ReferenceVersion(Id id, String body, Instant recordedAt, String recordedBy) {
        this.id = id;
        this.body = body;
        this.recordedAt = recordedAt;
        this.recordedBy = recordedBy;
    }
}

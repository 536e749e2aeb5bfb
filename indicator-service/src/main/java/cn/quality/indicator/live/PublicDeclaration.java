package cn.quality.indicator.live;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/** What is known of a declaration of an enterprise's own standard as long as it is public. */
@Embeddable
record PublicDeclaration(String uscc, String number, Instant declaredAt) {

    /** The standard as STD_SELF_DECL counts it. */
    OwnStandard standard() {
        return new OwnStandard(uscc, number);
    }
}

package cn.quality.indicator.conflict;

import cn.quality.indicator.BilingualText;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.jspecify.annotations.Nullable;

/** One of the statements of a conflict. */
@Embeddable
record Side(
        String plan,
        String indicator,
        @Nullable String target,
        String passage,

        @Embedded @EmbeddedColumnNaming("says_%s") BilingualText says) {

    static Side of(NewConflict.NewSide sent) {
        return new Side(sent.plan(), sent.indicator(), sent.target(), sent.passage(), sent.says());
    }
}

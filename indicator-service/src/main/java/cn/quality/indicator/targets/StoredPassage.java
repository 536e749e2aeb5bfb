package cn.quality.indicator.targets;

import cn.quality.indicator.plan.PlanId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** A {@link Passage} where it stands. */
@Embeddable
record StoredPassage(
        @Embedded @AttributeOverride(name = "value", column = @Column(name = "plan"))
        PlanId plan,

        String text,

        @Column(name = "start_offset") int start,

        @Enumerated(EnumType.STRING) PassageAbout about) {}

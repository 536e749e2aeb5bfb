package cn.quality.indicator.live;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** What is known of a list entry as long as it is published. */
@Embeddable
record PublishedEntry(@Enumerated(EnumType.STRING) ListKind kind, String uscc, String name, Instant publishedAt) {}

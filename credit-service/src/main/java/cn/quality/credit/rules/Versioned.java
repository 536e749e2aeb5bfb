package cn.quality.credit.rules;

import java.time.Instant;

/**
 * An item as it was at one version.
 *
 * @param version counts from 1
 */
public record Versioned<T extends ReferenceItem>(T item, int version, Instant recordedAt) {}

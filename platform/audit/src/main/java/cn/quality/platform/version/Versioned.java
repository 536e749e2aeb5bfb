package cn.quality.platform.version;

import java.time.Instant;

/**
 * An item as it was at one version.
 *
 * @param version counts from 1
 * @param recordedAt since when it is in force
 */
public record Versioned<T>(T item, long version, Instant recordedAt) {}

package cn.quality.platform.version;

import java.util.Optional;

/**
 * Content that is about to become the newest version of an item.
 *
 * @param version its number
 * @param before the newest version's content until now; empty for a new item
 */
public record Change<T>(long version, Optional<T> before, T after) {}

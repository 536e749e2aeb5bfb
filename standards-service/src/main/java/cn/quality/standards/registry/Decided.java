package cn.quality.standards.registry;

import org.jspecify.annotations.Nullable;

/**
 * Why something was decided.
 *
 * @param document number of the decision document; absent where there is none
 */
record Decided(String reason, @Nullable String document) {}

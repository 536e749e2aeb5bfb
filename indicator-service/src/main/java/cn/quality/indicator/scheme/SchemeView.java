package cn.quality.indicator.scheme;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A scheme in force.
 *
 * @param version 1 when first put, one more for each change
 */
public record SchemeView(@Schema(examples = "1") long version, NewScheme scheme) {}

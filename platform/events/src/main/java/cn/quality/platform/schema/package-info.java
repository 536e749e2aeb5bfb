/** The contracts of a service's events, which lie under {@code schemas/} of its class path, one for each type. */
@NullMarked
package cn.quality.platform.schema;

import org.jspecify.annotations.NullMarked;

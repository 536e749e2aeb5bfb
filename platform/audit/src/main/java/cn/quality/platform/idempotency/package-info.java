/**
 * A write may be sent again when the first answer was lost: with the same {@code Idempotency-Key} it yields the first
 * result and happens once.
 */
@NullMarked
package cn.quality.platform.idempotency;

import org.jspecify.annotations.NullMarked;

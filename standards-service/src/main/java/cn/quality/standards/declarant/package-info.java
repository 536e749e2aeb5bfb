/**
 * What this service knows of enterprises: name, whether they still exist, and which red or black list entries the public
 * may see, all from the credit service's events. It can be rebuilt from the topics at any time.
 *
 * <p>Events may come late, twice or out of order, so a row only ever moves to a higher sequence. An enterprise without a
 * row is not a stranger, only one whose event has not come yet.
 *
 * <p>Black outranks red: the two must not meet on one enterprise, and while they do the warning counts.
 */
@NullMarked
package cn.quality.standards.declarant;

import org.jspecify.annotations.NullMarked;

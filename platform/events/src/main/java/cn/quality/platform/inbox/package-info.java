/**
 * Events arrive exactly once in effect: the event's id and its effect are stored in one transaction. A message nobody can
 * digest goes to a dead-letter table that operators see; it never stops its partition.
 */
@NullMarked
package cn.quality.platform.inbox;

import org.jspecify.annotations.NullMarked;

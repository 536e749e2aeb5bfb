/**
 * The one technical library of the suite: what every service needs to be trustworthy, and nothing of the field itself.
 *
 * <p>It holds the outbox and the inbox (events leave and arrive exactly once in effect), the decision log (who did what,
 * tamper-evident), keyset paging, problem details, the clock and the caller's identity. It knows no enterprise, no
 * listing and no indicator, and depends on no service; an architecture test says so.
 */
@NullMarked
package cn.quality.platform;

import org.jspecify.annotations.NullMarked;

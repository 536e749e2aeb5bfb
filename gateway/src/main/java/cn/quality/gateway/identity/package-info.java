/**
 * Who calls. {@link cn.quality.gateway.identity.TokenDoor} looks at what a request shows for itself before anything else is
 * done for it; what it found out is the {@link cn.quality.gateway.identity.Caller} of the request, by which everything behind
 * counts, refuses and logs.
 *
 * <p>Invariants: a credential that is shown must be good even where none is asked for; nothing a caller is known by in a log
 * or a counter is personal data.
 */
@NullMarked
package cn.quality.gateway.identity;

import org.jspecify.annotations.NullMarked;

/**
 * What the state machines of officials have in common: the roles and all else that a rule looks at, and how a named rule
 * refuses an act.
 *
 * <p>Invariant: what counts is what a person did to a thing, not the role it was done in; a person may have several roles.
 */
@NullMarked
package cn.quality.indicator.official;

import org.jspecify.annotations.NullMarked;

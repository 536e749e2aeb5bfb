/**
 * How much anybody may ask, and how much everybody together.
 *
 * <p>{@link cn.quality.gateway.limits.Limits} counts the requests of a caller: a system or a person by who they are, everybody
 * else by address. Each class of routes counts for itself; the gateway's own interface
 * ({@link cn.quality.gateway.limits.OwnApi}) is of the class {@code standard}. {@link cn.quality.gateway.limits.Capacity} counts
 * what is under way: above it a request is refused at once, because one that waits makes all others wait.
 *
 * <p>Invariants: however many callers there are, the memory they take is bounded; a database that does not answer limits
 * nobody more than this gateway alone would; health and operations are neither counted nor refused.
 */
@NullMarked
package cn.quality.gateway.limits;

import org.jspecify.annotations.NullMarked;
